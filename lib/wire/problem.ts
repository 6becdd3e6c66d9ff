// How does the server say that it could not do what was asked?
import { z } from "zod";
import { problemCodes } from "#lib/core/problem.ts";

export const problemDetail = z
	.object({
		key: z.string(),
		values: z.record(z.string(), z.union([z.string(), z.number()])),
	})
	.meta({
		id: "ProblemDetail",
		description: "A key of the dictionaries and the values of its sentence",
	});

export const problemReply = z
	.object({
		code: z.enum([...problemCodes, "bug"]),
		detail: problemDetail,
		id: z
			.string()
			.optional()
			.meta({ description: "Names the line in the server's log" }),
	})
	.meta({ id: "Problem" });
export type ProblemReply = z.infer<typeof problemReply>;
