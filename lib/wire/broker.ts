// What does the server say about one broker, beside what the board says of it?
import { z } from "zod";
import { standingCodes } from "#lib/core/standing.ts";
import { verdicts } from "#lib/core/verdict.ts";
import { broker, collector, system } from "./board.ts";
import { time } from "./parts.ts";

const bystander = z
	.object({
		name: z.string(),
		kind: z.string().nullable(),
		state: z.string().nullable(),
		registered: z.number().nullable(),
		members: z
			.array(
				z.object({
					name: z.string(),
					clientId: z.string().nullable(),
					host: z.string().nullable(),
					instanceId: z.string().nullable(),
				}),
			)
			.meta({ description: "The first of those registered" }),
		stale: z
			.boolean()
			.meta({ description: "The part of the broker that knows it is silent" }),
	})
	.meta({
		id: "Bystander",
		description: "A group without a position on any channel: it has no row",
	});
export type BystanderReply = z.infer<typeof bystander>;

export const brokerPageReply = z
	.object({
		at: time,
		askAgainMs: z.number(),
		collector,
		broker,
		system,
		counts: z
			.record(z.enum(verdicts), z.number())
			.meta({ description: "Its subscriptions by verdict" }),
		ownShare: z
			.object({ busyMs: z.number(), overMs: z.number() })
			.nullable()
			.meta({
				description:
					"How much of the server's own time our reading took in the last minute; null where it does not tell",
			}),
		connections: z
			.object({ open: z.number().nullable(), most: z.number().nullable() })
			.nullable()
			.meta({
				description:
					"How many connections of clients are open and how many the server allows, of a cluster those of the node that is nearest to its limit; each null where it is not told, and all of it where nobody counts them",
			}),
		standing: z
			.array(
				z.object({
					code: z.enum(standingCodes),
					values: z.record(z.string(), z.union([z.string(), z.number()])),
				}),
			)
			.meta({ description: "What would be lost as the broker is set up" }),
		bystanders: z.object({
			groups: z.array(bystander),
			leftOut: z.number().meta({ description: "How many more there are" }),
		}),
	})
	.meta({ id: "BrokerPage" });
export type BrokerPageReply = z.infer<typeof brokerPageReply>;
