"use client";
// How is a stretch of history drawn? With what lies above and beyond it, and a hand to point and to choose with.
import { TimeChart } from "#components/charts/drawn.tsx";
import { type DeedMark, marksOf } from "#components/charts/marks.ts";
import { type Plane, wholeHeight } from "#components/charts/plane.ts";
import { Pointer } from "#components/charts/pointer.tsx";
import type { Point, Shown } from "#components/charts/series.ts";
import type { TimeChartProps } from "#components/charts/time-chart.tsx";
import { useWidth } from "#components/ui/width.ts";
import { useWords } from "#lib/say/speech.tsx";
import type { Words } from "#lib/say/words/words.ts";
import type { RowReply, SubscriptionReply } from "#lib/wire/board.ts";
import { aheadOf } from "../ahead.ts";
import type { ShownHistory } from "../use-shown.ts";
import type { HighWater } from "./read.ts";
import {
	amountSaid,
	chartSaid,
	flowSaid,
	pointSaid,
	slopeSaid,
	stretchSaid,
	tickSaid,
} from "./said.ts";
import type { Told } from "./use-history.ts";

/** So much of what is shown lies beyond now. */
const aheadShare = 0.09;

export function HistoryChart(props: {
	readonly reply: SubscriptionReply;
	readonly at: ShownHistory;
	readonly told: Told;
	readonly points: readonly Point[];
	readonly shown: Shown;
	readonly highWater: HighWater | null;
	readonly done: readonly DeedMark[];
}) {
	const words = useWords();
	const { reply, at, told, points, shown } = props;
	const { range, isLive } = told;
	const [place, width] = useWidth();
	const highWater = shown === "lag" ? props.highWater : null;
	const aheadMs = isLive ? (range.toMs - range.fromMs) * aheadShare : 0;
	const endMs = range.toMs + aheadMs;
	const plane: Plane = { width, fromMs: range.fromMs, endMs };
	return (
		<div className="time-chart" ref={place} style={{ height: wholeHeight }}>
			<div
				role="img"
				aria-label={chartSaid(words, { range, points, shown, highWater })}
			>
				<TimeChart
					points={points}
					shown={shown}
					plane={plane}
					zoneMs={words.numbers.zoneMs(range.fromMs)}
					nowMs={isLive ? range.toMs : null}
					highWater={highWater && tideIn(words, highWater, range.toMs)}
					forecast={
						isLive && shown === "lag"
							? forecastIn(words, reply.row, aheadMs)
							: null
					}
					marks={{
						all: [
							...marksOf(range.verdicts),
							...told.alerts,
							...doneIn(props.done, range),
						],
						wordOf: (verdict) => words.verdicts[verdict],
					}}
					{...saidIn(words, reply.row, shown)}
				/>
			</div>
			<Pointer
				points={points}
				plane={plane}
				words={{
					label: words.history.point,
					keys: words.history.pointKeys,
					told: (point) =>
						pointSaid(words, shown, point)
							.map((pair) => pair.join(" "))
							.join(", "),
					chosen: (stretch) => stretchSaid(words, stretch),
				}}
				// A range ends before its end, and whoever chose a point wants to see it.
				onChoose={({ fromMs, toMs }) => at.into(fromMs, toMs + 1)}
				readout={(point) => (
					<dl>
						{pointSaid(words, shown, point).map(([name, told]) => (
							<div key={name}>
								<dt>{name}</dt>
								<dd>{told}</dd>
							</div>
						))}
					</dl>
				)}
			/>
		</div>
	);
}

const doneIn = (
	done: readonly DeedMark[],
	{ fromMs, toMs }: Told["range"],
): readonly DeedMark[] =>
	done.filter(({ atMs }) => atMs >= fromMs && atMs <= toMs);

const tideIn = (words: Words, { n, atMs }: HighWater, nowMs: number) => ({
	n,
	said: words.history.highWater(
		words.numbers.count(n),
		words.numbers.moment(atMs, nowMs),
	),
});

function forecastIn(words: Words, row: RowReply, aheadMs: number) {
	const ahead = aheadOf(row, aheadMs);
	return (
		ahead && {
			...{ from: ahead.from, to: ahead.to },
			said: slopeSaid(words, ahead.perMinute),
		}
	);
}

function saidIn(
	words: Words,
	{ pace }: RowReply,
	shown: Shown,
): Pick<TimeChartProps, "ends" | "words"> {
	const { history, numbers } = words;
	return {
		ends: {
			in: flowSaid(words, pace.in, history.comes),
			out: flowSaid(words, pace.out, history.leaves),
		},
		words: {
			now: history.now,
			amount: (n) =>
				shown === "timeLag" ? amountSaid(words, shown, n) : numbers.roughly(n),
			pace: numbers.pace,
			time: (ms, stepMs) => tickSaid(words, ms, stepMs),
		},
	};
}
