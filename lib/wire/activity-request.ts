// How is asked what was done, by whom, when and where? Only the server reads this.
import { z } from "zod";
import { actions } from "#lib/core/clean-up/clean-up.ts";
import { changeVerbs, errandStates } from "#lib/core/errand.ts";
import { rowsFormats } from "./rows.ts";

export const activityRequest = z.object({
	state: z
		.enum([...errandStates, "begun"])
		.optional()
		.meta({
			description: "`begun` leaves out plans to which nobody said yes",
		}),
	by: z.string().max(200).optional(),
	broker: z.string().max(200).optional(),
	subscription: z.string().max(100).optional(),
	action: z.enum([...actions, ...changeVerbs]).optional(),
	from: z.iso.datetime().optional(),
	to: z.iso.datetime().optional(),
	limit: z.coerce
		.number()
		.int()
		.transform((n) => Math.min(200, Math.max(1, n)))
		.default(50)
		.meta({
			override: { type: "integer", minimum: 1, maximum: 200, default: 50 },
		}),
	cursor: z
		.string()
		.max(4_000)
		.optional()
		.meta({ description: "The `next` of the page before" }),
	format: z.enum(rowsFormats).optional().meta({
		description:
			"Everything that fits as one file, from the cursor on; left out, one page",
	}),
});
