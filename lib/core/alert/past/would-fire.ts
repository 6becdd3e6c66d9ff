// When would a rule have fired? The steps an alert takes in life, walked along a column of the past.
import { calmNeededMs, lately } from "../life/life.ts";
import type { Rule } from "../rule.ts";
import type { Holding, PastColumn } from "./column.ts";

type Course = Pick<PastColumn, "atMs" | "stepMs">;

/** One firing: when, and between which points of the column it held. */
export type PastFiring = {
	readonly firedMs: number;
	/** Null while it would still fire. */
	readonly resolvedMs: number | null;
	readonly from: number;
	readonly to: number;
};

/** A reading is a look at one moment; a point is one that lasts, and what holds in it held for all of it. */
export function firingsIn(
	course: Course,
	holding: Holding,
	{ forMs, calmMs }: Pick<Rule, "forMs" | "calmMs">,
): readonly PastFiring[] {
	const { atMs, stepMs } = course;
	const passedMs = passing(course, holding);
	// What lasts is over at its end, and may have been enough somewhere within.
	const momentOf = (i: number, tooMuchMs: number) =>
		(atMs[i] ?? 0) + (stepMs === null ? 0 : stepMs - tooMuchMs);
	const firings: PastFiring[] = [];
	let fired: readonly number[] = [];
	let i = holding.indexOf(1);
	while (i >= 0) {
		const from = i;
		let heldMs = stepMs ?? 0;
		while (heldMs < forMs && ++i < holding.length) {
			if (holding[i] === 0) break;
			if (holding[i] === 1) heldMs += passedMs(i);
		}
		if (heldMs < forMs) {
			i = i < holding.length ? holding.indexOf(1, i) : -1;
			continue;
		}
		const firedMs = momentOf(i, heldMs - forMs);
		fired = [...lately(fired, firedMs), firedMs];
		const needMs = calmNeededMs({ firings: fired }, { calmMs });
		const end = calmAfter(holding, i, needMs, passedMs);
		firings.push({
			...{ firedMs, from, to: end.to },
			resolvedMs: end.at < 0 ? null : momentOf(end.at, end.calmedMs - needMs),
		});
		i = end.at < 0 ? -1 : holding.indexOf(1, end.at);
	}
	return firings;
}

/** Where it was calm for long enough after `i`, or -1; and where it held last. */
function calmAfter(
	holding: Holding,
	i: number,
	needMs: number,
	passedMs: (i: number) => number,
): { readonly at: number; readonly to: number; readonly calmedMs: number } {
	let at = holding.indexOf(0, i);
	let calmedMs = 0;
	while (at >= 0 && at < holding.length) {
		if (holding[at] === 1) {
			calmedMs = 0;
			at = holding.indexOf(0, at);
			continue;
		}
		if (holding[at] === 0) {
			calmedMs += passedMs(at);
			if (calmedMs >= needMs)
				return { at, to: holding.lastIndexOf(1, at), calmedMs };
		}
		at++;
	}
	return { at: -1, to: holding.lastIndexOf(1), calmedMs };
}

/** How long passed before a point; what passed while nobody knew is not counted. */
function passing(
	{ atMs, stepMs }: Course,
	holding: Holding,
): (i: number) => number {
	if (stepMs !== null) return () => stepMs;
	const usualMs = usualBetween(atMs);
	return (i) => {
		const betweenMs = (atMs[i] ?? 0) - (atMs[i - 1] ?? 0);
		return holding[i - 1] === -1 ? Math.min(betweenMs, usualMs) : betweenMs;
	};
}

/** The middle one of the first steps. */
function usualBetween(atMs: Float64Array): number {
	const steps = Array.from(
		{ length: Math.min(101, Math.max(0, atMs.length - 1)) },
		(_, i) => (atMs[i + 1] ?? 0) - (atMs[i] ?? 0),
	).toSorted((a, b) => a - b);
	return steps[Math.floor(steps.length / 2)] ?? 0;
}

/** The worst while it held; null where nothing is measured. */
export function worstOf(
	{ worst }: PastColumn,
	{ from, to }: Pick<PastFiring, "from" | "to">,
	side: "over" | "under",
): number | null {
	let most = Number.NaN;
	for (let i = from; i <= to; i++) {
		const n = worst[i] ?? Number.NaN;
		if (Number.isNaN(n)) continue;
		if (Number.isNaN(most) || (side === "over" ? n > most : n < most)) most = n;
	}
	return Number.isFinite(most) ? most : null;
}
