// Of what are replies made? Times, amounts, reasons and members, each described once.
import { z } from "zod";
import { bounds } from "#lib/core/amount.ts";
import { noteCodes } from "#lib/core/note.ts";
import { troubleCodes } from "#lib/core/trouble.ts";

export const time = z.iso
	.datetime({ precision: 3 })
	.meta({ description: "UTC, to the millisecond" });
export const amount = z
	.object({ n: z.number(), bound: z.enum(bounds) })
	.meta({ id: "Amount" });

const scalar = z.union([z.string(), z.number()]);
export const reason = z
	.object({ code: z.string(), values: z.record(z.string(), scalar) })
	.meta({
		id: "Reason",
		description: "A code and its values; the reader makes the sentence",
	});

export const trouble = z
	.object({ code: z.enum(troubleCodes), part: z.string(), detail: z.string() })
	.meta({ id: "Trouble" });

export const members = z
	.object({
		registered: z.number(),
		live: amount.nullable(),
		dead: z.number().nullable(),
		stuck: z.number().nullable(),
		unknown: z.number().nullable(),
	})
	.meta({ id: "Members" });

export const note = z
	.object({ code: z.enum(noteCodes), values: z.record(z.string(), scalar) })
	.meta({ id: "Note", description: "What numbers alone do not tell" });
