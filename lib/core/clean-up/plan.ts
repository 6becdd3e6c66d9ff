// What exactly would a clean-up do? Drawn from one look, and approved as it stands or not at all.
import type { Amount } from "../amount.ts";
import type { CleanUp, Fate, Risk } from "./clean-up.ts";
import type { Effect, FigureCode, Refusal, Warning } from "./remark.ts";

/** After this long nobody may say yes to it any more. */
export const planLastsMs = 2 * 60_000;

export type Plan = {
	/** With every choice filled in that was left open. */
	readonly cleanUp: CleanUp;
	readonly risk: Risk;
	/** When the broker was looked at. */
	readonly seenMs: number;
	readonly effects: readonly Effect[];
	readonly warnings: readonly Warning[];
	readonly figures: readonly Figure[];
	/** What else could become of the same messages; empty where there is no choice. */
	readonly choices: readonly Choice[];
	/** Members and how much each holds, the first of them. */
	readonly members: readonly PlannedMember[];
	readonly membersLeftOut: number;
	/** Which positions change, the first of them. */
	readonly moves: readonly PlannedMove[];
	readonly movesLeftOut: number;
	/** How many messages it worked on in a second when it last did; null where nobody remembers, or it does not matter. */
	readonly pace: number | null;
	/** What is done to how many, be it messages or positions: the words on the button, and what progress is measured by. */
	readonly messages: Amount;
	readonly membersRemoved: number;
	readonly undo: Undoing;
	/** The same by hand, each line safe to paste; null where names cannot be written so. */
	readonly commands: readonly string[] | null;
	/** What has to be typed before it may be approved; null where nothing can be lost. */
	readonly typed: string | null;
	/** Why nothing of it can be done; null where it can. */
	readonly refusal: Refusal | null;
	/** What the system needs in order to do this and nothing else; nobody in between looks into it. */
	readonly seen: unknown;
};

export type Figure = {
	readonly code: FigureCode;
	/** Null where it cannot be known. */
	readonly before: Amount | null;
	readonly after: Amount | null;
};

export type Choice = {
	readonly fate: Fate;
	readonly to: string | null;
	/** Who else could take it, the likeliest first. */
	readonly candidates: readonly string[];
	readonly risk: Risk;
	readonly warnings: readonly Warning[];
	/** Why it is not to be had; null where it is. */
	readonly refusal: Refusal | null;
};

export type PlannedMember = {
	readonly name: string;
	readonly holding: number;
	readonly idleMs: number | null;
	readonly isRemoved: boolean;
};

export const movesShownMax = 1_000;

export type PlannedMove = {
	readonly channel: string;
	readonly partition: number;
	/** Null where there is none. */
	readonly before: number | null;
	readonly after: number | null;
	/** What is kept there: the first message, and where the next one goes. Null where it is not known. */
	readonly first: number | null;
	readonly end: number | null;
	/** What was asked for lies outside of what is kept. */
	readonly isBrought: boolean;
};

export const undoings = [
	/** Nothing was taken that does not come back by itself. */
	"not needed",
	/** Until it is acknowledged or claimed on. */
	"until acknowledged",
	/** While no group has read the copy. */
	"until read",
	/** While the message is there. */
	"while kept",
	/** While the group has no members. */
	"while empty",
	/** While nobody has taken them. */
	"until taken",
	"impossible",
] as const;
export type Undoing = (typeof undoings)[number];
