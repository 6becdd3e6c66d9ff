// What do the codes of clean-ups of positions and of plain lists say in English?
import { boundOf } from "../bound.ts";
import { numberOf, textOf } from "../sentence.ts";
import { precisely } from "../times.ts";
import type {
	PositionAfterwards,
	PositionEffects,
	PositionRefusals,
	PositionWarnings,
} from "../words/clean-up-positions.ts";
import type { Values } from "../words/words.ts";
import { some } from "./clean-up-deeds.ts";
import { plural } from "./codes.ts";

const n = (it: Values, key: string): number => numberOf(it, key) ?? 0;
const messages = (it: Values): string =>
	some({ n: n(it, "messages"), bound: boundOf(it) }, "message", "messages");
const partitions = (it: Values): string =>
	plural(n(it, "partitions"), "partition", "partitions");
const positions = (it: Values): string =>
	plural(n(it, "partitions"), "position", "positions");
const ago = (it: Values, key: string): string =>
	`${precisely(n(it, key) / 1_000, "en")} ago`;
const lasting = (it: Values, key: string): string =>
	precisely(n(it, key) / 1_000, "en");
const quoted = (it: Values): string => {
	const detail = textOf(it, "detail");
	return detail === "" ? "" : `: “${detail}”`;
};

function outOf(it: Values): string {
	const verb = n(it, "partitions") === 1 ? "goes" : "go";
	return n(it, "others") > 0
		? `, and its ${partitions(it)} ${verb} to the others`
		: `, and nobody is left to read its ${partitions(it)}`;
}

export const enPositionEffects: PositionEffects = {
	"go back": (it) => [
		messages(it),
		` of ${partitions(it)} ${n(it, "messages") === 1 ? "is" : "are"} read again.`,
	],
	skip: (it) => [
		messages(it),
		` of ${partitions(it)} ${n(it, "messages") === 1 ? "is" : "are"} skipped: this group never reads them.`,
	],
	begin: (it) => [
		partitions(it),
		` without a position ${n(it, "partitions") === 1 ? "gets" : "get"} one.`,
	],
	"brought within": (it) => [
		partitions(it),
		": what was asked for lies outside of what is kept, so the nearest that is kept is taken.",
	],
	"forget positions": (it) => [
		positions(it),
		n(it, "channels") > 1
			? ` on ${plural(n(it, "channels"), "channel", "channels")} ${n(it, "partitions") === 1 ? "goes" : "go"}.`
			: ` ${n(it, "partitions") === 1 ? "goes" : "go"}.`,
	],
	"restore positions": (it) => [
		positions(it),
		` ${n(it, "partitions") === 1 ? "becomes" : "become"} what ${n(it, "partitions") === 1 ? "it was" : "they were"}, with what was written beside ${n(it, "partitions") === 1 ? "it" : "them"}.`,
	],
	evict: (it) => [
		textOf(it, "name"),
		`${textOf(it, "instance") === "" ? "" : ` (${textOf(it, "instance")})`} is taken out${outOf(it)}. One that came back meanwhile stays.`,
	],
	recover: (it) => [
		messages(it),
		`${n(it, "lists") > 1 ? ` from ${n(it, "lists")} lists` : ""} ${n(it, "messages") === 1 ? "goes" : "go"} back to ${textOf(it, "to")} in the same order, to be served ${textOf(it, "served") === "last" ? "after" : "before"} all that waits.`,
	],
};

export const enPositionWarnings: PositionWarnings = {
	"program unseen": (it) =>
		numberOf(it, "movedMs") === null
			? "A program that takes its partitions by itself is no member and is not seen here. If one runs, it writes its own positions again: it is looked at once more ten seconds later."
			: `A position moved ${ago(it, "movedMs")} though the group had no member: a program that takes its partitions by itself may run, and would write its own positions again.`,
	"share goes over": (it) =>
		`What it was working on in ${partitions(it)} is done again by another, if it still runs.`,
	"may stay out": () =>
		"Some programs never come back once they were taken out, and have to be started again.",
	"no way back": (it) =>
		`The group has ${plural(n(it, "members"), "member", "members")}: while it does, this cannot be undone.`,
	"group goes with it": () =>
		"With its last position the group itself disappears after a while.",
	"begins anew": (it) =>
		`If the group reads ${n(it, "partitions") === 1 ? "that partition" : `those ${partitions(it)}`} again, it begins where the setting of its program says: at the first message or at the end.`,
	"half done": (it) =>
		`What was in progress may have been done in part: ${messages(it)} will be worked on from the beginning.`,
	"ends assumed": () =>
		"At which end workers take was not seen, so it is taken to be the right one, as with RPOPLPUSH. If they take at the left, the order changes.",
	"owner unseen": (it) =>
		`Connections do not tell who works on ${n(it, "lists") === 1 ? "the list" : `the ${plural(n(it, "lists"), "list", "lists")}`}: a worker that only hangs would do the same messages too.`,
	"look alike": (it) =>
		`${messages(it)} look like others beside them: whether one of them was finished and the same taken again cannot be told.`,
};

