// How is what a group holds asked for, and how is it shown: entry by entry, and as counts?
import { z } from "zod";
import { contentsMax } from "#lib/core/pending.ts";
import { amount, time } from "./parts.ts";

const id = z.string().max(200);

export const pendingRequest = z
	.strictObject({
		member: z.string().max(65_536).nullable().default(null),
		deliveriesMin: z.int().min(1).max(1_000_000_000).default(1),
		idleMinMs: z.int().min(0).max(1_000_000_000_000).default(0),
		after: id
			.nullable()
			.default(null)
			.meta({ description: "What the page before gave as `next`" }),
		entry: id.nullable().default(null).meta({ description: "This one only" }),
		contents: z
			.boolean()
			.default(false)
			.meta({
				description: `Needs a right of its own; at most ${contentsMax.entries} entries, each field cut`,
			}),
		whole: z.boolean().default(false).meta({
			description:
				"A survey that counts each entry for as long as somebody asks again",
		}),
	})
	.meta({ id: "PendingRequest" });

const cut = z
	.object({ text: z.string(), bytesLeftOut: z.number() })
	.meta({ id: "Cut" });

export const contents = z
	.object({
		fields: z.array(z.object({ name: cut, value: cut })),
		fieldsLeftOut: z.number(),
	})
	.meta({ id: "Contents" });
export type ContentsReply = z.infer<typeof contents>;

const count = z.number().nullable();

export const pendingPage = z
	.object({
		entries: z.array(
			z.object({
				id: z.string(),
				member: z.string(),
				idleMs: count,
				deliveries: count,
				written: time.nullable(),
				kept: z
					.boolean()
					.nullable()
					.meta({ description: "False where the message itself is gone" }),
				bytes: count,
				contents: contents.nullable(),
			}),
		),
		next: z.string().nullable(),
		passed: z
			.number()
			.meta({ description: "How many were passed to find these" }),
	})
	.meta({ id: "Pending" });
export type PendingReply = z.infer<typeof pendingPage>;

const counts = z.array(z.number());

export const survey = z
	.object({
		total: z.number(),
		seen: z.number(),
		bound: z.enum(["exact", "about"]),
		counted: count,
		idle: counts.meta({
			description:
				"Under 1 min, 5 min, 30 min, 2 h, 1 d, and more; so is `written`",
		}),
		written: counts,
		writtenUnknown: z.number(),
		deliveries: counts.meta({
			description: "Once, twice, up to 5, 10, 100, and more",
		}),
		deliveriesMax: amount.nullable(),
		idleMaxMs: amount.nullable(),
		holders: z.array(z.object({ member: z.string(), holding: z.number() })),
		holdersTotal: z.number(),
	})
	.meta({ id: "Survey" });
export type SurveyReply = z.infer<typeof survey>;
