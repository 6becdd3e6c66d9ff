// What stands above the plot and beyond the present? What happened, where now is, and where it goes.
import type { Verdict } from "#lib/core/verdict.ts";
import { type AnyMark, isAlert, placed, wordFor } from "./marks.ts";
import { above, left, mainHeight, type Plane, xOf } from "./plane.ts";

const foot = above + mainHeight;
const wordY = 12;
const nowPx = 34;

export type AboveProps = {
	readonly plane: Plane;
	readonly marks: {
		readonly all: readonly AnyMark[];
		wordOf(verdict: Verdict): string;
	};
	readonly nowMs: number | null;
	readonly now: string;
};

export function Above({ plane, marks, nowMs, now }: AboveProps) {
	const x = nowMs === null ? null : xOf(plane, nowMs);
	const rings = placed(
		marks.all.filter(({ atMs }) => atMs >= plane.fromMs),
		(ms) => xOf(plane, ms),
		marks.wordOf,
		...([left, x ?? plane.width] as const),
	);
	const isNowRight = x !== null && x + nowPx > plane.width;
	return (
		<g>
			{rings.map((mark) => (
				<g key={`${mark.atMs} ${mark.verdict} ${isAlert(mark)}`}>
					<path className="chart-mark" d={`M${mark.x} ${wordY}V${foot}`} />
					<circle
						className={
							mark.verdict === null
								? "chart-deed"
								: `chart-${isAlert(mark) ? "alert" : "ring"} l-${mark.verdict}`
						}
						cx={mark.x}
						cy={wordY - 4}
						r="4"
					/>
					{mark.word !== null && (
						<text
							className="chart-word"
							x={mark.x + (mark.word === "after" ? 8 : -8)}
							y={wordY}
							textAnchor={mark.word === "after" ? "start" : "end"}
						>
							{wordFor(mark, marks.wordOf)}
						</text>
					)}
				</g>
			))}
			{x !== null && (
				<>
					<path className="chart-now" d={`M${x} 4V${foot}`} />
					<text
						className="chart-word strong"
						x={isNowRight ? x - 6 : x + 6}
						y={wordY}
						textAnchor={isNowRight ? "end" : "start"}
					>
						{now}
					</text>
				</>
			)}
		</g>
	);
}

type Spot = readonly [x: number, y: number];

/** Dotted, with its slope in words. */
export function Beyond(props: {
	readonly from: Spot;
	readonly to: Spot;
	readonly said: string;
}) {
	const { from, to, said } = props;
	const y = Math.min(from[1], to[1]);
	return (
		<g>
			<path className="chart-beyond" d={`M${from.join(" ")}L${to.join(" ")}`} />
			<text
				className="chart-word strong"
				x={to[0] - 2}
				y={y > above + 24 ? y - 6 : Math.max(from[1], to[1]) + 14}
				textAnchor="end"
			>
				{said}
			</text>
		</g>
	);
}
