// What does the server say about the board? The one description of it, for the server, the screen and the document.
import { z } from "zod";
import { freshnesses } from "#lib/core/freshness.ts";
import { historyFacts } from "#lib/core/history.ts";
import { verdicts } from "#lib/core/verdict.ts";
import { amount, members, note, reason, time, trouble } from "./parts.ts";

export const row = z
	.object({
		id: z.string(),
		broker: z.string(),
		system: z.string(),
		kind: z.string(),
		channel: z.string(),
		group: z.string().nullable(),
		family: z.string().nullable(),
		verdict: z.enum(verdicts),
		reason,
		since: time,
		lag: amount.nullable(),
		timeLagSeconds: amount.nullable(),
		holding: z.number().nullable(),
		oldestHeldSeconds: z.number().nullable(),
		deliveriesMax: z.number().nullable(),
		pace: z.object({ in: z.number().nullable(), out: z.number().nullable() }),
		members: members.nullable(),
		marginSeconds: amount.nullable(),
		drainedSeconds: z.number().nullable(),
		spark: z.array(z.number().nullable()),
		highWater: z.number().nullable().meta({
			description: "The highest lag of the seven days before the last hour",
		}),
		state: z.string().nullable(),
		notes: z.array(note),
		at: time,
		stale: z.boolean(),
	})
	.meta({
		id: "Row",
		description:
			"One group reading one channel; null stands for what cannot be known",
	});
export type RowReply = z.infer<typeof row>;

const counts = z.record(z.enum(verdicts), z.number());
const namePart = z.union([
	z.string(),
	z.object({ from: z.string(), to: z.string() }),
]);

export const fold = z
	.object({
		id: z.string(),
		rows: z.number().meta({ description: "How many rows are folded here" }),
		of: z
			.number()
			.meta({ description: "How many the family has; a filter may hide some" }),
		counts,
		name: z.array(namePart).meta({
			description: "What its channels are called, and where they differ",
		}),
		lag: amount.nullable(),
		timeLagSeconds: amount.nullable(),
		holding: amount.nullable(),
		oldestHeldSeconds: z.number().nullable(),
		deliveriesMax: z.number().nullable(),
		pace: z.object({ in: amount.nullable(), out: amount.nullable() }),
		members: members.nullable(),
		marginSeconds: amount.nullable(),
		drainedSeconds: z.number().nullable(),
		spark: z.array(z.number().nullable()),
		at: time,
		stale: z.boolean(),
	})
	.meta({
		id: "Fold",
		description:
			"Rows of one family and group, added up for the eye; what cannot be added is the worst of them",
	});
export type FoldReply = z.infer<typeof fold>;

export const broker = z
	.object({
		name: z.string(),
		system: z.string(),
		address: z
			.string()
			.meta({ description: "Without user, password and options" }),
		everyMs: z.number(),
		heard: time.nullable(),
		freshness: z.enum(freshnesses),
		trouble: trouble.nullable(),
		parts: z.array(trouble),
		version: z.string().nullable(),
		subscriptions: z.number(),
	})
	.meta({ id: "Broker" });
export type BrokerReply = z.infer<typeof broker>;

const said = z.object({ en: z.string(), ko: z.string() });
export const system = z
	.object({
		name: z.string(),
		label: z.string(),
		icon: z.string(),
		example: z.string(),
		finds: said,
		kinds: z.record(
			z.string(),
			z.object({
				channel: said,
				group: said.nullable(),
				holds: z.boolean(),
				keeps: z.boolean(),
				partitioned: z.boolean(),
				itemised: z.boolean(),
				command: z.array(z.string()).optional().meta({
					description: "The words of a command line that tells the same",
				}),
				wholeGroup: z.array(z.string()).optional().meta({
					description:
						"Clean-ups of a group with all its channels, done once for each group",
				}),
				actions: z.array(z.string()).optional().meta({
					description: "The clean-ups it has, as they are offered",
				}),
			}),
		),
	})
	.meta({ id: "System" });
export type SystemReply = z.infer<typeof system>;

export const collector = z
	.object({
		at: time.nullable(),
		freshness: z.enum(freshnesses),
		everyMs: z.number(),
		history: z.enum(historyFacts),
	})
	.meta({
		id: "Collector",
		description: "When the collector last wrote that it lives",
	});

export const boardReply = z
	.object({
		rev: z.number(),
		at: time.meta({ description: "The server's clock when it answered" }),
		askAgainMs: z
			.number()
			.meta({ description: "How long a screen waits before it asks again" }),
		total: z.number(),
		counts,
		firing: z
			.number()
			.meta({ description: "How many alerts fire, whatever the filter" }),
		lines: z
			.number()
			.meta({ description: "Lines altogether: fewer than rows when folded" }),
		offset: z
			.number()
			.meta({ description: "Lines that were passed over before this page" }),
		calmLines: z
			.number()
			.meta({ description: "How many lines are wholly healthy" }),
		calm: z.number().meta({
			description: "How many rows stand in lines that are wholly healthy",
		}),
		collector,
		brokers: z.array(broker),
		systems: z.array(system),
		rows: z.array(row),
		folds: z.record(z.string(), fold).meta({
			description: "What a row of `rows` stands for, by its id",
		}),
		opened: z.record(z.string(), z.array(row)).meta({
			description: "Rows of the folds asked for with `open`, by the fold's id",
		}),
		next: z.string().nullable(),
	})
	.meta({ id: "Board" });
export type BoardReply = z.infer<typeof boardReply>;

export const subscriptionReply = z
	.object({ at: time, askAgainMs: z.number(), collector, broker, system, row })
	.meta({ id: "Subscription" });
export type SubscriptionReply = z.infer<typeof subscriptionReply>;
