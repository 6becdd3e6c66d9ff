// What do the codes of the core and the server say in English?

import type { AnewWhy } from "#lib/core/anew.ts";
import { amount, count, pace } from "../numbers.ts";
import {
	amountIn,
	anewWhyOf,
	numberOf,
	textOf,
	troubleSentence,
} from "../sentence.ts";
import { clock, duration } from "../times.ts";
import type { Values, Words } from "../words/words.ts";
import { broadcastReasons } from "./broadcast.ts";
import { troubles } from "./troubles.ts";

const plurals = new Intl.PluralRules("en");

export const plural = (n: number, one: string, other: string): string =>
	`${count(n, "en")}\u00a0${plurals.select(n) === "one" ? one : other}`;

const anew: Readonly<Record<AnewWhy, string>> = {
	restarted: "The server was started again",
	"fell back": "The server fell back to an older state",
	"made again": "Deleted and made again",
	"set back": "Positions were set back",
};

const lasting = (values: Values): string =>
	duration(numberOf(values, "forSeconds") ?? 0, "en");
const at = (ms: number): string => clock(ms, "en");

export { troubles };

export const reasons: Words["reasons"] = {
	...broadcastReasons,
	"caught up": () => "Caught up",
	"only markers": () => "Caught up: only transaction markers remain",
	"may be only markers": (values) =>
		`Caught up, or nearly: the last ${count(numberOf(values, "messages") ?? 0, "en")} may be transaction markers`,
	"catches up": (values) =>
		`Catches up by ${pace(numberOf(values, "perSecond") ?? 0, "en")}/s`,
	steady: () => "Keeps pace with what arrives",
	"no group": () => "Read by no group, so nobody can be behind",
	"falls behind": (values) =>
		`Falls behind by ${pace(numberOf(values, "perSecond") ?? 0, "en")}/s for ${lasting(values)}`,
	"not moving": (values) => {
		const registered = numberOf(values, "registered") ?? -1;
		return registered >= 0
			? `Nothing has moved for ${lasting(values)}; ${plural(registered, "member", "members")} registered`
			: `Nothing has moved for ${lasting(values)} while messages wait`;
	},
	"rests as usual": (values) =>
		`Caught up but for the last ${count(numberOf(values, "lag") ?? 0, "en")}, as usual`,
	"parts not moving": (values) =>
		`${amount(amountIn(values, "parts"), "en")} of ${plural(numberOf(values, "of") ?? 0, "partition", "partitions")} not moved for ${lasting(values)}; ${amount(amountIn(values, "messages"), "en")} waiting there`,
	"delivered again": (values) =>
		`The same message was delivered ${count(numberOf(values, "deliveries") ?? 0, "en")} times in ${lasting(values)}`,
	"goes back": (values) =>
		`Goes back again and again, last by ${plural(numberOf(values, "messages") ?? 0, "message", "messages")}`,
	"open transaction": (values) =>
		`Waits for ${lasting(values)} for a transaction that is still open`,
	"forgotten soon": (values) =>
		`No members for ${lasting(values)}; positions forgotten in about ${duration(numberOf(values, "seconds") ?? 0, "en")}`,
	"not subscribed": (values) =>
		`None of its ${plural(numberOf(values, "members") ?? 0, "member", "members")} reads it any more; ${count(numberOf(values, "lag") ?? 0, "en")} waiting`,
	"no members": (values) => {
		const waiting = `${count(numberOf(values, "lag") ?? 0, "en")} waiting`;
		return numberOf(values, "forSeconds") === null
			? `No members; ${waiting}`
			: `No members for ${lasting(values)}; ${waiting}`;
	},
	"all dead": (values) =>
		`${plural(numberOf(values, "registered") ?? 0, "member", "members")} registered, all dead; ${count(numberOf(values, "lag") ?? 0, "en")} waiting`,
	"held by absent": (values) =>
		`${plural(numberOf(values, "messages") ?? 0, "message", "messages")} held for ${lasting(values)} by members not seen since`,
	"held still": (values) =>
		`The oldest of ${count(numberOf(values, "messages") ?? 0, "en")} in progress has not moved for ${lasting(values)}`,
	"waits still": (values) =>
		`The oldest of ${count(numberOf(values, "messages") ?? 0, "en")} waiting has not moved for ${lasting(values)}`,
	"removed unread": (values) =>
		`${plural(numberOf(values, "count") ?? 0, "message was", "messages were")} removed before this group read them`,
	"loses soon": (values) => {
		const seconds = numberOf(values, "seconds") ?? 0;
		return seconds < 1
			? "Unread messages are being removed now"
			: `Loses unread messages in about ${duration(seconds, "en")}`;
	},
	"too few readings": (values) =>
		`Only ${plural(numberOf(values, "readings") ?? 0, "reading", "readings")} so far`,
	"no position": () => "Has not stored a position yet",
	"ahead of the log": (values) =>
		`Position beyond the end of ${plural(numberOf(values, "partitions") ?? 0, "partition", "partitions")}`,
	"made again": () =>
		"Deleted and made again; positions lie beyond the new end",
	"begins anew": (values) => {
		const why = anewWhyOf(values);
		return why === null
			? "Judged from now on"
			: `${anew[why]}: judged from now on`;
	},
	"lag unknown": () => "The broker does not tell how much waits",
	"broker silent": (values) => {
		const sinceMs = numberOf(values, "sinceMs") ?? -1;
		return sinceMs < 0
			? "The broker has not answered yet"
			: `No answer from the broker since ${at(sinceMs)}`;
	},
	"part silent": (values) => {
		const part = textOf(values, "part") || "This part";
		const sinceMs = numberOf(values, "sinceMs") ?? -1;
		const since = sinceMs < 0 ? "" : `; values from ${at(sinceMs)}`;
		return `${part} ${troubleSentence({ troubles, numbers: { notKnown: "does not answer" } }, values.code)}${since}`;
	},
};

export const problems: Words["problems"] = {
	bug: (values) => {
		const id = textOf(values, "id");
		return `Something went wrong here${id === "" ? "" : ` (${id} in the server's log)`}.`;
	},
	"server unreachable": () => "The server does not answer.",
	"reply not understood": () =>
		"The server answered something this page does not understand. Reload the page; it may be of another version.",
	"not allowed": () => "Your role does not allow this.",
	"not signed in": () => "You are not signed in.",
};
