"use client";
// How is a stretch of history drawn and told? The numbers become a picture, and the picture a sentence.
import { TimeChart } from "#components/charts/drawn.tsx";
import { marksOf } from "#components/charts/marks.ts";
import { type Plane, wholeHeight } from "#components/charts/plane.ts";
import { Pointer } from "#components/charts/pointer.tsx";
import {
	extremesOf,
	type Point,
	type Shown,
} from "#components/charts/series.ts";
import { useWidth } from "#components/ui/width.ts";
import { useWords } from "#lib/say/speech.tsx";
import type { SubscriptionReply } from "#lib/wire/board.ts";
import { aheadOf } from "./ahead.ts";
import type { HighWater } from "./history-read.ts";
import { said } from "./history-table.tsx";
import type { Told } from "./use-history.ts";
import type { ShownHistory } from "./use-shown.ts";

/** So much of what is shown lies beyond now. */
const aheadShare = 0.09;
const dayMs = 24 * 3_600_000;

export function HistoryChart(props: {
	readonly reply: SubscriptionReply;
	readonly at: ShownHistory;
	readonly told: Told;
	readonly points: readonly Point[];
	readonly shown: Shown;
	readonly highWater: HighWater | null;
}) {
	const words = useWords();
	const { history, numbers, subscription } = words;
	const { reply, at, told, points, shown } = props;
	const { range, isLive } = told;
	const [place, width] = useWidth();
	const highWater = shown === "lag" ? props.highWater : null;
	const nowMs = isLive ? range.toMs : null;
	const lastsMs = range.toMs - range.fromMs;
	const endMs = range.toMs + (isLive ? lastsMs * aheadShare : 0);
	const plane: Plane = { width, fromMs: range.fromMs, endMs };
	const zoneMs = numbers.zoneMs(range.fromMs);
	const amount = (n: number) =>
		shown === "timeLag" ? numbers.precisely(n) : numbers.count(n);
	const moment = (ms: number) => numbers.moment(ms, range.toMs);
	const extremes = extremesOf(points, shown);
	const ahead =
		isLive && shown === "lag" ? aheadOf(reply.row, endMs - range.toMs) : null;
	const label = extremes
		? [
				history.summary({
					what: subscription[shown],
					lasting: numbers.duration(lastsMs / 1_000),
					...{ from: amount(extremes.first), to: amount(extremes.last) },
					highest: amount(extremes.highest),
					at: moment(extremes.highestMs),
				}),
				...(highWater ? [history.summaryHighWater(amount(highWater.n))] : []),
			].join(". ")
		: `${subscription[shown]}: ${numbers.notKnown}`;
	const { in: arrivals, out } = reply.row.pace;
	const flow = (pace: number | null, say: (pace: string) => string) =>
		pace === null ? "" : say(numbers.pace(pace));
	return (
		<div className="time-chart" ref={place} style={{ height: wholeHeight }}>
			<div role="img" aria-label={label}>
				<TimeChart
					points={points}
					shown={shown}
					plane={plane}
					zoneMs={zoneMs}
					nowMs={nowMs}
					highWater={
						highWater && {
							n: highWater.n,
							said: history.highWater(
								amount(highWater.n),
								moment(highWater.atMs),
							),
						}
					}
					forecast={
						ahead && {
							n: ahead.n,
							said: history.perMinute(changeOf(ahead.perMinute)),
						}
					}
					marks={{
						all: marksOf(range.verdicts),
						wordOf: (verdict) => words.verdicts[verdict],
					}}
					ends={{
						in: flow(arrivals, history.comes),
						out: flow(out, history.leaves),
					}}
					words={{
						now: history.now,
						amount: shown === "timeLag" ? amount : numbers.roughly,
						pace: numbers.pace,
						time: (ms, stepMs) =>
							stepMs >= dayMs || (ms + zoneMs) % dayMs === 0
								? numbers.date(ms)
								: stepMs < 60_000
									? numbers.clock(ms)
									: numbers.moment(ms, ms),
					}}
				/>
			</div>
			<Pointer
				points={points}
				plane={plane}
				words={{
					label: history.point,
					keys: history.pointKeys,
					told: (point) =>
						toldOf(point)
							.map(([a, b]) => `${a} ${b}`)
							.join(", "),
					chosen: ({ fromMs, toMs }) =>
						history.chosen(
							numbers.wholly(fromMs),
							numbers.wholly(toMs),
							numbers.precisely((toMs - fromMs) / 1_000),
						),
				}}
				onChoose={({ fromMs, toMs }) => at.into(fromMs, toMs)}
				readout={(point) => (
					<dl>
						{toldOf(point).map(([name, value]) => (
							<div key={name}>
								<dt>{name}</dt>
								<dd>{value}</dd>
							</div>
						))}
					</dl>
				)}
			/>
		</div>
	);

	function toldOf(point: Point): readonly (readonly [string, string])[] {
		const time = [history.time, numbers.wholly(point.atMs)] as const;
		if (!point.asked) return [time, [subscription[shown], history.notRead]];
		const pace = (n: number | null) =>
			n === null ? numbers.notKnown : `${numbers.pace(n)}/s`;
		return [
			time,
			[subscription[shown], said(numbers, shown, point) ?? numbers.notKnown],
			[history.arrivals, pace(point.in)],
			[history.departures, pace(point.out)],
		];
	}

	function changeOf(perMinute: number): string {
		const sign = perMinute > 0 ? "+" : perMinute < 0 ? "−" : "±";
		return sign + numbers.roughly(Math.abs(perMinute));
	}
}
