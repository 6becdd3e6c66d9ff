// Which words do clean-ups of positions and of plain lists need besides?
import type { AfterwardsCode } from "#lib/core/clean-up/outcome.ts";
import type { RefusalCode } from "#lib/core/clean-up/refusal-code.ts";
import type { EffectCode, WarningCode } from "#lib/core/clean-up/remark.ts";
import type { CleanUpWords, CourseWords } from "./clean-up.ts";

export type PositionEffects = Pick<
	CleanUpWords["effects"],
	Extract<
		EffectCode,
		| "go back"
		| "skip"
		| "begin"
		| "brought within"
		| "forget positions"
		| "restore positions"
		| "evict"
		| "recover"
	>
>;

export type PositionWarnings = Pick<
	CleanUpWords["warnings"],
	Extract<
		WarningCode,
		| "program unseen"
		| "share goes over"
		| "may stay out"
		| "no way back"
		| "group goes with it"
		| "begins anew"
		| "half done"
		| "ends assumed"
		| "owner unseen"
		| "look alike"
	>
>;

export type PositionRefusals = Pick<
	CleanUpWords["refusals"],
	Extract<
		RefusalCode,
		| "has members"
		| "regroups"
		| "not agreed"
		| "program at work"
		| "put back"
		| "transaction open"
		| "still read"
		| "made again"
		| "positions moved"
		| "no such partition"
		| "other group unknown"
		| "not fixed"
		| "goes by itself"
		| "still at work"
		| "its own way"
		| "positions refused"
		| "still connected"
		| "too early"
		| "taken since"
		| "nobody judged"
	>
>;

export type PositionAfterwards = Pick<
	CourseWords["afterwards"],
	Extract<
		AfterwardsCode,
		"reads on" | "put back" | "as before" | "group came back"
	>
>;
