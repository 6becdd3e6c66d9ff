// What is counted of a group, before and after?
import { type Amount, about, exactly } from "#lib/core/amount.ts";
import type { Counts } from "../../../figures.ts";
import { compareIds } from "../../streams/entry-id.ts";
import type { GroupNow } from "./group-now.ts";

/** `sources`: who is cleaned up after, whatever is said of them. */
export function countsOf(
	now: GroupNow,
	sources: ReadonlySet<string> = new Set(),
	aside: number | null = null,
): Counts {
	const held = (isMeant: boolean) =>
		now.members
			.filter(({ name, verdict }) => {
				const isAbsent = verdict === "dead" || verdict === "stuck";
				return (isAbsent || sources.has(name)) === isMeant;
			})
			.reduce((sum, { holding }) => sum + holding, 0);
	return {
		members: exactly(now.members.length),
		"held by absent": exactly(held(true)),
		"held by live": exactly(held(false)),
		held: exactly(now.held?.total ?? 0),
		waiting: waitingOf(now),
		kept: exactly(now.stream.length),
		"put aside": aside === null ? null : exactly(aside),
	};
}

/** Of a group that is no more. */
export const nothingThere: Counts = {
	...{ members: exactly(0), held: exactly(0) },
	...{ "held by absent": exactly(0), "held by live": exactly(0) },
};

/** As the ticks count it, where one look is enough to know it. */
export function waitingOf({ group, stream, version }: GroupNow): Amount | null {
	const { length, lastMade, first } = stream;
	if (length === 0 || compareIds(group.position, lastMade) >= 0)
		return exactly(0);
	if (first !== null && compareIds(group.position, first) < 0)
		return exactly(length);
	if (group.lag === null) return null;
	const n = Math.min(group.lag, length);
	return version?.lagTrust === "capped" ? exactly(n) : about(n);
}

export const plus = (
	amount: Amount | null | undefined,
	other: Amount,
): Amount | null => {
	if (!amount) return null;
	const n = Math.max(0, amount.n + other.n);
	if (amount.bound === other.bound || other.bound === "exact")
		return { n, bound: amount.bound };
	return amount.bound === "exact" ? { n, bound: other.bound } : about(n);
};

/** Taking away what is at least so much leaves at most so much. */
export const minus = (
	amount: Amount | null | undefined,
	{ n, bound }: Amount,
): Amount | null => {
	const turned =
		bound === "at least" ? "at most" : bound === "at most" ? "at least" : bound;
	return plus(amount, { n: -n, bound: turned });
};
