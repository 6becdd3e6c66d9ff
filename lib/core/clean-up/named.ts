// Which place does a clean-up name beside what it is about, and may whoever asks do this there as well?
import { mayAt, mayCleanUpAt } from "../people/rights.ts";
import type { Rights } from "../people/role.ts";
import type { Spot } from "../people/scope.ts";
import type { CleanUp, Reclaim } from "./clean-up.ts";
import { needOf } from "./need.ts";

/** The channel it takes from or puts into; null where that is left to the plan. */
export function channelNamed(cleanUp: CleanUp): string | null {
	if (cleanUp.action === "redrive") return cleanUp.from;
	if (cleanUp.action === "move") return cleanUp.to;
	return isBuried(cleanUp) ? cleanUp.to : null;
}

/** The same, with that left to the plan. */
export function withoutName(cleanUp: CleanUp): CleanUp {
	if (cleanUp.action === "redrive") return { ...cleanUp, from: null };
	if (cleanUp.action === "move") return { ...cleanUp, to: null };
	return isBuried(cleanUp) ? { ...cleanUp, to: null } : cleanUp;
}

const isBuried = (cleanUp: CleanUp): cleanUp is Reclaim =>
	cleanUp.action === "reclaim" && cleanUp.fate === "dead-letter";

/** Where another group stands is a look at that one; a channel that is named is changed, whoever reads it. */
export function mayName(
	rights: Rights,
	cleanUp: CleanUp,
	{ broker, channel }: Spot,
): boolean {
	if (cleanUp.action === "reset" && cleanUp.to.place === "group") {
		const other = { broker, channel, group: cleanUp.to.group };
		return mayAt(rights, "see", other) && mayAt(rights, "look", other);
	}
	const named = channelNamed(cleanUp);
	if (named === null) return true;
	const there = { broker, channel: named, group: null };
	return mayCleanUpAt(rights, cleanUp.action, needOf(cleanUp), there);
}
