// What does the plan of a clean-up say in English?

import { count } from "../numbers.ts";
import { precisely } from "../times.ts";
import type { PlanWords } from "../words/clean-up.ts";
import { some } from "./clean-up-deeds.ts";
import { plural } from "./codes.ts";

const lasting = (seconds: number): string =>
	precisely(Math.max(0, seconds), "en");

export const enPlan: PlanWords = {
	drawing: "Drawing the plan",
	on: "on",
	fresh: (seen, left) =>
		`Seen ${lasting(seen)} ago, checked again when you apply. Good for ${lasting(left)}.`,
	expired: "Nobody may say yes to it any more. A new plan looks again.",
	expiredTitle: "This plan is too old",
	again: "Draw a new plan",
	changed: "Nothing was done: it has changed",
	changedWhy:
		"Since the plan was drawn, the broker shows something else. Nothing was changed there.",
	nothing: "There is nothing to do",
	idle: {
		count: "The lag is known already.",
		remove: "No member is known to be dead yet.",
		clear: "Everything that is held is still there.",
		reclaim:
			"No member is known to be dead or stuck yet, or none of them holds anything.",
		park: "Nothing that is held was delivered five times or more.",
		recover: "Nothing lies in progress that has not moved for long enough.",
		redrive: "Nothing is put aside there.",
		undo: "It is as it was before, or somebody went on from there.",
		evict: "There is no such member any more.",
		reset: "Every position stands there already.",
		forget: "The group has no position here any more.",
		trim: "Every message is still needed.",
		destroy: "The group is gone already.",
		move: "Nothing waits here.",
		delete: "The channel is gone already.",
		purge: "Nothing waits here.",
	},
	cannot: "This cannot be done",
	refused: "Nothing was done",
	failed: "No plan could be drawn",
	happens: "What will happen",
	theMessages: (amount) => `The ${some(amount, "message", "messages")}`,
	receiver: "Who takes them",
	figures: "Before → after",
	now: "Now",
	after: "After",
	planned: "Planned",
	before: "Before",
	reason: "Reason",
	reasonKept: "kept with the record",
	reasonRequired: "required here, kept with the record",
	typeThis: ["Type ", " to confirm"],
	pasteIsFine: "pasting is fine",
	byHand: "The same by hand",
	noCommands: "No command line does just this, safely.",
	toRun: "What to run",
	copy: "Copy",
	copied: "Copied",
	members: "Members",
	holding: (n) => `holds ${count(n, "en")}`,
	stays: "stays",
	moreMembers: (n) => `and ${plural(n, "other", "others")}`,
	cancel: "Cancel",
	close: "Close",
	cancelled: "Cancelled: nothing was done",
	needsName: "The name has to be typed first.",
	needsReason: "A reason has to be given first.",
	mayNot: "Your role may look at this plan, and not say yes to it.",
	looksAtOther: "Plan for",
};
