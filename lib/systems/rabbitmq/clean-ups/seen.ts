// What does whoever applies a plan for a queue need to know of the world it was drawn from?
import { z } from "zod";
import type { Plan } from "#lib/core/clean-up/plan.ts";

const count = z.number().int().min(0);
const name = z.string();

/** Nobody tells when a queue was made: what it is and what it has counted are all that can be compared. */
const queue = z.strictObject({
	traits: name,
	published: count.nullable(),
	ready: count,
	hasReaders: z.boolean(),
});

const seen = z.strictObject({
	queue,
	further: z.discriminatedUnion("action", [
		z.strictObject({ action: z.literal("purge") }),
		z.strictObject({ action: z.literal("delete"), bindings: count }),
		z.strictObject({
			...{ action: z.literal("move"), to: name, target: queue, count },
			/** What the broker calls it while it goes on. */
			shovel: name,
		}),
		z.strictObject({
			...{ action: z.literal("evict"), tag: name, connection: name },
			/** When it began: another of the same name began later. */
			connectedMs: count,
			acknowledged: count,
		}),
		z.strictObject({ action: z.literal("nothing") }),
	]),
});

export type Seen = z.infer<typeof seen>;
export type SeenQueue = Seen["queue"];
export type Further = Seen["further"];

/** Null for a plan that this program did not draw. */
export function seenIn(plan: Plan): Seen | null {
	const found = seen.safeParse(plan.seen);
	return found.success ? found.data : null;
}
