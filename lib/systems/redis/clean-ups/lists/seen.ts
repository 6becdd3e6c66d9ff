// What does whoever applies a plan for a list need to know of the world it was drawn from?
import { z } from "zod";
import type { Plan } from "#lib/core/clean-up/plan.ts";
import { ends } from "../../lists/ends.ts";

const count = z.number().int().min(0);
const name = z.string();
const end = z.enum(ends);

const slice = z.strictObject({ count, digest: name });

/** From one list to another, slice by slice. */
const move = z.strictObject({
	...{ from: name, to: name },
	/** The end of `from` that slices are counted from, and how far from it the first lies. */
	...{ near: end, offset: count },
	/** Which goes first: that which lies far from it, or near. */
	isFarFirst: z.boolean(),
	/** The end of `to` that they are put at. */
	put: end,
	/** How long `from` has to be; null where others may come and go. */
	length: count.nullable(),
	/** The nearest first. */
	slices: z.array(slice),
	/** Who must not be connected; null where nobody knows. */
	worker: name.nullable(),
});

const seen = z.strictObject({
	runId: name,
	/** The server's clock. */
	atMs: count,
	/** Of an undo they are found anew when it is done. */
	moves: z.array(move),
	/** Lists that are counted. */
	counted: z.strictObject({
		progress: z.array(name),
		aside: name.nullable(),
	}),
	/** Of an undo: where what is taken back was put, in which order, and where each list had it. */
	back: z
		.strictObject({
			put: end,
			isFarFirst: z.boolean(),
			lists: z.record(name, z.strictObject({ old: end, count })),
		})
		.nullable(),
});

export type Seen = z.infer<typeof seen>;
export type Move = z.infer<typeof move>;

/** Null for a plan that this program did not draw. */
export function seenIn(plan: Plan): Seen | null {
	const found = seen.safeParse(plan.seen);
	return found.success ? found.data : null;
}
