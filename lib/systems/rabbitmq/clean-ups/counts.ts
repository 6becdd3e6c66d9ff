// What does the broker show of what a plan counted? As it was counted last, and where something was done, once it is counted anew.
import { setTimeout as rest } from "node:timers/promises";
import { exactly } from "#lib/core/amount.ts";
import type { Figure, Plan } from "#lib/core/clean-up/plan.ts";
import { type Counts, figuresSince } from "../../figures.ts";
import { bindingsOf } from "./delete.ts";
import { counted } from "./draw.ts";
import { targetOf } from "./move.ts";
import type { Place } from "./place.ts";
import { queueNow } from "./queue-now.ts";
import type { Seen } from "./seen.ts";

async function countsOf(place: Place, { further }: Seen): Promise<Counts> {
	if (further.action === "delete")
		return { bindings: exactly((await bindingsOf(place)) ?? 0) };
	const { ready, unacked, readers } = await queueNow(place);
	const there =
		further.action === "move" ? await targetOf(place, further.to) : null;
	return {
		...{ waiting: counted(ready), held: counted(unacked) },
		...{ members: exactly(readers.length) },
		"waiting there": there && counted(there.now.ready),
	};
}

export const figuresNow = async (
	place: Place,
	plan: Plan,
	seen: Seen,
): Promise<readonly Figure[]> =>
	figuresSince(plan, await countsOf(place, seen));

/** Longer than a server takes to count anew. */
const settleMs = 7_000;
const lookEveryMs = 250;

export async function figuresSettled(
	place: Place,
	plan: Plan,
	seen: Seen,
): Promise<readonly Figure[]> {
	const endMs = performance.now() + settleMs;
	for (;;) {
		const figures = await figuresNow(place, plan, seen);
		const isAsPlanned = figures.every(
			({ after }, i) =>
				(plan.figures[i]?.after ?? null) === null ||
				after?.n === plan.figures[i]?.after?.n,
		);
		if (isAsPlanned || performance.now() > endMs) return figures;
		await rest(lookEveryMs);
	}
}
