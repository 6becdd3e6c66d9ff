// What do the tests of history stand on? Ticks of an invented broker, and a plain list of what they said.
import type { HistoryTick, Keep, Sample } from "#lib/core/history.ts";
import { idOf } from "#lib/core/subscription.ts";
import { factOf } from "./contract-rows.ts";
import type { Store } from "./store.ts";

export const historyStartMs = Date.UTC(2026, 0, 1, 0, 7, 3);
const hourMs = 3_600_000;
export const keepAll: Keep = {
	ticksMs: 24 * hourMs,
	minutesMs: 7 * 24 * hourMs,
	tenMinutesMs: 90 * 24 * hourMs,
	hoursMs: 730 * 24 * hourMs,
};

export const idIn = (channel: string, broker = "one"): string =>
	idOf({ broker, kind: "log", channel, group: "readers" });

export function sampleOf(channel: string, part: Partial<Sample> = {}): Sample {
	return {
		id: idIn(channel),
		kind: "log",
		channel,
		group: "readers",
		verdict: "healthy",
		reason: "steady",
		lag: 0,
		arrived: 1_000,
		departed: 1_000,
		counted: 1,
		holding: null,
		oldestHeldMs: null,
		deliveriesMax: null,
		registered: 1,
		live: null,
		timeLagMs: null,
		marginMs: null,
		movedMs: historyStartMs,
		emptySinceMs: null,
		...part,
	};
}

export function tickOf(
	atMs: number,
	samples: readonly Sample[],
	part: Partial<HistoryTick> = {},
): HistoryTick {
	return {
		broker: "one",
		atMs,
		everyMs: 5_000,
		heard: true,
		samples,
		silent: [],
		...part,
	};
}

/** A tick in which a subscription went off the board. */
export async function writeGone(
	store: Store,
	tick: HistoryTick,
	channel: string,
): Promise<void> {
	const gone = [{ id: idIn(channel), why: null, atMs: tick.atMs }];
	await store.board.write({
		...{ broker: factOf(), rows: [], gone },
		history: [tick],
	});
}

export async function writeTicks(
	store: Store,
	...history: readonly HistoryTick[]
): Promise<void> {
	const broker = factOf({ name: history[0]?.broker ?? "one" });
	await store.board.write({ broker, rows: [], gone: [], history });
}

/** Everything that is to be done by then; it ends, or the test does. */
export async function thinAll(
	store: Store,
	nowMs: number,
	keep: Keep = keepAll,
): Promise<void> {
	for (let steps = 0; steps < 100_000; steps++)
		if (!(await store.history.thin(nowMs, keep))) return;
	throw new Error("there is always something left to thin");
}

export async function rangeIn(
	store: Store,
	channel: string,
	fromMs: number,
	toMs: number,
	points = 500,
) {
	const asked = { fromMs, toMs, points };
	const found = await store.history.range(idIn(channel), asked);
	if (found === null) throw new Error(`nothing is remembered of ${channel}`);
	return found.range;
}
