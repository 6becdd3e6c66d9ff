// Where do the line and the firings of a back-test lie in their picture?
import type { AlertTargetReply } from "#lib/wire/alerts.ts";
import type { BackTestReply } from "#lib/wire/back-test.ts";
import { targetKey } from "./said.ts";

type Line = NonNullable<BackTestReply["line"]>;

/** Broken where nothing is known, never sloped over it. */
export function linePaths(
	{ atMs, values }: Pick<Line, "atMs" | "values">,
	at: {
		readonly xOf: (ms: number) => number;
		readonly yOf: (n: number) => number;
		readonly foot: number;
	},
): { readonly line: string; readonly area: string } {
	const runs: [number, number][][] = [];
	let run: [number, number][] = [];
	for (const [i, ms] of atMs.entries()) {
		const value = values[i] ?? null;
		if (value === null) {
			if (run.length > 0) runs.push(run);
			run = [];
			continue;
		}
		run.push([round(at.xOf(ms)), round(at.yOf(value))]);
	}
	if (run.length > 0) runs.push(run);
	const path = (points: readonly (readonly [number, number])[]) =>
		`M${points.map((point) => point.join(" ")).join("L")}`;
	return {
		line: runs.map(path).join(""),
		area: runs
			.map((points) => `${path(points)}V${at.foot}H${points[0]?.[0] ?? 0}z`)
			.join(""),
	};
}

const round = (n: number): number => Math.round(n * 10) / 10;

export type FiringMark = {
	readonly x: number;
	readonly wide: number;
	/** The number it has in the list; null where another's stands too near. */
	readonly label: number | null;
	readonly labelX: number;
};

const leastPx = 4;
const labelPx = 18;

/** Those of the line, or all where there is none; they come with the latest first. */
export function marksIn(
	firings: BackTestReply["firings"],
	target: AlertTargetReply | null,
	times: number,
	at: { readonly xOf: (ms: number) => number; readonly toMs: number },
): readonly FiringMark[] {
	const key = target && targetKey(target);
	let taken = Number.POSITIVE_INFINITY;
	return firings.flatMap((firing, i) => {
		if (key !== null && targetKey(firing.target) !== key) return [];
		const endMs =
			firing.resolved === null ? at.toMs : Date.parse(firing.resolved);
		const x = round(
			Math.max(
				0,
				Math.min(at.xOf(Date.parse(firing.fired)), at.xOf(at.toMs) - leastPx),
			),
		);
		const wide = Math.max(leastPx, round(at.xOf(endMs)) - x);
		const isFree = x + labelPx <= taken;
		if (isFree) taken = x;
		const labelX = Math.max(6, Math.min(x + wide / 2, at.xOf(at.toMs) - 6));
		return [{ x, wide, label: isFree ? times - i : null, labelX }];
	});
}
