// How is a clean-up asked for, approved and looked up? Only the server reads this.
import { z } from "zod";
import {
	actions,
	fates,
	membersMax,
	nameLengthMax,
	reclaimAll,
} from "#lib/core/clean-up/clean-up.ts";
import { whyLengthMax } from "#lib/core/clean-up/consent.ts";
import { filterLengthMax, targetsMax } from "#lib/core/clean-up/undertaking.ts";
import { errandStates } from "#lib/core/errand.ts";
import { rowsFormats } from "./rows.ts";

const name = z.string().max(nameLengthMax);
const names = z
	.array(name)
	.min(1)
	.max(membersMax)
	.nullable()
	.default(null)
	.meta({ description: "Null for all that are dead" });

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
			action: z.enum(["count", "clear", "trim", "destroy"]),
		}),
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
		description: `A filter is resolved when the plan is drawn, into ${targetsMax} at most`,
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

export const activityRequest = z.object({
	state: z
		.enum([...errandStates, "begun"])
		.optional()
		.meta({
			description: "`begun` leaves out plans to which nobody said yes",
		}),
	by: z.string().max(200).optional(),
	broker: z.string().max(200).optional(),
	subscription: z.string().max(100).optional(),
	action: z.enum(actions).optional(),
	from: z.iso.datetime().optional(),
	to: z.iso.datetime().optional(),
	limit: z.coerce
		.number()
		.int()
		.transform((n) => Math.min(200, Math.max(1, n)))
		.default(50)
		.meta({
			override: { type: "integer", minimum: 1, maximum: 200, default: 50 },
		}),
	cursor: z
		.string()
		.max(4_000)
		.optional()
		.meta({ description: "The `next` of the page before" }),
	format: z.enum(rowsFormats).optional().meta({
		description:
			"Everything that fits as one file, from the cursor on; left out, one page",
	}),
});
