// What does a plan look like on the wire? Everything of it that is shown; what only the system reads stays behind.
import { z } from "zod";
import {
	fates,
	plainActions,
	risks,
	serving,
} from "#lib/core/clean-up/clean-up.ts";
import { undoings } from "#lib/core/clean-up/plan.ts";
import { refusalCodes } from "#lib/core/clean-up/refusal-code.ts";
import {
	effectCodes,
	figureCodes,
	warningCodes,
} from "#lib/core/clean-up/remark.ts";
import { amount, time } from "./parts.ts";

export const values = z.record(
	z.string(),
	z.union([z.string(), z.number()]).nullable(),
);
const names = z.array(z.string()).nullable();

const whereto = z
	.discriminatedUnion("place", [
		z.object({ place: z.enum(["first", "end"]) }),
		z.object({ place: z.literal("time"), atMs: z.number() }),
		z.object({ place: z.literal("ago"), ms: z.number() }),
		z.object({ place: z.literal("shift"), messages: z.number() }),
		z.object({ place: z.literal("exact"), position: z.number() }),
		z.object({ place: z.literal("group"), group: z.string() }),
		z.object({
			place: z.literal("listed"),
			positions: z.array(
				z.object({
					channel: z.string(),
					partition: z.number(),
					position: z.number(),
				}),
			),
		}),
	])
	.meta({ id: "Whereto" });

export const wish = z
	.discriminatedUnion("action", [
		z.object({
			action: z.literal("reclaim"),
			members: names,
			stuck: z.boolean(),
			idleMinMs: z.number(),
			deliveriesMin: z.number(),
			fate: z.enum(fates).nullable(),
			to: z.string().nullable(),
			remove: z.boolean(),
		}),
		z.object({ action: z.literal("remove"), members: names }),
		z.object({ action: z.literal("redrive"), from: z.string().nullable() }),
		z.object({ action: z.literal("undo"), errand: z.string() }),
		z.object({
			action: z.literal("recover"),
			from: names,
			served: z.enum(serving),
		}),
		z.object({ action: z.literal("evict"), member: z.string() }),
		z.object({ action: z.literal("move"), to: z.string().nullable() }),
		z.object({
			action: z.literal("reset"),
			partitions: z.array(z.number()).nullable(),
			to: whereto,
		}),
		z.object({ action: z.enum(plainActions) }),
	])
	.meta({ id: "CleanUp" });

export const refusal = z
	.object({ code: z.enum(refusalCodes), values })
	.meta({ id: "Refusal" });
const warning = z
	.object({ code: z.enum(warningCodes), values })
	.meta({ id: "Warning" });
export const figure = z
	.object({
		code: z.enum(figureCodes),
		before: amount.nullable(),
		after: amount.nullable(),
	})
	.meta({ id: "Figure", description: "Null where it cannot be known" });

export const plan = z
	.object({
		cleanUp: wish,
		risk: z.enum(risks),
		at: time.meta({ description: "When the broker was looked at" }),
		effects: z.array(z.object({ code: z.enum(effectCodes), values })),
		warnings: z.array(warning),
		figures: z.array(figure),
		choices: z.array(
			z.object({
				fate: z.enum(fates),
				to: z.string().nullable(),
				candidates: z.array(z.string()),
				risk: z.enum(risks),
				warnings: z.array(warning),
				refusal: refusal.nullable(),
			}),
		),
		members: z.array(
			z.object({
				name: z.string(),
				holding: z.number(),
				idleMs: z.number().nullable(),
				isRemoved: z.boolean(),
			}),
		),
		membersLeftOut: z.number(),
		moves: z.array(
			z.object({
				channel: z.string(),
				partition: z.number(),
				before: z.number().nullable(),
				after: z.number().nullable(),
				first: z.number().nullable(),
				end: z.number().nullable(),
				isBrought: z.boolean(),
			}),
		),
		movesLeftOut: z.number(),
		pace: z.number().nullable().meta({
			description: "Messages in a second, when it last worked on any",
		}),
		messages: amount,
		membersRemoved: z.number(),
		undo: z.enum(undoings),
		commands: z.array(z.string()).nullable(),
		typed: z.string().nullable(),
		refusal: refusal.nullable(),
	})
	.meta({
		id: "Plan",
		description: "What exactly would be done; approved as it stands or not",
	});
export type PlanReply = z.infer<typeof plan>;
