// What may be asked of the board? Text from an address, with every number brought into its bounds.
import { z } from "zod";
import { foldings, openIn } from "./open.ts";
import { cursor, within } from "./request-parts.ts";

export const boardRequest = z.object({
	filter: z.string().default("").meta({
		description: "`key:value` terms that must all hold",
		example: "verdict:stalled lag:>1000",
	}),
	sort: z
		.enum(["gravity", "lag", "holding", "name", "broker", "margin"])
		.default("gravity"),
	limit: within({ most: 500, usual: 200, description: "Rows on a page" }),
	cursor,
	offset: within({
		...{ least: 0, most: 10_000_000, usual: 0 },
		description: "Lines to pass over before the page begins",
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
	wait: within({
		...{ least: 0, most: 5_000, usual: 0 },
		description: "How many ms the answer may be held until the errand ends",
	}),
});
