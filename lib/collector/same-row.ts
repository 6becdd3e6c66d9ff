// Did anything change that somebody could see? When a row was read does not count: its broker's age says that.
import type { Amount } from "#lib/core/amount.ts";
import type { Row } from "#lib/core/board.ts";

export function sameRow(a: Row, b: Row): boolean {
	return (
		a.verdict === b.verdict &&
		a.sinceMs === b.sinceMs &&
		a.stale === b.stale &&
		a.holding === b.holding &&
		a.oldestHeldSeconds === b.oldestHeldSeconds &&
		a.deliveriesMax === b.deliveriesMax &&
		a.drainedSeconds === b.drainedSeconds &&
		a.highWater === b.highWater &&
		a.family === b.family &&
		a.state === b.state &&
		sameAmount(a.lag, b.lag) &&
		sameAmount(a.timeLagSeconds, b.timeLagSeconds) &&
		sameAmount(a.marginSeconds, b.marginSeconds) &&
		a.notes.length === b.notes.length &&
		a.notes.every((note, i) => sameValues(note, b.notes[i])) &&
		a.pace.in === b.pace.in &&
		a.pace.out === b.pace.out &&
		sameValues(a.reason, b.reason) &&
		sameMembers(a, b) &&
		a.spark.length === b.spark.length &&
		a.spark.every((lag, i) => lag === b.spark[i])
	);
}

type Coded = Row["reason"] | Row["notes"][number];

const sameAmount = (a: Amount | null, b: Amount | null): boolean =>
	a?.n === b?.n && a?.bound === b?.bound;

function sameValues(a: Coded, b: Coded | undefined): boolean {
	if (b === undefined || a.code !== b.code) return false;
	const names = Object.keys(a.values);
	return (
		names.length === Object.keys(b.values).length &&
		names.every((name) => a.values[name] === b.values[name])
	);
}

function sameMembers({ members: a }: Row, { members: b }: Row): boolean {
	if (a === null || b === null) return a === b;
	return (
		a.registered === b.registered &&
		sameAmount(a.live, b.live) &&
		a.dead === b.dead &&
		a.stuck === b.stuck &&
		a.unknown === b.unknown
	);
}
