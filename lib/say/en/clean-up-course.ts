// What does a clean-up say in English while it goes and once it is over?

import { count } from "../numbers.ts";
import { numberOf, textOf } from "../sentence.ts";
import { precisely } from "../times.ts";
import type { CourseWords } from "../words/clean-up.ts";
import type { Unit } from "../words/clean-up-deeds.ts";
import type { Values } from "../words/words.ts";
import { enChannelAfterwards } from "./clean-up-channels.ts";
import { some } from "./clean-up-deeds.ts";
import { enPositionAfterwards } from "./clean-up-positions.ts";
import { plural } from "./codes.ts";

const lasting = (seconds: number): string =>
	precisely(Math.max(0, seconds), "en");

const named: Readonly<Record<Unit, readonly [string, string]>> = {
	messages: ["message", "messages"],
	positions: ["position", "positions"],
};

const counted = (it: Values, key: string): string =>
	count(numberOf(it, key) ?? 0, "en");

const afterwards: CourseWords["afterwards"] = {
	...enPositionAfterwards,
	...enChannelAfterwards,
	"copies read": (it) =>
		`${counted(it, "read")} of ${plural(numberOf(it, "messages") ?? 0, "copy", "copies")} read.`,
	"member came back": (it) => `${textOf(it, "name")} came back.`,
	"handed over was done": (it) =>
		`${counted(it, "acknowledged")} of ${plural(numberOf(it, "messages") ?? 0, "message", "messages")} acknowledged by who took them.`,
	"lag moves": (it) =>
		`The lag moves: ${counted(it, "before")} before, ${counted(it, "after")} now.`,
	"lag knowable": (it) => `The lag is known: ${counted(it, "messages")}.`,
	"as left": () => "As it was left.",
};

export const enCourse: CourseWords = {
	states: {
		asked: "asked",
		answered: "answered",
		planned: "planned",
		approved: "approved",
		running: "running",
		done: "done",
		"partly done": "done in part",
		refused: "refused",
		failed: "failed",
		unknown: "unknown",
		cancelled: "cancelled",
		expired: "expired",
	},
	stages: {
		"looking again": "Look again",
		messages: "Messages",
		members: "Members",
		proving: "Look at the broker and prove it",
	},
	positions: "Positions",
	afterwards,
	progress: ([messages, ofMessages], [members, ofMembers], unit) =>
		[
			...(ofMessages.n > 0
				? [`${count(messages, "en")} of ${some(ofMessages, ...named[unit])}`]
				: []),
			...(ofMembers > 0
				? [
						`${count(members, "en")} of ${plural(ofMembers, "member", "members")}`,
					]
				: []),
		].join(", "),
	goesOn:
		"You can close this; the work goes on and the outcome is in Activity. Stop leaves done what is done.",
	writtenDown: "Written down before anything is done",
	stop: "Stop after this slice",
	stopping: (by) => `Stopping, as ${by} said`,
	by: (person) => `by ${person}`,
	took: (seconds) =>
		seconds < 1 ? "Took under 1 s" : `Took ${lasting(seconds)}`,
	started: (seconds) => `Started ${lasting(seconds)} ago`,
	onBroker: "On the broker",
	verified: (seconds) =>
		seconds < 1
			? "Verified on the broker right after."
			: `Verified on the broker ${lasting(seconds)} later.`,
	notVerified: "The broker could not be looked at afterwards.",
	refused: (n) => `${count(n, "en")} refused`,
	undo: "Undo",
	undoOf: (n, unit) => `Undo for ${plural(n, ...named[unit])}`,
	undone: "Taken back",
	undoIt: "Taken back by another clean-up",
	seeActivity: "See in Activity",
	done: "Done",
	nothingDone: "Nothing was done.",
	unknownMeans:
		"It was interrupted: it may have been done, or not, or in part. What the broker shows now stands below.",
	lookedAgain: "Looked at again",
};
