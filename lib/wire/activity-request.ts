// How is asked what was done, by whom, when and where? Only the server reads this.
import { z } from "zod";
import { actions } from "#lib/core/clean-up/clean-up.ts";
import { changeVerbs, errandStates } from "#lib/core/errand.ts";
import { asFile, cursor, within } from "./request-parts.ts";

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
	limit: within({ most: 200, usual: 50 }),
	cursor,
	format: asFile,
});
