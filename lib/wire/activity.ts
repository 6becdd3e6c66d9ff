// What does the server say of what was done? Clean-ups, and whatever else somebody changed.
import { z } from "zod";
import { changedParts } from "#lib/core/change.ts";
import { changeVerbs } from "#lib/core/errand.ts";
import { alertTarget } from "./alerts.ts";
import { cleanUpReply } from "./clean-up.ts";
import { time } from "./parts.ts";
import { problemDetail } from "./problem.ts";

export const changeReply = z
	.object({
		verb: z.enum(changeVerbs),
		id: z.string(),
		by: z.string(),
		from: z.string().meta({
			description: "Which sign-in it was asked from, in eight letters",
		}),
		state: z.enum(["asked", "done", "failed"]),
		asked: time,
		ended: time.nullable(),
		name: z
			.string()
			.nullable()
			.meta({ description: "Of a rule, a person, a token" }),
		among: z.string().nullable().meta({ description: "A filter" }),
		target: alertTarget.nullable(),
		until: time.nullable().meta({ description: "Of a mute" }),
		why: z.string().nullable(),
		parts: z.array(
			z.object({
				part: z.enum(changedParts),
				before: z.string().nullable(),
				after: z.string().nullable(),
			}),
		),
		failure: problemDetail.nullable(),
	})
	.meta({
		id: "Change",
		description:
			"A change that is none at a broker; its parts as the configuration file says them",
	});
export type ChangeReply = z.infer<typeof changeReply>;

const doneReply = z.discriminatedUnion("verb", [cleanUpReply, changeReply]);
export type DoneReply = z.infer<typeof doneReply>;

export const activityReply = z
	.object({
		at: time,
		errands: z.array(doneReply),
		next: z.string().nullable(),
	})
	.meta({ id: "Activity", description: "The newest first" });
export type ActivityReply = z.infer<typeof activityReply>;
