// What keeps somebody from a clean-up? In English.

import { numberOf, textOf } from "../sentence.ts";
import type { CleanUpWords } from "../words/clean-up.ts";
import { plural } from "./codes.ts";

export const enCleanUpProblems: CleanUpWords["problems"] = {
	"read-only": () => "The configuration allows no changes from here.",
	"broker read-only": () =>
		"The configuration allows no changes at this broker from here.",
	"plan of another": () =>
		"Somebody else had this plan drawn. Draw one of your own.",
	"plan expired": () => "This plan is too old. Draw a new one.",
	"plan changed": () => "This is not the plan that was shown. Look again.",
	"plan closed": () => "This plan was approved, cancelled or is over already.",
	"nothing to approve": () => "This plan does nothing.",
	"name not typed": (it) => `“${textOf(it, "typed")}” has to be typed.`,
	"reason required": () => "A reason has to be given here.",
	"nothing to undo": () =>
		"Nothing of it was done, so there is nothing to take back.",
	"undone already": () => "It was taken back already.",
	"undo too late": (it) =>
		`It can be taken back for ${plural(numberOf(it, "hours") ?? 24, "hour", "hours")} only.`,
	"undo impossible": () => "It cannot be taken back.",
	"nothing fits": () => "Nothing that fits the filter has such a clean-up.",
	"one at a time": () => "Members are taken out one at a time.",
	"not offered": () => "This kind of channel has no such clean-up.",
	"record not whole": () =>
		"The record of what was done is not whole, so nothing is done. `tidemark audit verify` tells what is wrong with it.",
	"store full": () =>
		"The disk of the console is full: what cannot be written down is not done.",
};
