// Where will the lag be in a while, if messages go on coming and leaving as they do now?
import type { RowReply } from "#lib/wire/board.ts";

export type Ahead = { readonly n: number; readonly perMinute: number };

/** Null where lag or pace are not known, or are old. */
export function aheadOf(
	row: Pick<RowReply, "lag" | "pace" | "stale">,
	afterMs: number,
): Ahead | null {
	const { lag, pace, stale } = row;
	if (stale || lag === null || pace.in === null || pace.out === null)
		return null;
	const perSecond = pace.in - pace.out;
	if (lag.n === 0 && perSecond <= 0) return null;
	return {
		n: Math.max(0, lag.n + (perSecond * afterMs) / 1_000),
		perMinute: Math.round(perSecond * 60),
	};
}
