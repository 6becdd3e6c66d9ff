// What does the server say of a clean-up? Its plans, how far it is, what came of it, and what was seen later.
import { z } from "zod";
import {
	afterwardsCodes,
	endings,
	stages,
} from "#lib/core/clean-up/outcome.ts";
import { errandStates } from "#lib/core/errand.ts";
import { figure, plan, refusal, values, wish } from "./clean-up-plan.ts";
import { time } from "./parts.ts";
import { problemDetail } from "./problem.ts";

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
		description:
			"Of how many messages or positions it is known what was before",
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
