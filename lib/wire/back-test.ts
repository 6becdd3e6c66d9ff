// What does the server say when it was asked when a rule would have fired?
import { z } from "zod";
import { alertTarget, answer } from "./alerts.ts";
import { time } from "./parts.ts";

const backTest = z
	.object({
		from: time,
		to: time,
		knownFrom: time.nullable(),
		matched: z.number(),
		looked: z.number(),
		leftOut: z.array(z.string()),
		times: z.number(),
		firingMs: z.number(),
		firings: z.array(
			z.object({
				target: alertTarget,
				fired: time,
				resolved: time.nullable(),
				worst: z.number().nullable(),
			}),
		),
		line: z
			.object({
				target: alertTarget,
				atMs: z.array(z.number()),
				values: z.array(z.number().nullable()),
			})
			.nullable(),
		others: z.array(
			z.object({
				n: z.number().nullable(),
				forMs: z.number(),
				times: z.number(),
			}),
		),
	})
	.meta({ id: "BackTest" });
export type BackTestReply = z.infer<typeof backTest>;

export const alertAnswer = z
	.discriminatedUnion("is", [
		z.object({ is: z.literal("changed"), id: z.string().nullable() }),
		z.object({ is: z.literal("back-test"), backTest }),
		z.object({ is: z.literal("tried"), answer, tookMs: z.number() }),
	])
	.meta({ id: "AlertAnswer" });
export type AlertAnswerReply = z.infer<typeof alertAnswer>;
