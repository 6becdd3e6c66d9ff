"use client";
// How did one number of a subscription go, and how fast did messages come and leave meanwhile? Two strips on one axis of time.
import { Area, Line, ReferenceLine, ZIndexLayer } from "recharts";
import { Above, type AboveProps, Beyond } from "./above.tsx";
import { Paces } from "./pace-strip.tsx";
import {
	above,
	betweenHeight,
	left,
	mainHeight,
	type Plane,
	xOf,
	yOf,
} from "./plane.ts";
import type { Point, Shown } from "./series.ts";
import { dotOf, Strip, still, wordsOnTop } from "./strip.tsx";
import {
	countTicks,
	durationTicks,
	type TimeTicks,
	timeTicks,
} from "./ticks.ts";

export type TimeChartProps = {
	readonly points: readonly Point[];
	readonly shown: Shown;
	readonly plane: Plane;
	/** How far the reader's zone lies ahead of UTC. */
	readonly zoneMs: number;
	readonly nowMs: number | null;
	readonly highWater: { readonly n: number; readonly said: string } | null;
	/** Where it is, and where it will be at the end of the plane if nothing changes. */
	readonly forecast: {
		readonly from: number;
		readonly to: number;
		readonly said: string;
	} | null;
	readonly marks: AboveProps["marks"];
	/** How fast messages come and leave now, in words. */
	readonly ends: { readonly in: string; readonly out: string };
	readonly words: {
		readonly now: string;
		amount(n: number): string;
		pace(n: number): string;
		time(ms: number, stepMs: number): string;
	};
};

export function TimeChart(props: TimeChartProps) {
	const { plane, zoneMs } = props;
	const most = Math.max(2, Math.floor(plane.width / 110));
	const times = timeTicks(plane.fromMs, plane.endMs, most, zoneMs);
	return (
		<>
			<Main {...props} times={times} />
			<Paces {...props} times={times} />
		</>
	);
}

export type Timed = { readonly times: TimeTicks };
function Main(props: TimeChartProps & Timed) {
	const { points, shown, plane, highWater, forecast, nowMs, words } = props;
	const known = points.map(({ [shown]: n }) => n ?? 0);
	const highest = Math.max(
		0,
		...known,
		highWater?.n ?? 0,
		forecast?.from ?? 0,
		forecast?.to ?? 0,
	);
	const ticks = (shown === "timeLag" ? durationTicks : countTicks)(highest);
	const stroke = highWater === null ? "var(--water)" : "url(#above-high-water)";
	return (
		<Strip
			{...props}
			ticks={ticks}
			height={above + mainHeight + betweenHeight}
			top={above}
			bottom={betweenHeight}
			told={words.amount}
			time={null}
		>
			{highWater && <Tide at={yOf(highWater.n, ticks.top)} />}
			<Area
				{...still}
				dataKey={shown}
				type="linear"
				stroke="none"
				fill="var(--water-fill)"
				fillOpacity={1}
				activeDot={false}
			/>
			<Line
				{...still}
				dataKey={shown}
				type="linear"
				stroke={stroke}
				strokeWidth={1.75}
				dot={dotOf(points, shown)}
				activeDot={false}
			/>
			{highWater && (
				<ReferenceLine
					y={highWater.n}
					stroke="var(--high-water)"
					strokeDasharray="4 3"
				/>
			)}
			<ZIndexLayer zIndex={wordsOnTop}>
				{highWater && (
					<text
						className="chart-word"
						x={left + 6}
						y={yOf(highWater.n, ticks.top) - 5}
					>
						{highWater.said}
					</text>
				)}
				<Above
					plane={plane}
					marks={props.marks}
					nowMs={nowMs}
					now={words.now}
				/>
				{forecast && nowMs !== null && (
					<Beyond
						from={[xOf(plane, nowMs), yOf(forecast.from, ticks.top)]}
						to={[xOf(plane, plane.endMs), yOf(forecast.to, ticks.top)]}
						said={forecast.said}
					/>
				)}
			</ZIndexLayer>
		</Strip>
	);
}

/** Above the line of high water the lag takes the colour of what stands still. */
function Tide({ at }: { readonly at: number }) {
	const foot = above + mainHeight;
	const share = (at - above) / mainHeight;
	return (
		<defs>
			<linearGradient
				id="above-high-water"
				gradientUnits="userSpaceOnUse"
				{...{ x1: 0, x2: 0, y1: above, y2: foot }}
			>
				<stop offset={share} stopColor="var(--stalled-mark)" />
				<stop offset={share} stopColor="var(--water)" />
			</linearGradient>
		</defs>
	);
}
