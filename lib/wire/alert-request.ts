// How is something asked about alerts? Only the server reads this.
import { z } from "zod";
import { backTestDays } from "#lib/core/alert/asked/errand.ts";
import { muteWhyMax } from "#lib/core/alert/mute.ts";
import { filterCharactersMax } from "#lib/core/filter/filter.ts";
import { rule } from "./rule.ts";

const name = z.string().min(1).max(200);
const among = z.string().max(filterCharactersMax);

export const alertRequests = [
	z
		.strictObject({
			verb: z.literal("save rule"),
			rule,
			was: name.nullable().default(null).meta({
				description: "The name it had; null for a new one",
			}),
		})
		.meta({ id: "SaveRuleRequest" }),
	z
		.strictObject({ verb: z.literal("remove rule"), name })
		.meta({ id: "RemoveRuleRequest" }),
	z
		.strictObject({
			verb: z.literal("mute"),
			among: among.meta({ description: "A filter; empty for everything" }),
			untilMs: z.int().min(0).nullable().meta({
				description:
					"Since 1970, in UTC; null until nothing among them fires any more",
			}),
			why: z.string().min(1).max(muteWhyMax),
		})
		.meta({ id: "MuteRequest" }),
	z
		.strictObject({ verb: z.literal("end mute"), mute: name })
		.meta({ id: "EndMuteRequest" }),
	z
		.strictObject({
			verb: z.literal("acknowledge"),
			alert: name,
			why: z.string().max(muteWhyMax).default(""),
		})
		.meta({ id: "AcknowledgeRequest" }),
	z
		.strictObject({
			verb: z.literal("back-test"),
			rule,
			days: z
				.union([
					z.literal(backTestDays[0]),
					z.literal(backTestDays[1]),
					z.literal(backTestDays[2]),
				])
				.default(7),
		})
		.meta({ id: "BackTestRequest" }),
	z
		.strictObject({
			verb: z.literal("try outlet"),
			outlet: name,
			rule: rule.nullable().default(null).meta({
				description: "With one, the notice reads as it would of that rule",
			}),
		})
		.meta({ id: "TryOutletRequest" }),
] as const;
