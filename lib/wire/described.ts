// How is an answer described to machines, a good one and a bad one?
import { z } from "zod";
import { problemReply } from "./problem.ts";

export const json = (schema: z.ZodType) => ({ "application/json": { schema } });
export const answer = (description: string, schema: z.ZodType) => ({
	description,
	content: json(schema),
});
export const otherwise = { default: answer("What went wrong", problemReply) };
export const byId = z.object({ id: z.string() });
export const ownHeader = z.object({
	"x-tidemark": z.literal("1").meta({
		description: "No page of another site can send it without asking first",
	}),
});
