// What did a broker say about a subscription at one moment?
import type { Amount } from "./amount.ts";
import type { AnewWhy } from "./anew.ts";
import type { Bystanders } from "./bystander.ts";
import type { Connections } from "./connections.ts";
import type { GoneFact } from "./gone.ts";
import type { Columns } from "./lag.ts";
import type { Note } from "./note.ts";
import type { OwnShare } from "./own-share.ts";
import type { Standing } from "./standing.ts";
import type { Trouble } from "./trouble.ts";

/** `registered` is what the broker lists; the rest is judged, and null where that cannot be judged. */
export type Members = {
	readonly registered: number;
	readonly live: Amount | null;
	readonly dead: number | null;
	readonly stuck: number | null;
	readonly unknown: number | null;
};

export type Reading = {
	readonly kind: string;
	readonly channel: string;
	readonly group: string | null;
	readonly family: string | null;
	readonly atMs: number;
	readonly lag: Amount | null;
	/** Messages ever written to the channel and ever handed to the group; both only grow, or are null. */
	readonly arrived: number | null;
	readonly departed: number | null;
	/** How many partitions the two sums cover: sums of different covers cannot be compared. */
	readonly counted: number;
	/** Messages removed before this group read them. */
	readonly lost: number | null;
	/** Partitions whose position lies beyond the end of the log. */
	readonly ahead: number;
	readonly holding: number | null;
	readonly oldestHeldMs: number | null;
	readonly deliveriesMax: number | null;
	readonly members: Members | null;
	/** How old the oldest unread message is, and how long until the broker removes unread ones. */
	readonly timeLagMs: Amount | null;
	readonly marginMs: Amount | null;
	readonly state: string | null;
	/** What was seen before is no measure for this reading; it begins a new window. */
	readonly anew: AnewWhy | null;
	readonly notes: readonly Note[];
	/** Why this one subscription could not be read while its broker answered; then every value above is null. */
	readonly trouble: Trouble | null;
	readonly columns: Columns | null;
};

/** All a broker said in one tick. A subscription that is missing from a complete snapshot is gone; from another it was not heard. */
export type Snapshot = {
	readonly readings: readonly Reading[];
	readonly complete: boolean;
	/** Why something that was named before no longer is, as far as the broker can prove it; told until it is no news. */
	readonly gone: readonly GoneFact[];
	/** Parts that did not answer, for the broker's chip. */
	readonly troubles: readonly Trouble[];
	/** The broker's own name and version, as it tells them: "4.3.1". */
	readonly version: string | null;
	/** Groups that are there and have no position anywhere, as far as they were heard in this tick. */
	readonly bystanders: Bystanders;
	/** Of the server's time lately, as its system measured it; null where the server does not tell. */
	readonly ownShare: OwnShare | null;
	/** Null where its system counts none. */
	readonly connections: Connections | null;
	/** What would be lost as the broker is set up. */
	readonly standing: readonly Standing[];
};

/** A reading begins with nothing known; what the broker said is laid over it. */
export const nothingKnown: Omit<
	Reading,
	"kind" | "channel" | "group" | "atMs"
> = {
	family: null,
	lag: null,
	arrived: null,
	departed: null,
	counted: 0,
	lost: null,
	ahead: 0,
	holding: null,
	oldestHeldMs: null,
	deliveriesMax: null,
	members: null,
	timeLagMs: null,
	marginMs: null,
	state: null,
	anew: null,
	notes: [],
	trouble: null,
	columns: null,
};
