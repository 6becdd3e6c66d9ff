// How does somebody come in, and who are they then?
import { z } from "zod";
import { needs } from "#lib/core/clean-up/consent.ts";

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
		tendsAlerts: z.boolean().meta({
			description: "May change rules, mute and acknowledge",
		}),
		demo: z.boolean(),
		leave: z
			.object({
				allowed: z.array(z.enum(needs)),
				readOnly: z.boolean(),
				readOnlyBrokers: z.array(z.string()),
				reasonRequired: z.boolean(),
			})
			.meta({
				id: "Leave",
				description:
					"What may be changed from here, by the configuration and by the role",
			}),
	})
	.meta({ id: "Session" });
export type SessionReply = z.infer<typeof sessionReply>;
