// How does the collector answer what was asked of it?
import { z } from "zod";
import { errandStates } from "#lib/core/errand.ts";
import { lookParts, memberMarks } from "#lib/core/look.ts";
import { memberVerdicts } from "#lib/core/member.ts";
import { settingCodes } from "#lib/core/setting.ts";
import { troubleCodes } from "#lib/core/trouble.ts";
import { alertAnswer } from "./back-test.ts";
import { amount, time } from "./parts.ts";
import { pendingPage, survey } from "./pending.ts";
import { problemDetail } from "./problem.ts";

const count = z.number().nullable();

const evidence = z
	.object({ code: z.string(), values: z.record(z.string(), z.number()) })
	.meta({
		id: "Evidence",
		description: "What a verdict of a member rests on, as a code and values",
	});

export const look = z
	.object({
		at: time,
		part: z.enum(lookParts),
		total: z.number(),
		offset: z.number(),
		partitions: z.array(
			z.object({
				partition: z.number(),
				position: count,
				start: count,
				end: count,
				lag: count,
				owner: z.string().nullable(),
				timeLagMs: amount.nullable(),
				marginMs: amount.nullable(),
				moved: time.nullable(),
			}),
		),
		members: z.array(
			z.object({
				name: z.string(),
				clientId: z.string().nullable(),
				host: z.string().nullable(),
				instanceId: z.string().nullable(),
				partitions: z.array(z.number()).nullable(),
				holding: count,
				idleMs: count,
				oldestHeldMs: count,
				verdict: z.enum(memberVerdicts).nullable(),
				evidence: evidence.nullable(),
				mark: z.enum(memberMarks).nullable(),
				output: z
					.object({
						ageMs: z.number(),
						bytes: z.number(),
						share: count,
						behind: time.nullable(),
					})
					.nullable(),
			}),
		),
		settings: z
			.array(
				z.object({
					code: z.enum(settingCodes),
					value: z.union([z.number(), z.string()]).nullable(),
				}),
			)
			.meta({
				description:
					"Times in ms, sizes in bytes; `unbounded` stands for no bound",
			}),
		pending: pendingPage.nullable(),
		survey: survey.nullable(),
	})
	.meta({ id: "Look" });
export type LookReply = z.infer<typeof look>;

const finding = z
	.object({
		address: z.string(),
		system: z.string(),
		trouble: z.enum(troubleCodes).nullable(),
		version: z.string().nullable(),
		kinds: z.array(
			z.object({
				kind: z.string(),
				channels: z.number(),
				subscriptions: z.number(),
			}),
		),
		complete: z.boolean(),
	})
	.meta({
		id: "Finding",
		description: "What answers at an address, as codes and counts",
	});
export type FindingReply = z.infer<typeof finding>;

export const errandReply = z
	.object({
		id: z.string(),
		by: z.string(),
		state: z.enum(errandStates),
		asked: time,
		ended: time.nullable(),
		look: look.nullable(),
		findings: z.array(finding).nullable(),
		alerts: alertAnswer.nullable(),
		failure: problemDetail.nullable(),
	})
	.meta({ id: "Errand" });
export type ErrandReply = z.infer<typeof errandReply>;
