// How is a clean-up asked for, approved and looked up? Only the server reads this.
import { z } from "zod";
import {
	membersMax,
	nameLengthMax,
	partitionsMax,
	spanMaxMs,
} from "#lib/core/clean-up/believed.ts";
import {
	fates,
	plainActions,
	reclaimAll,
	serving,
} from "#lib/core/clean-up/clean-up.ts";
import { whyLengthMax } from "#lib/core/clean-up/consent.ts";
import { filterLengthMax, targetsMax } from "#lib/core/clean-up/undertaking.ts";

const name = z.string().max(nameLengthMax);
const names = z
	.array(name)
	.min(1)
	.max(membersMax)
	.nullable()
	.default(null)
	.meta({ description: "Null for all that are dead" });

const place = z.int().min(0);
const span = place.max(spanMaxMs);

const whereto = z
	.discriminatedUnion("place", [
		z.strictObject({ place: z.enum(["first", "end"]) }),
		z.strictObject({
			place: z.literal("time"),
			atMs: span.meta({ description: "Since 1970, in UTC" }),
		}),
		z.strictObject({ place: z.literal("ago"), ms: span }),
		z.strictObject({
			place: z.literal("shift"),
			messages: z
				.int()
				.refine((n) => n !== 0)
				.meta({ description: "Back where it is negative; not 0" }),
		}),
		z.strictObject({ place: z.literal("exact"), position: place }),
		z.strictObject({ place: z.literal("group"), group: name }),
		z.strictObject({
			place: z.literal("listed"),
			positions: z
				.array(
					z.strictObject({ channel: name, partition: place, position: place }),
				)
				.min(1)
				.max(partitionsMax),
		}),
	])
	.meta({
		id: "WheretoWish",
		description: "Brought between the first message kept and the end",
	});

const wish = z
	.discriminatedUnion("action", [
		z.strictObject({
			action: z.literal("reclaim"),
			members: names,
			stuck: z.boolean().default(reclaimAll.stuck),
			idleMinMs: z.int().min(0).default(reclaimAll.idleMinMs),
			deliveriesMin: z.int().min(1).default(reclaimAll.deliveriesMin),
			fate: z.enum(fates).nullable().default(null),
			to: name.nullable().default(null),
			remove: z.boolean().default(reclaimAll.remove),
		}),
		z.strictObject({ action: z.literal("remove"), members: names }),
		z.strictObject({
			action: z.literal("redrive"),
			from: name.nullable().default(null),
		}),
		z.strictObject({
			action: z.literal("undo"),
			errand: z.string().regex(/^[A-Za-z0-9_-]{22}$/),
		}),
		z.strictObject({
			action: z.literal("recover"),
			from: z.array(name).min(1).max(membersMax).nullable().default(null),
			served: z.enum(serving).default("next"),
		}),
		z.strictObject({ action: z.literal("evict"), member: name }),
		z.strictObject({
			action: z.literal("move"),
			to: name.nullable().default(null).meta({
				description: "A channel; while it is null nothing is planned",
			}),
		}),
		z.strictObject({
			action: z.literal("reset"),
			partitions: z
				.array(place)
				.min(1)
				.max(partitionsMax)
				.nullable()
				.default(null),
			to: whereto,
		}),
		z.strictObject({ action: z.enum(plainActions) }),
	])
	.meta({ id: "CleanUpWish" });

const targets = z
	.union([
		z.strictObject({
			subscriptions: z
				.array(z.string().regex(/^[A-Za-z0-9_-]{43}$/))
				.min(1)
				.max(targetsMax),
		}),
		z.strictObject({ filter: z.string().max(filterLengthMax) }),
	])
	.meta({
		id: "Targets",
		description: `A filter is resolved when the plan is drawn, into ${targetsMax} at most; what ends whole groups has one target for each group, and members are taken out one at a time`,
	});

export const cleanUpRequest = z
	.strictObject({ verb: z.literal("clean up"), targets, cleanUp: wish })
	.meta({ id: "CleanUpRequest" });

export const approvalRequest = z
	.strictObject({
		hash: z.string().max(100).meta({ description: "Of the plan as shown" }),
		typed: z.string().max(nameLengthMax).optional().meta({
			description:
				"The name a plan asks for where messages may be lost; of several names, how many they are",
		}),
		why: z.string().max(whyLengthMax).optional(),
	})
	.meta({ id: "ApprovalRequest" });
