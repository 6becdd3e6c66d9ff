// What is said of channels that keep nothing, and of those who listen, in English?
import { boundOf } from "../bound.ts";
import { amount, bytes, count, signed } from "../numbers.ts";
import { numberOf } from "../sentence.ts";
import { clock, duration } from "../times.ts";
import type { Values, Words } from "../words/words.ts";
import { plural } from "./codes.ts";

const at = (values: Values): string => {
	const ms = numberOf(values, "atMs");
	return ms === null ? "" : clock(ms, "en");
};
const since = (values: Values): string => {
	const time = at(values);
	return time === "" ? "" : ` since ${time}`;
};
const subscribers = (values: Values, key = "subscribers"): string => {
	const n = numberOf(values, key) ?? 0;
	return signed(
		{ n, bound: boundOf(values) },
		plural(n, "subscriber", "subscribers"),
	);
};
const waits = (values: Values): string => {
	const n = numberOf(values, "bytes");
	const percent = numberOf(values, "percent");
	if (n === null) return "";
	const share = percent === null ? "" : ` (${count(percent, "en")}%)`;
	return `; ${bytes(n, "en")}${share} waiting`;
};
const were = (values: Values): string =>
	numberOf(values, "count") === 1 ? "was" : "were";

const soon = (values: Values): string => {
	const seconds = numberOf(values, "seconds") ?? 0;
	const about = boundOf(values) === "at most" ? "at most" : "about";
	const left =
		seconds < 1 ? "any moment" : `in ${about} ${duration(seconds, "en")}`;
	const n = numberOf(values, "subscribers") ?? 0;
	return `${plural(n, "subscriber", "subscribers")} cut off ${left}${waits(values)}`;
};
const behind = (values: Values): string =>
	`${subscribers(values)} not keeping up${waits(values)}`;
const nobody = (values: Values): string =>
	(numberOf(values, "patterns") ?? 0) > 0
		? `Nobody listens${since(values)}, unless by a pattern`
		: `Nobody listens${since(values)}: what is sent is gone`;

export const broadcastReasons = {
	"subscriber cut off": (values: Values) =>
		`${subscribers(values, "count")} cut off at ${at(values)}, what waited is lost`,
	"subscriber lost": (values: Values) =>
		`${subscribers(values, "count")} gone at ${at(values)}, what waited is lost`,
	"cut off soon": soon,
	"subscriber behind": behind,
	"nobody listens": nobody,
	"listened to": (values: Values) =>
		`Sent to ${plural(numberOf(values, "subscribers") ?? 0, "subscriber", "subscribers")} at once; nothing is kept`,
} satisfies Partial<Words["reasons"]>;

export const broadcastNotes = {
	"nothing kept": () =>
		"Nothing is kept: a message sent while nobody listens is gone, and how many that were cannot be known",
	"subscriber cut off": (values: Values) =>
		`${subscribers(values, "count")} ${were(values)} cut off by the server at ${at(values)}, because too much waited: those messages are lost`,
	"subscriber lost": (values: Values) =>
		`${subscribers(values, "count")} went, or ${were(values)} cut off, at ${at(values)} while messages waited: those are lost`,
	"cut off soon": (values: Values) =>
		`${soon(values)}; the percentage is of the server's limit`,
	"subscriber behind": (values: Values) =>
		`${subscribers(values)} not taking what is sent${since(values)}${waits(values)}`,
	"may be behind": (values: Values) =>
		`Of its subscribers ${amount({ n: numberOf(values, "subscribers") ?? 0, bound: "at most" }, "en")} may be behind: the server does not say who listens to which channel`,
	"nobody listens": (values: Values) =>
		(numberOf(values, "patterns") ?? 0) > 0
			? `Nobody listens to just this channel${since(values)}; whether a pattern matches it is not told`
			: `Nobody listens${since(values)}; what was sent since then is gone`,
	"patterns heard": (values: Values) =>
		`${plural(numberOf(values, "subscribers") ?? 0, "subscriber listens", "subscribers listen")} by ${plural(numberOf(values, "patterns") ?? 0, "pattern", "patterns")}, which the server counts and does not name`,
	"largest output": (values: Values) =>
		`At most ${bytes(numberOf(values, "bytes") ?? 0, "en")} waits for any one subscriber`,
	"output undercounted": () =>
		"This version does not count large messages that wait for a subscriber: how much waits is not known, and it may never be cut off",
	"limit assumed": () =>
		"When subscribers are cut off may not be asked (CONFIG GET): the usual limit is assumed",
} satisfies Partial<Words["notes"]>;
