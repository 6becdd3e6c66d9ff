// What became of it since? The same counts again, and whoever came back.
import type { Afterwards, Before } from "#lib/core/clean-up/outcome.ts";
import type { Plan } from "#lib/core/clean-up/plan.ts";
import type { Proof } from "../../system.ts";
import { countsOf, figuresSince } from "./counts.ts";
import { groupNow, type Place } from "./group-now.ts";
import { type Seen, seenIn } from "./seen.ts";

const namesMax = 20;

export async function prove(
	place: Place,
	plan: Plan,
	_before: readonly Before[],
): Promise<Proof> {
	const seen = seenIn(plan);
	const now = await groupNow(place);
	const atMs = Date.now();
	const here = new Set(now.members.map(({ name }) => name));
	const back = removedIn(seen).filter((name) => here.has(name));
	const afterwards = back.slice(0, namesMax).map((name): Afterwards => {
		return { code: "member came back", values: { name }, atMs };
	});
	const asLeft: Afterwards = { code: "as left", values: {}, atMs };
	return {
		figures: figuresSince(plan, countsOf(now, sourcesIn(seen))),
		afterwards: afterwards.length > 0 ? afterwards : [asLeft],
	};
}

const removedIn = (seen: Seen | null): readonly string[] =>
	(seen?.members ?? []).flatMap(({ name, isRemoved }) =>
		isRemoved ? name : [],
	);

export const sourcesIn = (seen: Seen | null): ReadonlySet<string> =>
	new Set((seen?.members ?? []).map(({ name }) => name));
