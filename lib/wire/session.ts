// How does somebody come in, and who are they then?
import { z } from "zod";
import { ways } from "#lib/core/people/access.ts";
import { grant } from "./people.ts";

export const sessionRequest = z
	.discriminatedUnion("by", [
		z.strictObject({
			by: z.literal("entry"),
			key: z.string().min(20).max(200),
		}),
		z.strictObject({ by: z.literal("demo") }),
		z.strictObject({
			by: z.literal("password"),
			person: z.string().min(1).max(200),
			password: z.string().min(1).max(2_000),
		}),
		z
			.strictObject({
				by: z.literal("invitation"),
				key: z.string().min(20).max(200),
				password: z.string().max(2_000),
			})
			.meta({ description: "Sets a password, and signs in with it" }),
	])
	.meta({ id: "SessionRequest" });

export const sessionReply = z
	.object({
		person: z.string(),
		way: z.enum(ways).meta({ description: "How they came in" }),
		roles: z.array(z.string()),
		seesContents: z.boolean().meta({
			description: "May ask what messages say",
		}),
		tendsAlerts: z.boolean().meta({
			description: "May change rules and mute",
		}),
		tendsPeople: z.boolean().meta({
			description: "May add people, change their roles and end their sessions",
		}),
		demo: z.boolean(),
		leave: z
			.object({
				rights: z.array(grant),
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
