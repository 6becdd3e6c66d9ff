// What does whoever applies a plan need to know of the world it was drawn from? Nobody in between looks into it.
import { createHash } from "node:crypto";
import { z } from "zod";
import type { Plan } from "#lib/core/clean-up/plan.ts";
import type { GroupNow, TopicNow } from "./group-now.ts";

const count = z.number().int().min(0);
const name = z.string();
/** Not always the number of a message. */
const committed = z.number().int();

/** Side by side, by partition: where the group stood, and a hash over all that is written beside each position. */
const topic = z.strictObject({
	...{ topic: name, id: name, notes: name },
	...{ partitions: z.array(count), positions: z.array(count.nullable()) },
	/** Where that is not the same. */
	committed: z.array(committed).optional(),
});

/** Side by side: what is committed in each partition. Null where its position goes. */
const target = z.strictObject({
	topic: name,
	partitions: z.array(count),
	positions: z.array(committed.nullable()),
});

/** What is to be done, of each action. */
const further = z.discriminatedUnion("action", [
	z.strictObject({ action: z.literal("reset"), targets: z.array(target) }),
	z.strictObject({ action: z.literal("undo"), targets: z.array(target) }),
	z.strictObject({ action: z.literal("destroy"), targets: z.array(target) }),
	z.strictObject({
		action: z.literal("forget"),
		members: count,
		targets: z.array(target),
	}),
	/** Its partitions, and where they stand. */
	z.strictObject({
		action: z.literal("evict"),
		...{ id: name, instanceId: name, targets: z.array(target) },
	}),
]);

const seen = z.strictObject({
	cluster: name,
	/** `classic`, `consumer`, `share`, `streams`, and what its members speak. */
	...{ type: name, protocol: name },
	topics: z.array(topic),
	further,
});

export type Seen = z.infer<typeof seen>;
export type SeenTopic = z.infer<typeof topic>;
export type Targets = z.infer<typeof target>;
export type Further = z.infer<typeof further>;

/** Null for a plan that this program did not draw. */
export function seenIn(plan: Plan): Seen | null {
	const found = seen.safeParse(plan.seen);
	return found.success ? found.data : null;
}

export const seenOf = (now: GroupNow, further: Further): Seen => ({
	cluster: now.cluster,
	...{ type: now.listed.type, protocol: now.listed.protocol },
	topics: [...now.topics.values()].map(seenTopic),
	further,
});

function seenTopic(now: TopicNow): SeenTopic {
	const rows = [...now.positions.values()].toSorted(
		(a, b) => a.partition - b.partition,
	);
	return {
		...{ topic: now.place.topic, id: now.place.id, notes: notesOf(now) },
		partitions: rows.map(({ partition }) => partition),
		positions: rows.map(({ position }) => position),
		...(rows.some(({ position, committed }) => position !== committed)
			? { committed: rows.map(({ committed }) => committed) }
			: {}),
	};
}

/** What is committed, and the number of the message that is; null where there is none, or nobody knows. */
export type Stand = {
	readonly committed: number | null;
	readonly position: number | null;
};

export const nowhere: Stand = { committed: null, position: null };

/** By partition. */
export const stoodIn = (was: SeenTopic): ReadonlyMap<number, Stand> =>
	new Map(
		was.partitions.map((partition, i) => {
			const position = was.positions[i] ?? null;
			const { committed = was.positions } = was;
			return [partition, { position, committed: committed[i] ?? null }];
		}),
	);

/** Who writes the same position again writes something else beside it, mostly. */
export function notesOf({ positions }: TopicNow): string {
	const hash = createHash("sha256");
	const rows = [...positions.values()].toSorted(
		(a, b) => a.partition - b.partition,
	);
	for (const { partition, epoch, metadata } of rows)
		hash.update(JSON.stringify([partition, epoch, metadata]));
	return hash.digest("base64url");
}
