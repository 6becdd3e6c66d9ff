// What does the server say of a clean-up? Its plans, how far it is, what came of it, and what was seen later.
import { z } from "zod";
import { fates, risks } from "#lib/core/clean-up/clean-up.ts";
import {
	afterwardsCodes,
	endings,
	stages,
} from "#lib/core/clean-up/outcome.ts";
import { undoings } from "#lib/core/clean-up/plan.ts";
import {
	effectCodes,
	figureCodes,
	refusalCodes,
	warningCodes,
} from "#lib/core/clean-up/remark.ts";
import { errandStates } from "#lib/core/errand.ts";
import { amount, time } from "./parts.ts";
import { problemDetail } from "./problem.ts";

const values = z.record(
	z.string(),
	z.union([z.string(), z.number()]).nullable(),
);
const names = z.array(z.string()).nullable();

const wish = z
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
		z.object({ action: z.enum(["count", "clear", "trim", "destroy"]) }),
	])
	.meta({ id: "CleanUp" });

const refusal = z
	.object({ code: z.enum(refusalCodes), values })
	.meta({ id: "Refusal" });
const warning = z
	.object({ code: z.enum(warningCodes), values })
	.meta({ id: "Warning" });
const figure = z
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

const outcome = z
	.object({
		ending: z.enum(endings),
		messagesDone: z.number(),
		membersRemoved: z.number(),
		refusals: z.array(refusal),
		figures: z.array(figure),
		verified: time.nullable(),
	})
	.meta({ id: "Outcome" });
export type OutcomeReply = z.infer<typeof outcome>;

const target = z.object({
	id: z.string(),
	subscription: z.object({
		broker: z.string(),
		kind: z.string(),
		channel: z.string(),
		group: z.string().nullable(),
	}),
	plan: plan.nullable(),
	failure: problemDetail.nullable(),
	progress: z
		.object({
			messages: z.number(),
			members: z.number(),
			stage: z.enum(stages),
		})
		.nullable(),
	outcome: outcome.nullable(),
	afterwards: z.array(
		z.object({ code: z.enum(afterwardsCodes), values, at: time }),
	),
	kept: z.number().meta({
		description: "Of how many messages it is known what was before",
	}),
});
export type TargetReply = z.infer<typeof target>;

const undertaking = z
	.object({
		targets: z.array(target),
		leftOut: z.number().meta({ description: "How many more fit the filter" }),
		hash: z.string().meta({ description: "Who approves names it" }),
		planned: time,
		expires: time,
		typed: z.string().nullable().meta({
			description: "What has to be typed in order to approve all of it",
		}),
		approval: z
			.object({
				by: z.string(),
				from: z.string().nullable(),
				at: time,
				why: z.string().nullable(),
			})
			.nullable(),
		started: time.nullable(),
		stoppedBy: z.string().nullable(),
		undoneBy: z.string().nullable().meta({ description: "An errand" }),
	})
	.meta({ id: "Undertaking" });
export type UndertakingReply = z.infer<typeof undertaking>;

export const cleanUpReply = z
	.object({
		verb: z.literal("clean up"),
		id: z.string(),
		by: z.string(),
		from: z.string().meta({
			description: "Which sign-in it was asked from, in eight letters",
		}),
		state: z.enum(errandStates),
		asked: time,
		ended: time.nullable(),
		cleanUp: wish,
		filter: z.string().nullable().meta({
			description: "Null where its targets were named one by one",
		}),
		undertaking: undertaking.nullable().meta({
			description: "Null until it has been planned",
		}),
		failure: problemDetail.nullable(),
	})
	.meta({ id: "CleanUpErrand" });
export type CleanUpReply = z.infer<typeof cleanUpReply>;

export const activityReply = z
	.object({
		at: time,
		errands: z.array(cleanUpReply),
		next: z.string().nullable(),
	})
	.meta({ id: "Activity", description: "The newest first" });
export type ActivityReply = z.infer<typeof activityReply>;
