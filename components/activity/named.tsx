// Which subscription was it? By its name, with its broker.
import { brief } from "#lib/say/name.ts";

export function Named(props: {
	readonly channel: string;
	readonly group: string | null;
	readonly broker: string;
}) {
	const { channel, group, broker } = props;
	const name = [channel, ...(group === null ? [] : [group])]
		.map((part) => brief(part, 80))
		.join(" → ");
	return (
		<>
			<bdi title={name}>{name}</bdi>{" "}
			<bdi className="q">{brief(broker, 40)}</bdi>
		</>
	);
}
