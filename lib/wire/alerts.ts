// What does the server say about what fires, what fired, what is watched and who was told?
import { z } from "zod";
import { alertEnds, alertStates } from "#lib/core/alert/alert.ts";
import {
	answerCodes,
	noticeSays,
	noticeStates,
	noticeWhys,
	silences,
} from "#lib/core/alert/notice.ts";
import { ruleGravities } from "#lib/core/alert/rule.ts";
import { actions } from "#lib/core/clean-up/clean-up.ts";
import { verdicts } from "#lib/core/verdict.ts";
import { collector, system } from "./board.ts";
import { amount, reason, time } from "./parts.ts";
import { knownRule } from "./rule.ts";

export const alertTarget = z
	.discriminatedUnion("is", [
		z.object({
			is: z.literal("subscription"),
			id: z.string(),
			system: z.string(),
			broker: z.string(),
			kind: z.string(),
			channel: z.string(),
			group: z.string().nullable(),
		}),
		z.object({
			is: z.literal("broker"),
			broker: z.string(),
			system: z.string(),
		}),
		z.object({ is: z.literal("outlet"), outlet: z.string() }),
		z.object({ is: z.literal("store") }),
	])
	.meta({ id: "AlertTarget" });
export type AlertTargetReply = z.infer<typeof alertTarget>;

const seen = z
	.object({
		at: time,
		verdict: z.enum(verdicts).nullable(),
		reason: reason.nullable(),
		n: z.number().nullable().meta({ description: "What the rule measures" }),
		lag: amount.nullable(),
		marginSeconds: amount.nullable(),
		drainedSeconds: z.number().nullable(),
		action: z
			.enum(actions)
			.nullable()
			.meta({ description: "The clean-up that fits" }),
	})
	.meta({ id: "AlertSeen" });

export const answer = z
	.object({
		isTaken: z.boolean(),
		code: z.enum(answerCodes),
		values: z.record(z.string(), z.union([z.string(), z.number()])),
	})
	.meta({ id: "Answer", description: "What the other side said" });
export type AnswerReply = z.infer<typeof answer>;

const told = z
	.object({
		outlet: z.string(),
		says: z.enum(noticeSays),
		why: z.enum(noticeWhys),
		at: time,
		state: z.enum(noticeStates),
		tries: z.number(),
		next: time.nullable(),
		answer: answer.nullable(),
	})
	.meta({ id: "Told", description: "One notice about an alert" });
export type ToldReply = z.infer<typeof told>;

export const alert = z
	.object({
		id: z.string(),
		rule: z.string(),
		gravity: z.enum(ruleGravities),
		state: z.enum(alertStates),
		target: alertTarget,
		since: time,
		fired: time.nullable(),
		resolved: time.nullable(),
		end: z.enum(alertEnds).nullable(),
		first: seen,
		last: seen,
		flaps: z.number().meta({
			description: "How often it fired within an hour, this time with it",
		}),
		acknowledged: z
			.object({ by: z.string(), at: time, why: z.string() })
			.nullable(),
		held: z
			.enum(silences)
			.nullable()
			.meta({ description: "Why nobody is told of it now, though it fires" }),
		also: z.array(z.string()).meta({
			description:
				"Other rules that fire for the same subscription, and are told by this one",
		}),
		told: z.array(told),
	})
	.meta({ id: "Alert" });
export type AlertReply = z.infer<typeof alert>;

export const mute = z
	.object({
		id: z.string(),
		among: z.string(),
		until: time
			.nullable()
			.meta({ description: "Null until nothing among them fires any more" }),
		why: z.string(),
		by: z.string(),
		at: time,
		ended: time.nullable(),
		endedBy: z.string().nullable(),
	})
	.meta({ id: "Mute" });
export type MuteReply = z.infer<typeof mute>;

const outlet = z
	.object({
		name: z.string(),
		kind: z.string(),
		address: z.string().meta({ description: "Without any key" }),
		quiet: z.string().nullable(),
		delivered: time.nullable(),
		failingSince: time.nullable(),
		answer: answer.nullable(),
		owed: z.number(),
		givenUp: z.number(),
	})
	.meta({ id: "Outlet" });
export type OutletReply = z.infer<typeof outlet>;

const withheld = z.boolean().meta({
	description:
		"Rules, mutes and outlets are about everything: whoever may see only a part is told none of them",
});

export const alertsReply = z
	.object({
		rev: z.number(),
		at: time,
		askAgainMs: z.number(),
		collector,
		systems: z.array(system),
		firing: z.array(alert),
		firingTotal: z.number(),
		pending: z.number(),
		mutes: z.array(mute),
		withheld,
	})
	.meta({ id: "Alerts" });
export type AlertsReply = z.infer<typeof alertsReply>;

export const alertReply = z
	.object({ at: time, system: system.nullable(), alert })
	.meta({ id: "OneAlert" });
export type OneAlertReply = z.infer<typeof alertReply>;

export const pastAlertsReply = z
	.object({
		at: time,
		total: z.number(),
		firingMs: z.number().meta({ description: "Of all of them together" }),
		alerts: z.array(alert),
		next: z.string().nullable(),
	})
	.meta({ id: "PastAlerts" });
export type PastAlertsReply = z.infer<typeof pastAlertsReply>;

export const rulesReply = z
	.object({
		at: time,
		rules: z.array(knownRule),
		outlets: z.array(outlet),
		withheld,
	})
	.meta({ id: "Rules" });
export type RulesReply = z.infer<typeof rulesReply>;
