// Why can a rule, a mute or an alert not be changed so? In English.
import type { TendFault } from "#lib/core/alert/asked/tend-faults.ts";
import { numberOf, textOf } from "../sentence.ts";
import type { Words } from "../words/words.ts";
import { plural } from "./codes.ts";

export const tendFaults: Pick<Words["rareProblems"], TendFault | "alert gone"> =
	{
		"rule in file": (it) =>
			`The rule “${textOf(it, "name")}” stands in the configuration file and is changed there.`,
		"rule gone": (it) =>
			`There is no rule “${textOf(it, "name")}” any more. Somebody may have removed or renamed it.`,
		"rule name taken": (it) =>
			`There is a rule “${textOf(it, "name")}” already. Give this one another name.`,
		"rule name blank": () => "A rule needs a name.",
		"usual rule stays": (it) =>
			`“${textOf(it, "name")}” is there by itself: it can be changed or turned off, and neither renamed nor removed.`,
		"rules too many": (it) =>
			`There are ${plural(numberOf(it, "most") ?? 0, "rule", "rules")}, and no more may be. Remove one first.`,
		"outlet unknown": (it) =>
			`The configuration names no outlet “${textOf(it, "outlet")}”.`,
		"mute over": () => "This time is over already. Choose a later one.",
		"mute too long": (it) =>
			`Nothing is muted for longer than ${plural(numberOf(it, "days") ?? 31, "day", "days")}. Change the rule instead.`,
		"mute without reason": () => "A mute needs a reason.",
		"mutes too many": (it) =>
			`There are ${plural(numberOf(it, "most") ?? 0, "mute", "mutes")}, and no more may be. End one first.`,
		"mute gone": () => "This mute is over already.",
		"alert over": () => "This alert does not fire any more.",
		"acknowledged already": (it) =>
			`${textOf(it, "by")} acknowledged it already.`,
		"changed meanwhile": () =>
			"Somebody changed it meanwhile. Look at it again.",
		"alert gone": () =>
			"Nothing is known of this alert: it never was, or so long ago that it was let go.",
	};
