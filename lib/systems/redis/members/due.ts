// Which groups' members are asked about in this tick? Those that changed and those whose turn it is, as many as a tick may cost.
import type { GroupRecall } from "./recall.ts";

export type Candidate = {
	readonly group: GroupRecall;
	readonly registered: number;
	readonly patienceMs: number;
};

/** A group costs about as much as this many of its members. */
const groupCosts = 3;
/** In all, some 20 ms of the server. */
const costMax = 12_000;
/** The members of a larger group are counted and not judged: one reply would hold up the server. */
const registeredMax = 5_000;

const within = (ms: number, leastMs: number, mostMs: number): number =>
	Math.min(mostMs, Math.max(leastMs, ms));

/** Once a minute, and more often only where so short a patience is configured. */
export const looksEveryMs = (patienceMs: number): number =>
	within(patienceMs / 5, 1000, 60_000);

/** Those that wait longest come first, so that none is forgotten where all change all the time. */
export function dueOf<Item extends Candidate>(
	items: readonly Item[],
	nowMs: number,
): Item[] {
	const due = items
		.filter((item) => isDue(item, nowMs))
		.sort((a, b) => (a.group.lookedMs ?? 0) - (b.group.lookedMs ?? 0));
	let cost = 0;
	return due.filter(({ registered }) => {
		cost += groupCosts + registered;
		return cost <= costMax;
	});
}

function isDue({ group, registered, patienceMs }: Candidate, nowMs: number) {
	if (registered > registeredMax) return false;
	const { lookedMs, of, lookedOf } = group;
	if (lookedMs === null || of !== lookedOf) return true;
	return Math.abs(nowMs - lookedMs) >= looksEveryMs(patienceMs);
}
