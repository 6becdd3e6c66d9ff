// What stands on the board? One row a subscription, one fact sheet a broker.
import type { Amount } from "./amount.ts";
import type { Action } from "./clean-up/clean-up.ts";
import type { Connections } from "./connections.ts";
import type { MetricWords } from "./metric.ts";
import type { Note } from "./note.ts";
import type { OwnShare } from "./own-share.ts";
import type { Members } from "./reading.ts";
import type { Standing } from "./standing.ts";
import type { Trouble } from "./trouble.ts";
import type { Reason, Verdict } from "./verdict.ts";

export type Pace = { readonly in: number | null; readonly out: number | null };

export type Row = {
	readonly id: string;
	readonly broker: string;
	readonly system: string;
	readonly kind: string;
	readonly channel: string;
	readonly group: string | null;
	readonly family: string | null;
	readonly verdict: Verdict;
	readonly reason: Reason;
	readonly sinceMs: number;
	readonly lag: Amount | null;
	readonly timeLagSeconds: Amount | null;
	readonly holding: number | null;
	readonly oldestHeldSeconds: number | null;
	readonly deliveriesMax: number | null;
	readonly pace: Pace;
	readonly members: Members | null;
	/** How long until the broker removes messages this group has not read. */
	readonly marginSeconds: Amount | null;
	readonly drainedSeconds: number | null;
	/** The highest lag of each of the last 60 minutes, oldest first; null where there was no reading. */
	readonly spark: readonly (number | null)[];
	/** The highest lag of the seven days before those minutes; null under a day of history, or where nothing ever waited. */
	readonly highWater: number | null;
	/** What the broker calls the state its group is in; null where it does not say. */
	readonly state: string | null;
	readonly notes: readonly Note[];
	/** When the values were read. */
	readonly atMs: number;
	/** The broker answered since, or should have, and said nothing new about this row: the values are old. */
	readonly stale: boolean;
	/** What was judged last, while nobody vouches for it; null while the verdict is of now. */
	readonly stood: Stood | null;
};

export type Stood = {
	readonly verdict: Verdict;
	readonly reason: Reason;
	readonly sinceMs: number;
};

/** A word in each language of the screen. */
export type Said = { readonly en: string; readonly ko: string };

/** What a kind of channel is called, and which columns it can have at all. */
export type KindWords = {
	readonly channel: Said;
	readonly group: Said | null;
	/** False where nothing is ever held: the column is then empty, not unknown. */
	readonly holds: boolean;
	/** False where what nobody hears is gone: nothing can wait, so a lag is empty, not unknown. */
	readonly keeps: boolean;
	/** The part of a subscription that a look can list beside its members. */
	readonly partitioned: boolean;
	/** What is held can be listed entry by entry. */
	readonly itemised: boolean;
	/** The words of a command line that tells the same, as in core's `commandOf`; left out where none does. */
	readonly command?: readonly string[];
	/** The clean-ups it has, as they are offered; left out where there are none. */
	readonly actions?: readonly Action[];
	/** Those of them that are of a group with all its channels: done once for each group. */
	readonly wholeGroup?: readonly Action[];
	/** Left out where nobody else has names for it. */
	readonly metrics?: readonly MetricWords[];
};

/** Labels and icon travel with the rows, so that no other part needs to know which systems exist. */
export type SystemWords = {
	readonly name: string;
	readonly label: string;
	/** An SVG path in a 16 × 16 box, drawn with a stroke. */
	readonly icon: string;
	/** An address as somebody would type it, and what is found there. */
	readonly example: string;
	readonly finds: Said;
	readonly kinds: Readonly<Record<string, KindWords>>;
};

export type BrokerFact = {
	readonly name: string;
	readonly system: string;
	/** Redacted: no user, no password. */
	readonly address: string;
	readonly everyMs: number;
	readonly heardMs: number | null;
	/** Since when the values of all its rows were read that are not stale: with its last answer, or before where that was not whole. */
	readonly readMs: number | null;
	readonly triedMs: number | null;
	/** The whole broker, when the last tick failed; else null. */
	readonly trouble: Trouble | null;
	/** Parts of it that did not answer while the rest did. */
	readonly parts: readonly Trouble[];
	readonly version: string | null;
	readonly subscriptions: number;
	/** Null where the broker does not tell. */
	readonly ownShare: OwnShare | null;
	/** Null where its system counts none. */
	readonly connections: Connections | null;
	readonly standing: readonly Standing[];
};
