// Which clean-up does somebody want? Said without numbers: those are the plan's.

/** From harmless to grave, as they are offered. */
export const actions = [
	/** Makes a lag knowable again; nothing is delivered, moved or lost. */
	"count",
	/** Takes members away that hold nothing. */
	"remove",
	/** Ends the claims on messages that are gone. */
	"clear",
	/** Settles what members hold that are not there. */
	"reclaim",
	/** Puts back what was put aside. */
	"redrive",
	/** Takes back what a clean-up did. */
	"undo",
	/** Removes what every group has finished. */
	"trim",
	/** Ends a group with its positions. */
	"destroy",
] as const;
export type Action = (typeof actions)[number];

/** What becomes of messages that absent members hold. */
export const fates = [
	/** A living member holds them from now on. */
	"hand over",
	/** A copy goes to the end of the channel. */
	"re-enqueue",
	/** A copy goes to a channel where it waits for a person. */
	"dead-letter",
	/** They count as done, without having been. */
	"acknowledge",
] as const;
export type Fate = (typeof fates)[number];

/** From harmless to grave. */
export const risks = ["none", "moves messages", "loses messages"] as const;
export type Risk = (typeof risks)[number];

export type CleanUp =
	| Reclaim
	| {
			readonly action: "remove";
			/** Null for all that are dead. */
			readonly members: readonly string[] | null;
	  }
	| {
			readonly action: "redrive";
			/** Where it was put aside; null for where this console puts it. */
			readonly from: string | null;
	  }
	| {
			readonly action: "undo";
			/** What is taken back. */
			readonly errand: string;
	  }
	| { readonly action: "count" | "clear" | "trim" | "destroy" };

export type Reclaim = {
	readonly action: "reclaim";
	/** Null for all that are dead, and those that are stuck where `stuck` says so. */
	readonly members: readonly string[] | null;
	/** Who is stuck may still work: what is taken from it may run twice. */
	readonly stuck: boolean;
	readonly idleMinMs: number;
	readonly deliveriesMin: number;
	/** Null leaves the choice to the plan, which takes what fits. */
	readonly fate: Fate | null;
	/** Who takes it, or the channel it goes to; null leaves that to the plan. */
	readonly to: string | null;
	/** Members that then hold nothing go. */
	readonly remove: boolean;
};

export const reclaimAll: Reclaim = {
	...{ action: "reclaim", members: null, stuck: false, idleMinMs: 0 },
	...{ deliveriesMin: 1, fate: null, to: null, remove: true },
};

export const membersMax = 10_000;
export const nameLengthMax = 65_536;

const isName = (it: unknown): boolean =>
	typeof it === "string" && it.length <= nameLengthMax;
const isNameOrNull = (it: unknown): boolean => it === null || isName(it);
const areNames = (it: unknown): boolean =>
	it === null ||
	(Array.isArray(it) &&
		it.length > 0 &&
		it.length <= membersMax &&
		it.every(isName));
const isCount = (it: unknown, least: number): boolean =>
	typeof it === "number" && Number.isSafeInteger(it) && it >= least;

/** A row in a store is a command: it is believed only when it could have been asked. */
export function isCleanUp(it: unknown): it is CleanUp {
	if (typeof it !== "object" || it === null) return false;
	const wish: Record<string, unknown> = { ...it };
	switch (wish.action) {
		case "reclaim":
			return (
				areNames(wish.members) &&
				typeof wish.stuck === "boolean" &&
				isCount(wish.idleMinMs, 0) &&
				isCount(wish.deliveriesMin, 1) &&
				(wish.fate === null || fates.some((fate) => fate === wish.fate)) &&
				isNameOrNull(wish.to) &&
				typeof wish.remove === "boolean"
			);
		case "remove":
			return areNames(wish.members);
		case "redrive":
			return isNameOrNull(wish.from);
		case "undo":
			return isName(wish.errand);
		default:
			return ["count", "clear", "trim", "destroy"].some(
				(action) => action === wish.action,
			);
	}
}
