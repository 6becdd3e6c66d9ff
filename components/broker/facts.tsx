// How much lies on this broker, which version does it have, what does reading it cost, and how many are connected? Four figures or five.
import Link from "next/link";
import { Figure } from "#components/ui/figure.tsx";
import { Unknown } from "#components/ui/unknown.tsx";
import { brief } from "#lib/say/name.ts";
import { useWords } from "#lib/say/speech.tsx";
import type { BrokerPageReply } from "#lib/wire/broker.ts";
import { boardLink } from "./board-link.ts";

export function Facts(props: { readonly reply: BrokerPageReply }) {
	const { brokerPage: words, numbers } = useWords();
	const { broker, bystanders, ownShare, connections } = props.reply;
	const { version } = broker;
	const isHeard = broker.heard !== null;
	const unknown = <Unknown why={numbers.notKnown} />;
	return (
		<dl className="figs">
			<Figure
				name={words.subscriptions}
				note={
					!isHeard ? (
						words.never
					) : broker.subscriptions === 0 ? (
						words.noneOnBoard
					) : (
						<Link
							className="broker-link"
							href={boardLink(broker.name)}
							prefetch={false}
						>
							{words.onBoard}
						</Link>
					)
				}
			>
				{isHeard ? numbers.count(broker.subscriptions) : unknown}
			</Figure>
			<Figure
				name={words.beside}
				note={isHeard ? words.besideNote : words.never}
			>
				{isHeard
					? numbers.count(bystanders.groups.length + bystanders.leftOut)
					: unknown}
			</Figure>
			<Figure
				name={words.share}
				note={
					ownShare === null
						? words.shareUnknown
						: words.shareNote(ownShare.overMs / 1_000)
				}
			>
				{ownShare === null
					? unknown
					: numbers.percent(ownShare.busyMs / ownShare.overMs)}
			</Figure>
			<Figure
				name={words.version}
				note={version === null ? words.versionUnknown : words.versionNote}
			>
				{version === null ? unknown : <bdi>{brief(version, 30)}</bdi>}
			</Figure>
			{connections !== null && <Connected {...connections} />}
		</dl>
	);
}

function Connected({
	open,
	most,
}: NonNullable<BrokerPageReply["connections"]>) {
	const { brokerPage: words, numbers } = useWords();
	const known = most === null ? words.mostUnknown : words.connectionsOf(most);
	return (
		<Figure
			name={words.connections}
			note={open === null ? words.connectionsUnknown : known}
		>
			{open === null ? <Unknown why={numbers.notKnown} /> : numbers.count(open)}
		</Figure>
	);
}
