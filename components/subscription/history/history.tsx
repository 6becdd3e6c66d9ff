"use client";
// How did this backlog go? Drawn or as a table, over a stretch of time that stands in the address.
import type { DeedMark } from "#components/charts/marks.ts";
import { FailedNote } from "#components/ui/failed-note.tsx";
import { problemSentence } from "#lib/say/sentence.ts";
import { useWords } from "#lib/say/speech.tsx";
import type { SubscriptionReply } from "#lib/wire/board.ts";
import type { Clock } from "../clock.ts";
import type { ShownHistory } from "../use-shown.ts";
import { HistoryChart } from "./chart.tsx";
import { HistoryHead } from "./head.tsx";
import { chartsOf, pointsIn } from "./points.ts";
import type { HighWater } from "./read.ts";
import { HistoryTable } from "./table.tsx";
import type { HistoryNow } from "./use-history.ts";

export function History(props: {
	readonly reply: SubscriptionReply;
	readonly clock: Clock;
	readonly at: ShownHistory;
	readonly now: HistoryNow;
	readonly highWater: HighWater | null;
	readonly done: readonly DeedMark[];
}) {
	const { reply, at, now } = props;
	const words = useWords();
	const { told, failure } = now;
	const kind = reply.system.kinds[reply.row.kind];
	const charts = chartsOf(kind);
	const shown = charts.includes(at.chart) ? at.chart : "lag";
	const points = told === null ? null : pointsIn(told.range);
	const isEmpty = points?.every(({ asked }) => !asked) ?? false;
	return (
		<section className="history" aria-busy={now.isBefore || told === null}>
			<HistoryHead {...props} charts={charts} shown={shown} />
			{failure !== null && (
				<FailedNote
					said={problemSentence(words, failure)}
					again={words.trouble.again}
					onAgain={now.again}
				/>
			)}
			{told === null || points === null ? (
				<div className="history-place">
					{failure === null && <p className="sr">{words.history.loading}</p>}
				</div>
			) : isEmpty ? (
				<Empty firstMs={told.firstMs} nowMs={props.clock.serverMs} />
			) : at.isTable ? (
				<HistoryTable range={told.range} points={points} charts={charts} />
			) : (
				<HistoryChart {...props} told={told} points={points} shown={shown} />
			)}
		</section>
	);
}

function Empty(props: { readonly firstMs: number; readonly nowMs: number }) {
	const { history, numbers } = useWords();
	return (
		<div className="history-place">
			<p>{history.nothing}</p>
			<p className="q">
				{history.begins(numbers.moment(props.firstMs, props.nowMs))}
			</p>
		</div>
	);
}
