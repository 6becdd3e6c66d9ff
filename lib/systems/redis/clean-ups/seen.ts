// What does whoever applies a plan need to know of the world it was drawn from? Nobody in between looks into it.
import { z } from "zod";
import type { Plan } from "#lib/core/clean-up/plan.ts";

const count = z.number().int().min(0);

const member = z.strictObject({
	name: z.string(),
	holding: count,
	idleMs: count,
	/** Whether what it holds is taken, and the last id that was seen to be meant. */
	to: z.string().nullable(),
	isRemoved: z.boolean(),
	/** Judged to be gone when the plan was drawn. */
	isAbsent: z.boolean(),
});

const seen = z.strictObject({
	runId: z.string(),
	/** The server's clock. */
	atMs: count,
	groups: count,
	/** Some of what is held claims messages that are gone. */
	clears: z.boolean(),
	/** Who receives: a member, or the stream of the copies. */
	to: z.string().nullable(),
	members: z.array(member),
});

export type Seen = z.infer<typeof seen>;
export type SeenMember = z.infer<typeof member>;

/** Null for a plan that this program did not draw. */
export function seenIn(plan: Plan): Seen | null {
	const found = seen.safeParse(plan.seen);
	return found.success ? found.data : null;
}
