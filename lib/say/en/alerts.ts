// What does the page say in English that tells what fires?

import { count } from "../numbers.ts";
import { duration } from "../times.ts";
import type { AlertsWords } from "../words/alerts.ts";
import { enAnswers } from "./answers.ts";
import { plural } from "./codes.ts";
import { enMuting } from "./muting.ts";

const days = (n: number) => (n === 1 ? "24\u00a0h" : `${n}\u00a0d`);

export const enAlerts: AlertsWords = {
	title: "Alerts",
	firing: "Firing now",
	loading: "Loading what fires",
	nothing: "Nothing fires",
	nothingWhy: (pending) =>
		pending === 0
			? "What goes wrong for as long as a rule says is told here, and to the outlets of that rule."
			: `${plural(pending, "alert is", "alerts are")} pending: ${pending === 1 ? "it" : "each"} fires if it goes on for as long as its rule says.`,
	pending: (n) => `${count(n, "en")} pending`,
	muteAll: "Mute all…",
	gravities: { note: "note", warning: "warning", critical: "critical" },
	outlet: (name) => `outlet ${name}`,
	store: "the store",
	evidence: {
		broker:
			"The broker does not answer; what its subscriptions do is not known",
		outlet: "Takes nothing it is sent; notices to it wait and are tried again",
		store: "The disk is nearly full: history is not being kept",
	},
	vanished: "Gone from the board",
	rule: (name, also) =>
		also.length === 0
			? `Rule “${name}”`
			: `Rule “${name}”, with ${also.map((one) => `“${one}”`).join(", ")}`,
	told: (outlets) => `told ${outlets}`,
	toldNobody: "nobody told",
	notTold: (outlet) => `${outlet} not told yet`,
	triesAgain: (outlet, when) => `${outlet} not reached, tries again ${when}`,
	givenUp: (outlet) => `${outlet} not reached, given up`,
	held: {
		muted: "muted",
		acknowledged: "acknowledged, not told again",
		"quiet hours": "quiet hours, told when they end",
		"broker silent": "its broker is silent, which is told instead",
		graver: "a graver alert of it is told instead",
		gathering: "about to be told, with others of its kind",
		calming: "calm for the moment",
		"no outlet": "no outlet is there to tell",
	},
	mutedUntil: (until) => `muted until ${until}`,
	flaps: (n) => `${count(n, "en")} times within an hour`,
	acknowledgedBy: (by, when, why) =>
		`${by} took it on at ${when}${why === "" ? "" : `: ${why}`}`,
	open: "Open",
	acknowledge: "Acknowledge",
	acknowledgeWhy: "A note, if you like",
	mute: "Mute…",
	mayNot: "Needs the role operator or admin",
	more: (n) => `and ${count(n, "en")} more`,
	answers: enAnswers,
	past: {
		title: (n) => (n === 1 ? "Last 24 hours" : `Last ${n} days`),
		sum: (alerts, seconds) =>
			alerts === 0
				? "no alerts"
				: `${plural(alerts, "alert", "alerts")}, ${duration(seconds, "en")} in all`,
		days,
		range: "How far back",
		none: "Nothing fired in this time.",
		columns: {
			resolved: "Resolved",
			what: "About",
			rule: "Rule",
			outcome: "Outcome",
			ended: "What ended it",
		},
		picture: (lanes, times) =>
			`${plural(times, "alert", "alerts")} of ${plural(lanes, "subscription", "subscriptions")} over time, one line each; the table below tells them all`,
		after: (lasted) => `resolved after ${lasted}`,
		bar: (rule, from, lasted) => `${rule}, ${from}, ${lasted}`,
		still: "still fires",
		ends: {
			calm: "calm again",
			gone: "went from the board",
			back: "there again",
			"rule changed": "its rule was changed",
			"rule removed": "its rule was removed",
			"broker removed": "its broker is watched no more",
		},
		otherLanes: (n) => `and ${plural(n, "other", "others")}, in the table`,
		older: "Older",
	},
	muting: enMuting,
	outlets: {
		title: "Outlets",
		none: "No outlet is configured: nobody is told.",
		noneWhy: "Outlets and their keys stand in the configuration file.",
		quiet: (hours) => `quiet ${hours}`,
		delivered: (when) => `delivered ${when}`,
		never: "nothing sent yet",
		failing: (since) => `takes nothing since ${since}`,
		owed: (n) => `${count(n, "en")} waiting`,
		givenUp: (n) => `${count(n, "en")} given up`,
		send: "Send me one",
		sending: "Sending",
		took: (said, ms) => `${said} after ${count(ms, "en")}\u00a0ms`,
	},
};
