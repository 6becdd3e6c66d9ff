"use client";
// How is one strip of a chart drawn? Its axes and its grid, with whatever lies within.
import type { ReactNode } from "react";
import { CartesianGrid, ComposedChart, XAxis, YAxis } from "recharts";
import { left, type Plane } from "./plane.ts";
import { isAlone, type Point } from "./series.ts";
import type { Ticks, TimeTicks } from "./ticks.ts";

/** Above all lines. */
export const wordsOnTop = 2_000;

/** Still water, and no slope over a gap. */
export const still = { isAnimationActive: false, connectNulls: false } as const;

export function Strip(props: {
	readonly points: readonly Point[];
	readonly plane: Plane;
	readonly times: TimeTicks;
	readonly ticks: Ticks;
	readonly height: number;
	readonly top: number;
	readonly bottom: number;
	readonly told: (n: number) => string;
	readonly time: ((ms: number) => string) | null;
	readonly children: ReactNode;
}) {
	const { plane, times, ticks, top, bottom, time } = props;
	return (
		<ComposedChart
			className="time-strip"
			data={[...props.points]}
			width={plane.width}
			height={props.height}
			margin={{ top, right: 0, bottom: time === null ? bottom : 0, left: 0 }}
			accessibilityLayer={false}
		>
			<CartesianGrid
				stroke="var(--line)"
				horizontalValues={[...ticks.lines]}
				verticalValues={[...times.atMs]}
			/>
			<XAxis
				dataKey="atMs"
				type="number"
				domain={[plane.fromMs, plane.endMs]}
				ticks={[...times.atMs]}
				allowDataOverflow
				height={time === null ? 0 : bottom}
				hide={time === null}
				stroke="var(--line-2)"
				tickLine={false}
				interval="preserveStart"
				tickFormatter={time ?? String}
			/>
			<YAxis
				width={left}
				domain={[0, ticks.top]}
				ticks={[...ticks.lines]}
				interval={0}
				axisLine={false}
				tickLine={false}
				tickFormatter={props.told}
			/>
			{props.children}
		</ComposedChart>
	);
}

type Dot = {
	readonly index?: number;
	readonly cx?: number;
	readonly cy?: number;
};

/** Only where a line alone would show nothing. */
export function dotOf(
	points: readonly Point[],
	of: keyof Omit<Point, "atMs" | "asked">,
) {
	return function AloneDot({ index = -1, cx, cy }: Dot) {
		return isAlone(points, of, index) ? (
			<circle className="chart-dot" key={index} cx={cx} cy={cy} r={2} />
		) : (
			<g key={index} />
		);
	};
}
