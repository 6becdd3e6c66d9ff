// How do the subscriptions of this broker stand? Each verdict with its count, which leads to them.
import Link from "next/link";
import { VerdictIcon } from "#components/charts/verdict-mark.tsx";
import { fromGrave } from "#lib/core/verdict.ts";
import { useWords } from "#lib/say/speech.tsx";
import type { BrokerPageReply } from "#lib/wire/broker.ts";
import { boardLink } from "./board-link.ts";

export function Verdicts(props: {
	readonly broker: string;
	readonly counts: BrokerPageReply["counts"];
}) {
	const words = useWords();
	const { broker, counts } = props;
	return (
		<ul className="broker-verdicts" aria-label={words.brokerPage.verdicts}>
			{fromGrave.map((verdict) => {
				const n = counts[verdict] ?? 0;
				const inside = (
					<>
						<VerdictIcon verdict={verdict} />
						{words.verdicts[verdict]} <b>{words.numbers.count(n)}</b>
					</>
				);
				return (
					<li key={verdict}>
						{n === 0 ? (
							<span className="broker-verdict zero">{inside}</span>
						) : (
							<Link
								className={`broker-verdict l-${verdict}`}
								href={boardLink(broker, verdict)}
								title={words.brokerPage.onlyVerdict(words.verdicts[verdict], n)}
								prefetch={false}
							>
								{inside}
							</Link>
						)}
					</li>
				);
			})}
		</ul>
	);
}
