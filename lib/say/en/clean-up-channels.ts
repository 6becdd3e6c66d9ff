// What do the codes of clean-ups of a whole channel say in English?
import { boundOf } from "../bound.ts";
import { numberOf, textOf } from "../sentence.ts";
import { precisely } from "../times.ts";
import type {
	ChannelAfterwards,
	ChannelEffects,
	ChannelRefusals,
	ChannelWarnings,
	ElsewhereWords,
} from "../words/clean-up-channels.ts";
import type { Values } from "../words/words.ts";
import { some } from "./clean-up-deeds.ts";
import { plural } from "./codes.ts";

const n = (it: Values, key: string): number => numberOf(it, key) ?? 0;
const messages = (it: Values): string =>
	some({ n: n(it, "messages"), bound: boundOf(it) }, "message", "messages");
const members = (it: Values): string =>
	plural(n(it, "members"), "member", "members");
const bindings = (it: Values): string =>
	plural(n(it, "bindings"), "binding", "bindings");
const goes = (it: Values, key: string): string =>
	n(it, key) === 1 ? "goes" : "go";

export const enChannelEffects: ChannelEffects = {
	move: (it) => [
		messages(it),
		` ${goes(it, "messages")} to ${textOf(it, "to")}, in the same order. None is taken away before the broker has it there.`,
	],
	purge: (it) => [
		messages(it),
		` that ${n(it, "messages") === 1 ? "waits is" : "wait are"} thrown away. Nobody ever reads them.`,
	],
	delete: (it) => [
		textOf(it, "channel"),
		` is deleted${n(it, "bindings") === 0 ? "" : ` with ${bindings(it)}`}. The broker does it only while nothing is in it and nobody reads it.`,
	],
	disconnect: (it) => [
		textOf(it, "name"),
		` loses its connection ${textOf(it, "connection")}, and ${n(it, "messages") === 0 ? "held nothing here" : `the ${messages(it)} it holds ${n(it, "messages") === 1 ? "waits" : "wait"} again`}. ${n(it, "others") === 0 ? "Nobody else reads here." : `${plural(n(it, "others"), "other member goes", "other members go")} on.`}`,
	],
};

export const enChannelWarnings: ChannelWarnings = {
	"held stays": (it) =>
		`${messages(it)} held by members ${n(it, "messages") === 1 ? "does" : "do"} not wait and ${n(it, "messages") === 1 ? "stays" : "stay"}: what is not finished comes back afterwards.`,
	"arrivals go too": () => "What arrives until that moment goes too.",
	"members take too": (it) =>
		`${members(it)} ${n(it, "members") === 1 ? "reads" : "read"} here and ${goes(it, "members")} on taking meanwhile: less may be left to move, and what arrives moves in its place.`,
	"bindings go too": (it) =>
		`What was sent here by ${n(it, "bindings") === 1 ? "that binding" : `those ${bindings(it)}`} goes nowhere afterwards, unless it goes elsewhere as well.`,
	"others cut off": (it) =>
		`The same connection serves ${[
			...(n(it, "members") === 0
				? []
				: [plural(n(it, "members"), "other member", "other members")]),
			...(n(it, "channels") === 0
				? []
				: [
						`${plural(n(it, "channels"), "other channel", "other channels")} (${textOf(it, "first")}${n(it, "channels") > 1 ? ", …" : ""})`,
					]),
		].join(" on ")}: all of it is cut off.`,
	"counted before": (it) =>
		`The broker counts every ${precisely(n(it, "ms") / 1_000, "en")}: what came or went since is not in these numbers.`,
	"removed there": (it) =>
		`${textOf(it, "channel") || "The channel"} removes what nobody has read for ${precisely(n(it, "ms") / 1_000, "en")}.`,
};

export const enChannelRefusals: ChannelRefusals = {
	"not enabled": (it) =>
		`The broker needs ${textOf(it, "name") || "a part"} for this, which is not enabled there. How to enable it, and what to run instead, stands below.`,
	"nowhere named": () => "Say first where they are to go.",
	"no such channel": (it) =>
		`There is no ${textOf(it, "channel") || "such channel"} at this broker.`,
	"same channel": () => "They wait there already.",
	"no room": (it) =>
		numberOf(it, "messages") === null
			? `${textOf(it, "channel") || "The channel"} has a limit, so it would not take all of them, or throw away others.`
			: `${textOf(it, "channel") || "The channel"} keeps ${messages(it)} at most, so it would not take all of them, or throw away others.`,
	"still in use": (it) =>
		numberOf(it, "members") === null
			? "It is in use, so it stays."
			: `${members(it)} ${n(it, "members") === 1 ? "reads" : "read"} it, so it stays.`,
	"not empty": (it) =>
		numberOf(it, "messages") === null
			? "It is not empty, so it stays."
			: `It has ${messages(it)}, so it stays.`,
	"no safe way": () =>
		"The broker cannot do this only while nothing is in it and nobody reads it, in a channel of this kind. Look once more, then run what stands below.",
	"not counted": () =>
		"The broker has not counted what is there. Try again in a moment.",
	"moving already": (it) =>
		`Messages are moved from here already, as ${textOf(it, "name")}. Wait until that ends, or end it with what stands below.`,
};

export const enChannelAfterwards: ChannelAfterwards = {
	"channel came back": () =>
		"The channel is there again: a program made it anew.",
	"still moving": (it) =>
		`The broker goes on moving by itself, as ${textOf(it, "name")}.`,
};

export const enElsewhere: ElsewhereWords = {
	title: "Where they go",
	channel: "Channel",
	means: "Any channel at this broker. It has to be there.",
};
