// Where does one broker live? Under the name it has in the configuration.
import { BrokerPage } from "./broker-page.tsx";

export default async function Page(props: {
	readonly params: Promise<{ readonly name: string }>;
}) {
	const { name } = await props.params;
	return <BrokerPage name={name} />;
}
