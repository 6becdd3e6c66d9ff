// What may be asked of the board? Text from an address, with every number brought into its bounds.
import { z } from "zod";

export const boardRequest = z.object({
	filter: z.string().default("").meta({
		description: "`key:value` terms that must all hold",
		example: "verdict:stalled lag:>1000",
	}),
	sort: z
		.enum(["gravity", "lag", "holding", "name", "broker", "margin"])
		.default("gravity"),
	limit: z.coerce
		.number()
		.int()
		.transform((n) => Math.min(500, Math.max(1, n)))
		.default(200)
		.meta({
			description: "Rows on a page",
			override: { type: "integer", minimum: 1, maximum: 500, default: 200 },
		}),
	cursor: z
		.string()
		.max(4_000)
		.optional()
		.meta({ description: "The `next` of the page before" }),
});

export const errandWait = z.object({
	wait: z.coerce
		.number()
		.int()
		.transform((n) => Math.min(5_000, Math.max(0, n)))
		.default(0)
		.meta({
			description: "How many ms the answer may be held until the errand ends",
			override: { type: "integer", minimum: 0, maximum: 5_000, default: 0 },
		}),
});
