// What became of it since? The same counts again, and whether anybody reads on from where it was put, or put it back.
import type { Afterwards } from "#lib/core/clean-up/outcome.ts";
import type { Plan } from "#lib/core/clean-up/plan.ts";
import type { Proof } from "../../system.ts";
import { lookedAt } from "./apply.ts";
import { countsOf, figuresSince } from "./counts.ts";
import type { Place } from "./place.ts";
import { seenIn } from "./seen.ts";
import { standingsOf } from "./standing.ts";

type Said = Omit<Afterwards, "atMs">;

export async function prove(place: Place, plan: Plan): Promise<Proof> {
	const seen = seenIn(plan);
	if (seen === null) return { figures: [], afterwards: [] };
	const now = await lookedAt(place, seen);
	const all = standingsOf(seen, now);
	const said: Said[] = (["reads on", "put back", "as before"] as const).flatMap(
		(code) =>
			all[code] === 0 ? [] : [{ code, values: { partitions: all[code] } }],
	);
	const told: Said[] = said.length > 0 ? said : [asLeft];
	return {
		figures: figuresSince(plan, countsOf(now, place.learned.rules)),
		afterwards: told.map((it) => ({ ...it, atMs: now.atMs })),
	};
}

const asLeft: Said = { code: "as left", values: {} };
