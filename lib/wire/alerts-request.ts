// What may be asked of alerts by address? Times and bounds, each brought into its limits.
import { z } from "zod";
import { rowsFormats } from "./rows.ts";

const within = (most: number, usual: number) =>
	z.coerce
		.number()
		.int()
		.transform((n) => Math.min(most, Math.max(1, n)))
		.default(usual)
		.meta({
			override: { type: "integer", minimum: 1, maximum: most, default: usual },
		});

export const alertsRequest = z.object({ limit: within(1_000, 200) });

export const pastAlertsRequest = z.object({
	from: z.iso.datetime().optional().meta({
		description: "Resolved since then; a week before `to` unless given",
	}),
	to: z.iso.datetime().optional().meta({ description: "Now unless given" }),
	limit: within(200, 50),
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
