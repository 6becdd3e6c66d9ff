// What may be asked of the board? Text from an address, with every number brought into its bounds.
import { z } from "zod";
import { foldings, openIn } from "./open.ts";

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
	offset: z.coerce
		.number()
		.int()
		.transform((n) => Math.min(10_000_000, Math.max(0, n)))
		.default(0)
		.meta({
			description: "Lines to pass over before the page begins",
			override: { type: "integer", minimum: 0, default: 0 },
		}),
	fold: z.enum(foldings).default("none").meta({
		description:
			"With `families`, rows of one family and group are one line: its gravest row, with what all say together under `folds`",
	}),
	open: z
		.string()
		.max(2_000)
		.transform(openIn)
		.default([])
		.meta({
			description:
				"Ids of folds on this page whose rows are wanted too, with commas between; `id.300` asks for up to 300 of them",
			override: { type: "string" },
		}),
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
