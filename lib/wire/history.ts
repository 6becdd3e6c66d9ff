// What may be asked of history, and what does it answer?
import { z } from "zod";
import { ruleGravities } from "#lib/core/alert/rule.ts";
import {
	type Counter,
	counters,
	type Gauge,
	gauges,
} from "#lib/core/history.ts";
import { reasonCodes, verdicts } from "#lib/core/verdict.ts";
import { time } from "./parts.ts";
import { fileFormats, within } from "./request-parts.ts";

export const pointsMax = 20_000;

const moment = (description: string) =>
	z.iso
		.datetime({ offset: true })
		.transform((text) => Date.parse(text))
		.optional()
		.meta({ description, override: { type: "string", format: "date-time" } });

export const historyRequest = z.object({
	from: moment("A day before `to` unless given"),
	to: moment("Now unless given"),
	points: within({
		...{ most: pointsMax, usual: 500 },
		description:
			"About how many points at most; the peaks of all readings are in them",
	}),
	format: z.enum(fileFormats).optional().meta({
		description: "Unless given, as the header `accept` asks",
	}),
});

export const rememberedRequest = z.object({
	name: z
		.string()
		.max(500)
		.default("")
		.meta({ description: "A part of the channel's or the group's name" }),
	limit: within({ most: 500, usual: 50, description: "How many at most" }),
});

const remembered = z
	.object({
		id: z.string(),
		broker: z.string(),
		kind: z.string(),
		channel: z.string(),
		group: z.string().nullable(),
		first: time.meta({ description: "When it was first heard" }),
		gone: time
			.nullable()
			.meta({ description: "When it went; null while it is on the board" }),
	})
	.meta({ id: "Remembered" });

export const rememberedReply = z.object({
	subscriptions: z
		.array(remembered)
		.meta({ description: "Those on the board first, then the latest gone" }),
});
export type RememberedReply = z.infer<typeof rememberedReply>;

const values = z.array(z.number().nullable());
const gaugeLine = z.object({ peak: values, mean: values, last: values }).meta({
	id: "GaugeLine",
	description:
		"A value for each point; the peak is the worst of all readings: the highest, of a margin the lowest",
});

function each<K extends string, S extends z.ZodType>(
	names: readonly K[],
	of: S,
) {
	const shape = Object.fromEntries(names.map((name) => [name, of]));
	// Each name stands in it once by the line above; fromEntries cannot say so.
	return z.object(shape as Readonly<Record<K, S>>);
}

const verdictChange = z
	.object({
		is: z.literal("verdict"),
		at: time,
		verdict: z.enum(verdicts),
		reason: z.enum(reasonCodes),
	})
	.meta({ id: "VerdictChange" });

const alertMark = z
	.object({
		id: z.string(),
		rule: z.string(),
		gravity: z.enum(ruleGravities),
		fired: time,
		resolved: time.nullable(),
	})
	.meta({ id: "AlertMark" });
export type AlertMarkReply = z.infer<typeof alertMark>;

export const historyReply = z
	.object({
		subscription: remembered,
		from: time,
		to: time,
		stepMs: z.number().nullable().meta({
			description:
				"How much time a point covers; null where points are single readings, or a few of them together",
		}),
		at: z.array(time).meta({ description: "When each point begins" }),
		asked: z.array(z.boolean()).meta({
			description:
				"False where nobody was asked or answered: a gap, while a null in a point that was asked is what could not be known",
		}),
		gauges: each<Gauge, typeof gaugeLine>(gauges, gaugeLine),
		counters: each<Counter, typeof values>(counters, values),
		annotations: z.array(z.discriminatedUnion("is", [verdictChange])).meta({
			description:
				"What happened on the range, in the order of time; the verdict at its beginning first",
		}),
		alerts: z.array(alertMark).meta({
			description: "What fired of it within the range, the latest first",
		}),
	})
	.meta({ id: "History" });
export type HistoryReply = z.infer<typeof historyReply>;
