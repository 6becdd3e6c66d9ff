"use client";
// How fast did messages come and leave? The strip under a chart, on the same axis of time.
import { Line, ZIndexLayer } from "recharts";
import { axisHeight, paceHeight, xOf } from "./plane.ts";
import { dotOf, Strip, still, wordsOnTop } from "./strip.tsx";
import { paceTicks } from "./ticks.ts";
import type { TimeChartProps, Timed } from "./time-chart.tsx";

const wordPx = 64;

/** What leaves lies above what comes. */
const lines = [
	{ of: "in", stroke: "var(--water-2)", strokeWidth: 1.25 },
	{ of: "out", stroke: "var(--water)", strokeWidth: 1.5 },
] as const;

export function Paces(props: TimeChartProps & Timed) {
	const { points, plane, nowMs, ends, words, times } = props;
	const highest = Math.max(
		...points.flatMap(({ in: arrivals, out }) => [arrivals ?? 0, out ?? 0]),
		0,
	);
	const x = nowMs === null ? null : xOf(plane, nowMs);
	const isNarrow = x !== null && x + wordPx > plane.width;
	const word = {
		x: (x ?? 0) + (isNarrow ? -6 : 6),
		textAnchor: isNarrow ? ("end" as const) : ("start" as const),
	};
	return (
		<Strip
			{...props}
			ticks={paceTicks(highest)}
			height={paceHeight + axisHeight}
			top={4}
			bottom={axisHeight}
			told={words.pace}
			time={(ms) => words.time(ms, times.stepMs)}
		>
			{lines.map(({ of, ...drawn }) => (
				<Line
					{...still}
					{...drawn}
					key={of}
					dataKey={of}
					type="linear"
					dot={dotOf(points, of)}
					activeDot={false}
				/>
			))}
			<ZIndexLayer zIndex={wordsOnTop}>
				{x !== null && (
					<g>
						<path className="chart-now" d={`M${x} 0V${paceHeight}`} />
						<text className="chart-word" {...word} y="15">
							{ends.in}
						</text>
						<text className="chart-word" {...word} y="31">
							{ends.out}
						</text>
					</g>
				)}
			</ZIndexLayer>
		</Strip>
	);
}
