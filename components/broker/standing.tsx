// What would be lost as this broker is set up? Facts for whoever wonders, and no alarm.
import { useWords } from "#lib/say/speech.tsx";
import type { BrokerPageReply } from "#lib/wire/broker.ts";

export function Standings(props: {
	readonly standing: BrokerPageReply["standing"];
}) {
	const { brokerPage: words } = useWords();
	if (props.standing.length === 0) return null;
	return (
		<section className="broker-standing">
			<h2 className="h-sec">{words.standing}</h2>
			<ul>
				{props.standing.map(({ code, values }) => (
					<li key={code}>{words.standings[code](values)}</li>
				))}
			</ul>
		</section>
	);
}
