"use client";
// Who else reads this channel, and what else does this group read? The gravest first, and the way to all of them.
import Link from "next/link";
import { VerdictMark } from "#components/charts/verdict-mark.tsx";
import { Unknown } from "#components/ui/unknown.tsx";
import { brief, shown } from "#lib/say/name.ts";
import { useWords } from "#lib/say/speech.tsx";
import type { RowReply } from "#lib/wire/board.ts";
import { boardOf, type Near, nearIn } from "./near.ts";
import { useNear } from "./use-near.ts";

export function Neighbours({ row }: { readonly row: RowReply }) {
	const { beside: words } = useWords();
	// Where readers form no group there is one row for the channel.
	if (row.group === null) return null;
	return (
		<>
			<Those row={row} near="groups" title={words.otherGroups} />
			<Those row={row} near="channels" title={words.otherChannels} />
		</>
	);
}

function Those(props: {
	readonly row: RowReply;
	readonly near: Near;
	readonly title: string;
}) {
	const { beside: words, verdicts, numbers } = useWords();
	const { row, near, title } = props;
	const reply = useNear(row, near);
	if (reply === null) return null;
	const { rows, more } = nearIn(reply, row, near);
	return (
		<section>
			<h2 className="h-sec">{title}</h2>
			{rows.length === 0 && <p>{words.none}</p>}
			<ul className="near">
				{rows.map((other) => {
					const name =
						(near === "groups" ? other.group : other.channel) ?? other.kind;
					return (
						<li key={other.id}>
							<Link
								href={`/subscriptions/${encodeURIComponent(other.id)}`}
								title={shown(name)}
								prefetch={false}
							>
								<bdi>{brief(name, 80)}</bdi>
							</Link>
							<VerdictMark verdict={other.verdict}>
								{verdicts[other.verdict]}
							</VerdictMark>
							<span className="num">
								{other.lag === null ? (
									<Unknown why={numbers.notKnown} />
								) : (
									numbers.amount(other.lag)
								)}
							</span>
						</li>
					);
				})}
			</ul>
			{more > 0 && (
				<Link className="link" href={boardOf(row, near)} prefetch={false}>
					{words.more(more)}
				</Link>
			)}
		</section>
	);
}
