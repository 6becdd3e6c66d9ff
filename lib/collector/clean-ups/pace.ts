// How long would a replay take? By the pace at which the group worked when it last did, as history remembers it.
import {
	lastMoveMs,
	lastPaceIn,
	movesMs,
} from "#lib/core/clean-up/last-pace.ts";
import type { Plan } from "#lib/core/clean-up/plan.ts";
import type { HistoryRange } from "#lib/core/history.ts";
import type { HistoryStore } from "#lib/store/history-port.ts";

type Paces = Pick<HistoryStore, "range">;

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const longestMs = 7 * 24 * hourMs;
/** Each reading of it, where one is made every second or less often. */
const hourPoints = 3_600;
/** Ten minutes each, to find out when it last moved. */
const weekPoints = 7 * 24 * 6;

/** After each pause of this console it may have moved unseen. */
const triesMost = 5;

/** Only what makes a group read on from elsewhere has one. */
export const isReplay = (
	{ cleanUp }: Pick<Plan, "cleanUp">,
	undone: Pick<Plan, "cleanUp"> | null,
): boolean => cleanUp.action === "reset" || undone?.cleanUp.action === "reset";

/** Null where nobody remembers. */
export async function lastPaceOf(
	id: string,
	history: Paces,
	nowMs: number,
): Promise<number | null> {
	const lately = await rangeOf(id, history, nowMs - hourMs, nowMs, hourPoints);
	if (lately === null) return null;
	if (lastMoveMs(lately) !== null) return lastPaceIn(lately);
	const fromMs = nowMs - longestMs;
	const week = await rangeOf(id, history, fromMs, nowMs, weekPoints);
	for (const ms of week ? movesMs(week).slice(0, triesMost) : []) {
		const around = [ms - hourMs / 2, ms + hourMs / 2] as const;
		const then = await rangeOf(id, history, ...around, hourPoints);
		if (then && lastMoveMs(then) !== null) return lastPaceIn(then);
	}
	return null;
}

async function rangeOf(
	id: string,
	history: Paces,
	fromMs: number,
	toMs: number,
	points: number,
): Promise<HistoryRange | null> {
	const found = await history.range(id, { fromMs, toMs, points });
	return found?.range ?? null;
}
