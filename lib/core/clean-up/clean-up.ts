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
	/** Puts aside what comes back to its readers again and again. */
	"park",
	/** Puts back among what waits what somebody took and left lying. */
	"recover",
	/** Puts back what was put aside. */
	"redrive",
	/** Takes what waits to another channel. */
	"move",
	/** Takes back what a clean-up did. */
	"undo",
	/** Takes one member out that is gone or hangs; the others get its share. */
	"evict",
	/** Lets a group read on from elsewhere. */
	"reset",
	/** Ends what a group knows of a channel that none of its members reads. */
	"forget",
	/** Removes what every group has finished. */
	"trim",
	/** Ends a group with its positions. */
	"destroy",
	/** Takes a channel away in which nothing is, and which nobody reads. */
	"delete",
	/** Throws away what waits. */
	"purge",
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
export const risks = [
	"none",
	"moves messages",
	"repeats messages",
	"loses messages",
] as const;
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
	| {
			readonly action: "recover";
			/** Where it was left; null for everywhere it lies still. */
			readonly from: readonly string[] | null;
			readonly served: Served;
	  }
	| {
			readonly action: "evict";
			readonly member: string;
	  }
	| {
			readonly action: "move";
			/** The channel it goes to; null while nobody has named one. */
			readonly to: string | null;
	  }
	| Reset
	| { readonly action: PlainAction };

/** What needs nothing more to be said. */
export const plainActions = [
	...(["count", "clear", "park", "forget", "trim"] as const),
	...(["destroy", "delete", "purge"] as const),
] as const;
export type PlainAction = (typeof plainActions)[number];

/** Before or after everything that waits. */
export const serving = ["next", "last"] as const;
export type Served = (typeof serving)[number];

export type Reset = {
	readonly action: "reset";
	/** Null for all. */
	readonly partitions: readonly number[] | null;
	readonly to: Whereto;
};

/** Where a group is to read on; brought between the first message that is kept and the end. */
export type Whereto =
	| { readonly place: "first" | "end" }
	/** At the first message written at this time or later. */
	| { readonly place: "time"; readonly atMs: number }
	| { readonly place: "ago"; readonly ms: number }
	/** From where it stands: back where it is negative. */
	| { readonly place: "shift"; readonly messages: number }
	| { readonly place: "exact"; readonly position: number }
	/** Where another group stands. */
	| { readonly place: "group"; readonly group: string }
	/** One by one, also of several channels: each clean-up takes those of its own. */
	| { readonly place: "listed"; readonly positions: readonly ListedPosition[] };

export type ListedPosition = {
	readonly channel: string;
	readonly partition: number;
	readonly position: number;
};

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
