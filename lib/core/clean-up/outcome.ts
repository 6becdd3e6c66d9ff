// What came of a clean-up? What was done, what was refused and why, and what the broker showed afterwards.
import type { Figure } from "./plan.ts";
import type { Refusal } from "./remark.ts";

export const endings = [
	"done",
	"partly done",
	"refused",
	"failed",
	/** It may have been done, or not, or in part: only the broker knows. */
	"unknown",
] as const;
export type Ending = (typeof endings)[number];

export type Outcome = {
	readonly ending: Ending;
	readonly messagesDone: number;
	readonly membersRemoved: number;
	/** One for each kind of refusal, or each name where there is one. */
	readonly refusals: readonly Refusal[];
	/** As the broker showed them right after; empty where it could not be asked. */
	readonly figures: readonly Figure[];
	/** When the broker was looked at again; null where it was not. */
	readonly verifiedMs: number | null;
};

export type Progress = {
	readonly messages: number;
	readonly members: number;
	readonly stage: Stage;
};

export const stages = [
	"looking again",
	"messages",
	"members",
	"proving",
] as const;
export type Stage = (typeof stages)[number];

/** What was before: enough to give it back, and nothing of what a message says. */
export type Before = HeldBefore | PositionBefore;

export type HeldBefore = {
	readonly id: string;
	readonly owner: string;
	readonly deliveredMs: number;
	readonly deliveries: number;
	/** Of the copy that was made of it; null where none was. */
	readonly copy: string | null;
};

export type PositionBefore = {
	readonly channel: string;
	readonly partition: number;
	/** Null where there was none. */
	readonly position: number | null;
	/** What its program wrote beside it. */
	readonly metadata: string;
};

const isPosition = (it: Before): it is PositionBefore => "partition" in it;

export const heldIn = (before: readonly Before[]): readonly HeldBefore[] =>
	before.filter((it): it is HeldBefore => !isPosition(it));
export const positionsIn = (
	before: readonly Before[],
): readonly PositionBefore[] => before.filter(isPosition);

/** What is seen again later: did it last? */
export const afterwardsCodes = [
	/** {read, messages} */
	"copies read",
	/** {name} */
	"member came back",
	/** {acknowledged, messages} */
	"handed over was done",
	/** {before, after} */
	"lag moves",
	/** {messages} */
	"lag knowable",
	/** Somebody reads on from where it was put. {partitions} */
	"reads on",
	/** A program wrote its own positions again. {partitions} */
	"put back",
	/** They are exactly where they were before. {partitions} */
	"as before",
	/** {} */
	"group came back",
	/** {} */
	"channel came back",
	/** The broker goes on with it by itself. {name} */
	"still moving",
	/** {} */
	"as left",
] as const;
export type AfterwardsCode = (typeof afterwardsCodes)[number];

export type Afterwards = {
	readonly code: AfterwardsCode;
	readonly values: Readonly<Record<string, string | number | null>>;
	readonly atMs: number;
};
