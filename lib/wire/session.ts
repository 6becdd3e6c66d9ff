// How does somebody come in, and who are they then?
import { z } from "zod";

export const sessionRequest = z
	.discriminatedUnion("by", [
		z.strictObject({
			by: z.literal("entry"),
			key: z.string().min(20).max(200),
		}),
		z.strictObject({ by: z.literal("demo") }),
	])
	.meta({ id: "SessionRequest" });

export const sessionReply = z
	.object({
		person: z.string(),
		role: z.enum(["viewer", "operator", "visitor", "admin"]),
		seesContents: z.boolean().meta({
			description: "May ask what messages say",
		}),
		demo: z.boolean(),
	})
	.meta({ id: "Session" });
export type SessionReply = z.infer<typeof sessionReply>;
