"use client";
// What lies ahead, what happened, and who else is there? The column beside the charts.
import { VerdictIcon } from "#components/charts/verdict-mark.tsx";
import { Time } from "#components/ui/time.tsx";
import { useWords } from "#lib/say/speech.tsx";
import type { SubscriptionReply } from "#lib/wire/board.ts";
import { outlookOf } from "./ahead.ts";
import { happenedIn } from "./happened.ts";
import { Neighbours } from "./neighbours.tsx";
import type { HistoryNow } from "./use-history.ts";

export function Beside(props: {
	readonly reply: SubscriptionReply;
	readonly now: HistoryNow;
}) {
	const { row, system } = props.reply;
	const keeps = system.kinds[row.kind]?.keeps !== false;
	return (
		<aside className="s-beside">
			{keeps && <Forecast {...props} />}
			<Happened {...props} />
			<Neighbours row={row} />
		</aside>
	);
}

function Forecast({ reply }: { readonly reply: SubscriptionReply }) {
	const { beside: words, numbers } = useWords();
	const { row } = reply;
	const outlook = outlookOf(row);
	const margin = row.stale || row.lag?.n === 0 ? null : row.marginSeconds;
	return (
		<section>
			<h2 className="h-sec">{words.forecast}</h2>
			<p>{said()}</p>
			{margin !== null && <p>{words.safe(numbers.lasting(margin))}</p>}
		</section>
	);

	function said(): string {
		switch (outlook?.is) {
			case "passes":
				return words.passes(
					numbers.count(outlook.n),
					numbers.duration(outlook.seconds),
				);
			case "drained":
				return words.drained(numbers.duration(outlook.seconds));
			case "steady":
				return words.steady;
			case "nothing":
				return words.nothing;
			case undefined:
				return words.notKnown;
		}
	}
}

const happenedMost = 8;

function Happened(props: {
	readonly reply: SubscriptionReply;
	readonly now: HistoryNow;
}) {
	const { beside: words, numbers, verdicts } = useWords();
	const { told } = props.now;
	if (told === null) return null;
	const { since, verdict, reason } = props.reply.row;
	const all = happenedIn(
		told.range.verdicts,
		told.isLive
			? { atMs: Date.parse(since), verdict, reason: reason.code }
			: null,
	);
	const more = all.length - happenedMost;
	return (
		<section>
			<h2 className="h-sec">{words.happened}</h2>
			{all.length === 0 && <p>{words.calm}</p>}
			<ul className="happened">
				{all.slice(0, happenedMost).map(({ atMs, verdict, lastedMs }) => (
					<li key={atMs}>
						<Time ms={atMs} whole={numbers.wholly} stop={0}>
							{numbers.moment(atMs, told.range.toMs)}
						</Time>
						<span className={`v v-${verdict}`}>
							<VerdictIcon verdict={verdict} />
						</span>
						<span>
							{lastedMs === null
								? words.stands(verdicts[verdict])
								: words.lasted(
										verdicts[verdict],
										numbers.precisely(lastedMs / 1_000),
									)}
						</span>
					</li>
				))}
			</ul>
			{more > 0 && <p className="q">{words.earlier(more)}</p>}
		</section>
	);
}
