// Where will the lag be in a while, if messages go on coming and leaving as they do now?
import type { RowReply } from "#lib/wire/board.ts";

type Standing = Pick<RowReply, "lag" | "pace" | "stale" | "reason">;

export type Ahead = {
	readonly from: number;
	readonly to: number;
	readonly perMinute: number;
};

/** Null where lag or pace are not known, or are old. */
export function aheadOf(row: Standing, afterMs: number): Ahead | null {
	const perSecond = growthOf(row);
	if (perSecond === null || row.lag === null) return null;
	if (row.lag.n === 0 && perSecond <= 0) return null;
	return {
		from: row.lag.n,
		to: Math.max(0, row.lag.n + (perSecond * afterMs) / 1_000),
		perMinute: Math.round(perSecond * 60),
	};
}

/** Growth that was measured over minutes says more than two paces that are nearly the same. */
function growthOf({ lag, pace, stale, reason }: Standing): number | null {
	if (stale || lag === null || pace.in === null || pace.out === null)
		return null;
	const measured = reason.values.perSecond;
	if (reason.code === "falls behind" && typeof measured === "number")
		return measured;
	return pace.in - pace.out;
}

export type Outlook =
	| { readonly is: "passes"; readonly n: number; readonly seconds: number }
	| { readonly is: "drained"; readonly seconds: number }
	| { readonly is: "steady" | "nothing" };

/** A difference below a twentieth of what arrives is noise. */
const noise = 1 / 20;

/** In words: when the next round number is passed, or when nothing waits any more; null where nobody can know. */
export function outlookOf(
	row: Standing & Pick<RowReply, "drainedSeconds">,
): Outlook | null {
	const perSecond = growthOf(row);
	const { lag, pace, drainedSeconds, reason } = row;
	if (perSecond === null || lag === null) return null;
	const isSteady =
		reason.code !== "falls behind" &&
		Math.abs(perSecond) <= (pace.in ?? 0) * noise;
	if (perSecond > 0 && !isSteady) {
		const n = roundAbove(lag.n);
		return { is: "passes", n, seconds: (n - lag.n) / perSecond };
	}
	if (lag.n === 0) return { is: "nothing" };
	if (drainedSeconds !== null)
		return { is: "drained", seconds: drainedSeconds };
	return { is: "steady" };
}

/** One, two or five of a power of ten, far enough above to be worth a sentence. */
function roundAbove(n: number): number {
	const least = Math.max(10, n * 1.1);
	const power = 10 ** Math.floor(Math.log10(least));
	return ([1, 2, 5].find((step) => step * power >= least) ?? 10) * power;
}