export const enPositionRefusals: PositionRefusals = {
	"has members": (it) =>
		numberOf(it, "members") === null
			? "The group has members. Stop its programs first: the broker changes this only in a group without members."
			: `The group has ${plural(n(it, "members"), "member", "members")}. Stop ${n(it, "members") === 1 ? "its program" : "its programs"} first: the broker changes this only in a group without members.`,
	regroups: () =>
		"Members join or leave the group just now. Try again in a moment.",
	"not agreed": () =>
		"The broker contradicts what it said a moment ago. Try again in a moment: nothing is planned before several of its answers agree.",
	"program at work": (it) =>
		`A position moved ${ago(it, "movedMs")} though the group has no member: a program that takes its partitions by itself is running, and would write its own positions again. Stop it first.`,
	"put back": (it) =>
		`A running program wrote its own positions again in ${partitions(it)}. Stop it first.`,
	"transaction open": (it) =>
		`A transaction is writing the positions of ${partitions(it)}. Wait until it ends.`,
	"still read": () => "A member of the group reads this channel.",
	"made again": (it) =>
		`${textOf(it, "channel") || "The channel"} was deleted and made again: it is another one of the same name.`,
	"positions moved": (it) => `${positions(it)} moved since the plan was drawn.`,
	"no such partition": (it) =>
		`${partitions(it)} ${n(it, "partitions") === 1 ? "does" : "do"} not exist.`,
	"other group unknown": (it) =>
		`${textOf(it, "group") || "The other group"} has no position here.`,
	"not fixed": (it) =>
		`${textOf(it, "name") || "The member"} has no fixed name, so the broker lets it go by itself when its program is gone.`,
	"goes by itself": (it) =>
		`In a group of this kind the broker lets ${textOf(it, "name") || "a member"} go by itself within a minute when its program is gone.`,
	"still at work": (it) =>
		`${textOf(it, "name") || "The member"} still reads: what it has moved a moment ago.`,
	"its own way": (it) =>
		`${textOf(it, "program") || "The program that keeps these jobs"} has rules of its own for this. What to run stands below.`,
	"positions refused": (it) =>
		`The broker did not write ${positions(it)}${quoted(it)}.`,
	"still connected": (it) =>
		`${textOf(it, "name") || "The worker"} is connected and may still be at work.`,
	"too early": (it) =>
		`What lies in ${textOf(it, "name") || "it"} was seen to lie still for ${lasting(it, "seenMs")}. Only after ${lasting(it, "patienceMs")} does it count as left behind.`,
	"taken since": (it) =>
		`${messages(it)} ${n(it, "messages") === 1 ? "was" : "were"} taken since.`,
	"nobody judged": (it) =>
		`${n(it, "members") === 1 ? "The member may live" : `Any of the ${plural(n(it, "members"), "member", "members")} may live`}, as far as can be told yet: nothing is taken from ${n(it, "members") === 1 ? "it" : "them"}.`,
};

export const enPositionAfterwards: PositionAfterwards = {
	"reads on": (it) => `Somebody reads on from there: ${positions(it)} moved.`,
	"put back": (it) =>
		`Undone by a running program: it wrote its own positions again in ${partitions(it)}.`,
	"as before": (it) =>
		`${positions(it)} ${n(it, "partitions") === 1 ? "is" : "are"} exactly what ${n(it, "partitions") === 1 ? "it was" : "they were"} before.`,
	"group came back": () => "The group is there again: a program made it anew.",
};
