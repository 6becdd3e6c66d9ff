// Where does one subscription live? Under its id, which it keeps for ever.
import { Suspense } from "react";
import { SubscriptionPage } from "./subscription-page.tsx";

export default async function Page(props: {
	readonly params: Promise<{ readonly id: string }>;
}) {
	const { id } = await props.params;
	return (
		<Suspense>
			<SubscriptionPage id={id} />
		</Suspense>
	);
}
