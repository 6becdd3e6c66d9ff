// What does a look at what is held say in English?

import { amount, count, signed } from "../numbers.ts";
import { largest, precisely } from "../times.ts";
import type { PendingWords } from "../words/pending.ts";
import { plural } from "./codes.ts";

export const enPending: PendingWords = {
	title: "Pending entries",
	held: (n) => `${count(n, "en")} delivered and not acknowledged`,
	nothing: "Nothing is held: whatever was delivered is acknowledged.",
	ages: [
		"under 1 min",
		"1 to 5 min",
		"5 to 30 min",
		"30 min to 2 h",
		"2 h to 1 d",
		"over 1 d",
	],
	times: ["once", "twice", "3 to 5", "6 to 10", "11 to 100", "over 100"],
	idle: "Since last delivered",
	longerThanUsual: (duration) => `longer than usual here (${duration})`,
	written: "Since written",
	deliveries: "Times delivered",
	holders: "Held by",
	othersHold: (members, entries) =>
		`${count(entries, "en")} by ${plural(members, "other", "others")}`,
	about: (seen, total) =>
		`About, from ${count(seen, "en")} of ${count(total, "en")} entries.`,
	counted: (n) => `Each of ${plural(n, "entry", "entries")} was counted.`,
	counting: (n, total) =>
		`About; counted ${count(n, "en")} of ${count(total, "en")} so far.`,
	most: (deliveries, idle) =>
		`Most deliveries: ${amount(deliveries, "en")}. Longest since delivered: ${signed(idle, precisely(idle.n, "en"))}.`,
	countAll: "Count every entry",
	countAgain: "Count again",
	stop: "Stop",
	filters: "Which entries",
	anyMember: "any member",
	anyTimes: "any number",
	anyAge: "any time",
	member: "Held by",
	atLeastTimes: "Delivered",
	atLeastIdle: "Since last delivered",
	timesOrMore: (n) => `${count(n, "en")} times or more`,
	forLonger: (seconds) => `${largest(seconds, "en")} or longer`,
	columns: {
		id: "Entry",
		member: "Member",
		idle: "Last delivered",
		deliveries: "Deliveries",
		written: "Written",
		size: "Size",
		contents: "Contents",
	},
	gone: "gone",
	goneWhy: "the message was removed; only the claim on it is left",
	noMatch: "No entry fits.",
	passed: (n, total) =>
		`Looked through ${count(n, "en")} of ${count(total, "en")}`,
	further: "Look further",
	next: "Next page",
	previous: "Page before",
	show: "Show contents",
	hide: "Hide contents",
	contentsOf: (id) => `Contents of ${id}`,
	mayNot: "Your role may not see what messages say.",
	bytesLeftOut: (n) => `… and ${plural(n, "byte", "bytes")} more`,
	fieldsLeftOut: (n) => `and ${plural(n, "field", "fields")} more`,
	noFields: "The message is gone, or it was acknowledged meanwhile.",
};
