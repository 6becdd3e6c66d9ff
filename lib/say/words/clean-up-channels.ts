// Which words do clean-ups of a whole channel need besides?
import type { AfterwardsCode } from "#lib/core/clean-up/outcome.ts";
import type { RefusalCode } from "#lib/core/clean-up/refusal-code.ts";
import type { EffectCode, WarningCode } from "#lib/core/clean-up/remark.ts";
import type { CleanUpWords, CourseWords } from "./clean-up.ts";

export type ChannelEffects = Pick<
	CleanUpWords["effects"],
	Extract<EffectCode, "move" | "purge" | "delete" | "disconnect">
>;

export type ChannelWarnings = Pick<
	CleanUpWords["warnings"],
	Extract<
		WarningCode,
		| "held stays"
		| "arrivals go too"
		| "members take too"
		| "bindings go too"
		| "others cut off"
		| "counted before"
		| "removed there"
	>
>;

export type ChannelRefusals = Pick<
	CleanUpWords["refusals"],
	Extract<
		RefusalCode,
		| "not enabled"
		| "nowhere named"
		| "no such channel"
		| "same channel"
		| "no room"
		| "still in use"
		| "not empty"
		| "no safe way"
		| "not counted"
		| "moving already"
	>
>;

export type ChannelAfterwards = Pick<
	CourseWords["afterwards"],
	Extract<AfterwardsCode, "channel came back" | "still moving">
>;

/** Where messages are to go. */
export type ElsewhereWords = {
	readonly title: string;
	/** Before the field. */
	readonly channel: string;
	readonly means: string;
};
