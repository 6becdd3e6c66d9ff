// What can be asked about alerts, and what is answered? Changes are errands, so that the record tells who made them.
import type { Change } from "../../change.ts";
import type { Answer } from "../notice.ts";
import type { BackTest } from "../past/back-test.ts";
import type { Rule } from "../rule.ts";

export type AlertWish =
	| {
			readonly verb: "save rule";
			readonly rule: Rule;
			/** The name it had; null for a new one. */
			readonly was: string | null;
	  }
	| { readonly verb: "remove rule"; readonly name: string }
	| {
			readonly verb: "mute";
			readonly among: string;
			/** Null: until nothing among them fires any more. */
			readonly untilMs: number | null;
			readonly why: string;
	  }
	| { readonly verb: "end mute"; readonly mute: string }
	| {
			readonly verb: "acknowledge";
			readonly alert: string;
			readonly why: string;
	  }
	| {
			readonly verb: "back-test";
			readonly rule: Rule;
			readonly days: BackTestDays;
	  }
	/** Sends one notice that says it is a test; with a rule, as that would read. */
	| {
			readonly verb: "try outlet";
			readonly outlet: string;
			readonly rule: Rule | null;
	  };
export type AlertVerb = AlertWish["verb"];

export const backTestDays = [1, 7, 30] as const;
export type BackTestDays = (typeof backTestDays)[number];

/** Those that change what is watched or who is told, and stand in the record. */
export const changingVerbs = [
	"save rule",
	"remove rule",
	"mute",
	"end mute",
	"acknowledge",
] as const satisfies readonly AlertVerb[];
export type ChangingWish = Extract<
	AlertWish,
	{ readonly verb: (typeof changingVerbs)[number] }
>;

export type AlertAnswer =
	| {
			readonly is: "changed";
			readonly id: string | null;
			readonly change: Change;
	  }
	| { readonly is: "back-test"; readonly backTest: BackTest }
	| { readonly is: "tried"; readonly answer: Answer; readonly tookMs: number };
