// What does a notice say in English?

import { paletteWords } from "../apart/palette.ts";
import { amount, count } from "../numbers.ts";
import { duration, largest } from "../times.ts";
import type { NoticeWords } from "../words/notice.ts";
import { plural, reasons } from "./codes.ts";

const before = {
	fires: "",
	"still fires": "Still · ",
	over: "Over · ",
	test: "Test · ",
} as const;

const ends = {
	calm: "it holds no more",
	gone: "it went from the board",
	back: "it is back",
	"rule changed": "its rule was changed",
	"rule removed": "its rule was removed",
	"broker removed": "its broker is watched no more",
} as const;

const gravities = {
	note: "A note",
	warning: "A warning",
	critical: "Critical",
} as const;

export const enNotice: NoticeWords = {
	language: "en",
	reasons,
	usual: new Map(),
	title: (says, rule, what) => `${before[says]}${rule}: ${what}`,
	subscription: (channel, group, broker) =>
		group === null
			? `${channel} (${broker})`
			: `${channel} → ${group} (${broker})`,
	outlet: (name) => `outlet ${name}`,
	store: "the disk of Tidemark",
	several(n, of, on) {
		const many =
			n === of
				? plural(of, "subscription", "subscriptions")
				: `${count(n, "en")} of ${plural(of, "subscription", "subscriptions")}`;
		return on === null ? many : `${many} on ${on}`;
	},
	severalAlerts: (n, of) =>
		n === of
			? plural(of, "alert", "alerts")
			: `${count(n, "en")} of ${plural(of, "alert", "alerts")}`,
	evidence: {
		broker:
			"The broker does not answer: how its subscriptions fare is not known.",
		outlet:
			"It takes nothing it is sent: what it should tell waits and is tried again.",
		store: "The disk is nearly full: history is not being kept.",
	},
	gone: "It is no longer on the board.",
	since: (moment, lasted) => `Since ${moment}, for ${lasted}.`,
	lag: (lag) => `Lag ${amount(lag, "en")}.`,
	loses: (seconds) =>
		seconds < 1
			? "Loses messages now."
			: `Loses messages in about ${duration(seconds, "en")}.`,
	drained: (seconds) => `At this pace gone in about ${largest(seconds, "en")}.`,
	over: (why, moment, lasted) =>
		`Over since ${moment}, after ${lasted}${why === null ? "" : `: ${ends[why]}`}.`,
	gravity: (gravity) => `${gravities[gravity]}.`,
	test: "Somebody tries whether this arrives; nothing is wrong.",
	more: (n) => `and ${count(n, "en")} more`,
	see: "See that moment",
	seeBroker: "See the broker",
	all: "All alerts",
	deeds: paletteWords.en.deeds,
	sentBy: (outlet) => `Sent by Tidemark, outlet ${outlet}.`,
};
