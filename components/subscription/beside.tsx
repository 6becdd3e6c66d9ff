"use client";
// What lies ahead, what happened, and who else is there? The column beside the charts.
import Link from "next/link";
import type { ReactNode } from "react";
import {
	type AlertMark,
	type DeedMark,
	isAlert,
} from "#components/charts/marks.ts";
import { VerdictIcon } from "#components/charts/verdict-mark.tsx";
import { glyphs, Icon } from "#components/ui/icon.tsx";
import { Time } from "#components/ui/time.tsx";
import { useWords } from "#lib/say/speech.tsx";
import type { SubscriptionReply } from "#lib/wire/board.ts";
import { outlookOf } from "./ahead.ts";
import { type Happening, happenedIn, withDone } from "./happened.ts";
import type { HistoryNow } from "./history/use-history.ts";
import { Neighbours } from "./neighbours.tsx";

export function Beside(props: {
	readonly reply: SubscriptionReply;
	readonly now: HistoryNow;
	readonly done: readonly DeedMark[];
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
	readonly done: readonly DeedMark[];
}) {
	const { beside: words, numbers, verdicts } = useWords();
	const { told } = props.now;
	if (told === null) return null;
	const { since, verdict, reason } = props.reply.row;
	const { fromMs, toMs } = told.range;
	const changes = happenedIn(
		told.range.verdicts,
		told.isLive
			? { atMs: Date.parse(since), verdict, reason: reason.code }
			: null,
	);
	const all = withDone(
		changes,
		[...told.alerts, ...props.done].filter(
			({ atMs }) => atMs >= fromMs && atMs <= toMs,
		),
	);
	const more = all.length - happenedMost;
	return (
		<section>
			<h2 className="h-sec">{words.happened}</h2>
			{all.length === 0 && <p>{words.calm}</p>}
			<ul className="happened">
				{all.slice(0, happenedMost).map((it) => (
					<li key={`${it.atMs} ${it.verdict} ${isAlert(it)}`}>
						<Time ms={it.atMs} whole={numbers.wholly} stop={0}>
							{numbers.moment(it.atMs, told.range.toMs)}
						</Time>
						<span className={it.verdict === null ? "" : `v v-${it.verdict}`}>
							{isAlert(it) ? (
								<Icon path={glyphs.bell} />
							) : it.verdict === null ? (
								<Icon path={glyphs.check} />
							) : (
								<VerdictIcon verdict={it.verdict} />
							)}
						</span>
						<span>{toldOf(it)}</span>
					</li>
				))}
			</ul>
			{more > 0 && <p className="q">{words.earlier(more)}</p>}
		</section>
	);

	function toldOf(it: Happening | DeedMark | AlertMark): ReactNode {
		if (isAlert(it)) return words.fired(it.rule);
		if (it.verdict === null)
			return (
				<Link
					className="link"
					href={`/activity?open=${encodeURIComponent(it.id)}`}
					prefetch={false}
				>
					{it.said}
				</Link>
			);
		const word = verdicts[it.verdict];
		return it.lastedMs === null
			? words.stands(word)
			: words.lasted(word, numbers.precisely(it.lastedMs / 1_000));
	}
}
