// How does a reading become a row of the board? Judged in its window, named for ever, dated since its verdict began.
import type { Amount } from "#lib/core/amount.ts";
import { judgeNext } from "#lib/core/assess.ts";
import type { BrokerFact, Row, Stood } from "#lib/core/board.ts";
import type { Reading } from "#lib/core/reading.ts";
import { sparkOf } from "#lib/core/spark.ts";
import { idOf } from "#lib/core/subscription.ts";
import type { Verdict } from "#lib/core/verdict.ts";
import type { Window } from "#lib/core/window/window.ts";
import { sameRow } from "./same-row.ts";

/** A verdict goes on from when it began, whatever silence lay between; not from later than now, where the clock was set while nobody watched. */
export function since(
	row: Stood | undefined,
	verdict: Verdict,
	nowMs: number,
): { sinceMs: number } {
	const isSame = row?.verdict === verdict;
	return { sinceMs: isSame ? Math.min(row.sinceMs, nowMs) : nowMs };
}

export type Known = {
	/** As it stood. */
	readonly row: Row;
	/** As history told it since. */
	readonly highWater: number | null;
};

type Broker = Pick<BrokerFact, "name" | "system">;

/** The reading is added to the window on the way. What has not changed is kept, and not held twice until garbage is collected. */
export function nextRow(
	broker: Broker,
	reading: Reading,
	window: Window,
	known: Known | undefined,
	nowMs: number,
): { readonly row: Row; readonly isSame: boolean } {
	const now = rowOf(broker, reading, window, known, nowMs);
	if (!known || !sameRow(known.row, now)) return { row: now, isSame: false };
	window.said = known.row.reason;
	return { row: { ...known.row, atMs: now.atMs }, isSame: true };
}

function rowOf(
	broker: Broker,
	reading: Reading,
	window: Window,
	known: Known | undefined,
	nowMs: number,
): Row {
	const before = known?.row;
	const judged = judgeNext(window, reading, nowMs);
	const held = reading.oldestHeldMs;
	const subscription = { broker: broker.name, ...namesOf(reading) };
	return {
		...subscription,
		id: before?.id ?? idOf(subscription),
		system: broker.system,
		family: reading.family,
		verdict: judged.verdict,
		reason: judged.reason,
		...since(before?.stood ?? before, judged.verdict, nowMs),
		lag: reading.lag,
		timeLagSeconds: inSeconds(reading.timeLagMs),
		holding: reading.holding,
		oldestHeldSeconds: held === null ? null : Math.round(held / 1000),
		deliveriesMax: reading.deliveriesMax,
		pace: judged.pace,
		members: reading.members,
		marginSeconds: inSeconds(reading.marginMs),
		drainedSeconds: judged.drainedSeconds,
		spark: sparkOf(window, before?.spark),
		highWater: known?.highWater ?? null,
		state: reading.state,
		notes: reading.notes,
		atMs: reading.atMs,
		...{ stale: false, stood: null },
	};
}

const inSeconds = (it: Amount | null): Amount | null =>
	it && { n: Math.round(it.n / 1000), bound: it.bound };

const namesOf = ({ kind, channel, group }: Reading) => ({
	kind,
	channel,
	group,
});
