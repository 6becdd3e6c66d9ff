// What does a rule look like on its way to the screen and back?
import { z } from "zod";
import {
	gradedVerdicts,
	type Measure,
	measures,
	ruleGravities,
	ruleNameMax,
	ruleSources,
	ruleTextMax,
	spanMaxMs,
} from "#lib/core/alert/rule.ts";
import { filterCharactersMax } from "#lib/core/filter/filter.ts";
import { verdicts } from "#lib/core/verdict.ts";

const span = z.int().min(0).max(spanMaxMs);

// The names of the table, which its own type knows and `keys` forgets.
const measured = Object.keys(measures) as [Measure, ...Measure[]];

const conditionOf = (n: z.ZodNumber) =>
	z.discriminatedUnion("is", [
		z.strictObject({
			is: z.literal("verdict"),
			atLeast: z.enum(gradedVerdicts),
		}),
		z.strictObject({
			is: z.literal("verdict alone"),
			verdict: z.enum(verdicts),
		}),
		z.strictObject({
			is: z.literal("measure"),
			of: z.enum(measured),
			n,
		}),
		z.strictObject({
			is: z.enum(["vanished", "broker silent", "outlet failing", "no room"]),
		}),
	]);

const description =
	"Spans are in seconds; live members and margins are told under the number, all else over it";
const condition = conditionOf(
	z.number().min(0).max(Number.MAX_SAFE_INTEGER),
).meta({ id: "Condition", description });

export const rule = z
	.strictObject({
		name: z.string().min(1).max(ruleNameMax),
		when: condition,
		among: z.string().max(filterCharactersMax).default("").meta({
			description: "A filter as on the board; empty for all",
		}),
		forMs: span,
		calmMs: span,
		gravity: z.enum(ruleGravities),
		tell: z
			.array(z.string().min(1).max(200))
			.max(50)
			.nullable()
			.meta({ description: "Outlets by name; null for all there are" }),
		againMs: span
			.nullable()
			.meta({ description: "Told again so often; null for once" }),
		text: z.string().max(ruleTextMax).default(""),
		on: z.boolean().default(true),
	})
	.meta({ id: "Rule" });
export type RuleOnWire = z.infer<typeof rule>;

/** Without the bounds of a request, which a browser does not check again. */
export const knownRule = z
	.object({
		name: z.string(),
		when: conditionOf(z.number()).meta({ id: "KnownCondition", description }),
		among: z.string(),
		forMs: z.number(),
		calmMs: z.number(),
		gravity: z.enum(ruleGravities),
		tell: z.array(z.string()).nullable(),
		againMs: z.number().nullable(),
		text: z.string(),
		on: z.boolean(),
		from: z.enum(ruleSources),
	})
	.meta({
		id: "KnownRule",
		description: "One from the file is changed there and not on the screen",
	});
export type KnownRuleReply = z.infer<typeof knownRule>;
