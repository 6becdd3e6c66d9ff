// What does whoever applies a plan need to know of the world it was drawn from? Nobody in between looks into it.
import { z } from "zod";
import type { Plan } from "#lib/core/clean-up/plan.ts";

const count = z.number().int().min(0);
const name = z.string();

const member = z.strictObject({
	name,
	holding: count,
	idleMs: count,
	/** Whether what it holds is taken, and the last id that was seen to be meant. */
	to: z.string().nullable(),
	isRemoved: z.boolean(),
	/** Judged to be gone when the plan was drawn. */
	isAbsent: z.boolean(),
});

/** What else there is to be compared, or done, of each action that needs more. */
const further = z.discriminatedUnion("action", [
	z.strictObject({ action: z.enum(["reclaim", "clear"]) }),
	z.strictObject({ action: z.literal("trim"), keptFrom: name }),
	z.strictObject({
		...{ action: z.literal("count"), position: name },
		...{ added: count, length: count, unread: count },
	}),
	z.strictObject({
		...{ action: z.literal("destroy"), position: name },
		...{ holding: count, members: count },
	}),
	z.strictObject({
		...{ action: z.literal("redrive"), aside: name, last: name },
		isOwnOnly: z.boolean(),
	}),
	z.strictObject({ action: z.literal("park"), ids: z.array(name) }),
	z.strictObject({
		action: z.literal("undo"),
		receiver: z.string().nullable(),
		copies: z.string().nullable(),
	}),
]);

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
	further,
});

export type Seen = z.infer<typeof seen>;
export type SeenMember = z.infer<typeof member>;
export type Further = z.infer<typeof further>;

/** Null for a plan that this program did not draw. */
export function seenIn(plan: Plan): Seen | null {
	const found = seen.safeParse(plan.seen);
	return found.success ? found.data : null;
}
