// What may be asked of alerts by address? Times and bounds, each brought into its limits.
import { z } from "zod";
import { asFile, cursor, within } from "./request-parts.ts";

export const alertsRequest = z.object({
	limit: within({ most: 1_000, usual: 200 }),
});

export const pastAlertsRequest = z.object({
	from: z.iso.datetime().optional().meta({
		description: "Resolved since then; a week before `to` unless given",
	}),
	to: z.iso.datetime().optional().meta({ description: "Now unless given" }),
	limit: within({ most: 200, usual: 50 }),
	cursor,
	format: asFile,
});
