// How is a rule read and written in English?

import { count } from "../numbers.ts";
import { duration } from "../times.ts";
import type { RulesWords } from "../words/rules.ts";
import { plural } from "./codes.ts";

const over = (days: number) =>
	days === 1 ? "the last 24 hours" : `the last ${days} days`;

const measures: RulesWords["conditions"]["measures"] = {
	lag: "the lag is over",
	"time lag": "the oldest unread is older than",
	holding: "more is held than",
	"oldest held": "the oldest held is older than",
	deliveries: "a message was delivered more often than",
	margin: "messages are lost in less than",
	drained: "catching up takes longer than",
	"live members": "fewer members live than",
	"dead members": "more members are dead than",
};

export const enRules: RulesWords = {
	title: "Rules",
	count: (n) => plural(n, "rule", "rules"),
	loading: "Loading the rules",
	all: "Rules",
	new: "New",
	sources: { usual: "usual", file: "file", screen: "screen" },
	fromFile:
		"This rule stands in the configuration file, and is changed there. What is chosen here is only tried on the past.",
	fromUsual: "A usual rule: once it is saved here, yours takes its place.",
	edited: "edited",
	off: "off",
	name: "Name",
	namePlaceholder: "backlog of payments",
	gravity: "Gravity",
	text: "What to do",
	textPlaceholder: "Told with each notice",
	on: "On",
	sentence: {
		when: "When {condition} for {for}",
		among: "among {among}",
		everything: "everything",
		matched: (n) => plural(n, "subscription", "subscriptions"),
		tell: "tell {tell} and again every {again}",
		everyone: "everyone",
		once: "never",
		calm: "as {as}, and say so when it is over, after {calm} of calm.",
		labels: {
			condition: "When",
			number: "Number",
			unit: "Unit",
			for: "For how long",
			among: "Among",
			tell: "Who is told",
			again: "Told again every",
			calm: "Over after so much calm",
		},
	},
	conditions: {
		atLeast: (verdict) =>
			verdict === "losing"
				? "a subscription is losing"
				: `a subscription is ${verdict} or graver`,
		alone: (verdict) => `a subscription is ${verdict}, that alone`,
		measures,
		measured: (of, n) => `${measures[of]} ${n}`,
		others: {
			vanished: "a subscription vanishes",
			"broker silent": "a broker is silent",
			"outlet failing": "an outlet cannot be reached",
			"no room": "the disk is full",
		},
	},
	counts: { messages: "messages", times: "times", members: "members" },
	units: { s: "s", min: "min", h: "h", d: "d" },
	backTest: {
		times: (n, days) =>
			n === 0
				? `Would not have fired in ${over(days)}`
				: `Would have fired ${n === 1 ? "once" : `${count(n, "en")} times`} in ${over(days)}`,
		asking: "Asking history",
		failed: "History gave no answer",
		nothing: "Nothing it is about did what it watches for.",
		notAsked: "History remembers nothing of what this rule watches for.",
		looked: (looked, matched) =>
			looked === matched
				? `Looked at ${plural(looked, "subscription", "subscriptions")}.`
				: `Looked at ${count(looked, "en")} of ${plural(matched, "subscription", "subscriptions")}.`,
		known: (moment) => `History begins ${moment}: before it nothing is known.`,
		leftOut: (terms) => `Of the past nobody knows ${terms}: left out here.`,
		knowsNothing: "History remembers none of them yet.",
		still: "still",
		more: (n) => `and ${count(n, "en")} before`,
		with: (what, times, isFirst) =>
			isFirst
				? `With ${what} it would have fired ${times === 1 ? "once" : `${count(times, "en")} times`}`
				: `with ${what} ${times === 1 ? "once" : `${count(times, "en")} times`}`,
		picture: (name, times) =>
			`What the rule watches, for ${name}, with ${plural(times, "firing", "firings")} marked; the list below tells them`,
		inAll: (seconds) => `${duration(seconds, "en")} in all.`,
		range: "How far back",
	},
	notice: {
		title: "The notice reads",
		example: "Of an invented backlog: nothing fires by it now.",
	},
	save: "Save rule",
	saving: "Saving",
	discard: "Discard",
	remove: "Remove",
	removeUsual: "As usual again",
	saved: "Saved. It is watched from now on.",
	removed: "Removed.",
	nameNeeded: "It needs a name.",
	nameTaken: "Another rule has this name.",
	changed: (parts) => `Changed: ${parts}`,
	fromTo: (from, to) => `${from} to ${to}`,
	newOne: "A new rule",
	parts: {
		name: "name",
		when: "what it watches",
		among: "among",
		tell: "who is told",
		text: "what to do",
		on: "on",
		off: "off",
	},
};
