// What became of it since? The same counts again, and whether anybody reads on from where it was put, or put it back.
import type { Afterwards } from "#lib/core/clean-up/outcome.ts";
import type { Plan } from "#lib/core/clean-up/plan.ts";
import { figuresSince } from "../../figures.ts";
import type { Proof } from "../../system.ts";
import { type Shown, shownBy } from "./looked.ts";
import type { Place } from "./place.ts";
import { type Seen, seenIn } from "./seen.ts";
import { standingsOf } from "./standing.ts";

type Said = Omit<Afterwards, "atMs">;

export async function prove(place: Place, plan: Plan): Promise<Proof> {
	const seen = seenIn(plan);
	if (seen === null) return { figures: [], afterwards: [] };
	const shown = await shownBy(place, seen);
	const said = saidOf(seen, shown);
	const told = said.length > 0 ? said : [asLeft];
	return {
		figures: figuresSince(plan, shown.counts),
		afterwards: told.map((it) => ({ ...it, atMs: shown.atMs })),
	};
}

const asLeft: Said = { code: "as left", values: {} };

function saidOf(seen: Seen, shown: Shown): readonly Said[] {
	const { further } = seen;
	switch (further.action) {
		case "evict": {
			const name = further.instanceId;
			const members = shown.described?.members ?? [];
			return members.some(({ instanceId }) => instanceId === name)
				? [{ code: "member came back", values: { name } }]
				: [];
		}
		case "destroy":
			return shown.isGone ? [] : [{ code: "group came back", values: {} }];
		default: {
			const all = standingsOf(seen, shown);
			return (["reads on", "put back", "as before"] as const).flatMap((code) =>
				all[code] === 0 ? [] : [{ code, values: { partitions: all[code] } }],
			);
		}
	}
}
