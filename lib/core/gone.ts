// Why is a subscription no longer there? What a broker's system can prove, and no more.
import type { Subscription } from "./subscription.ts";

export const goneWhys = [
	/** Nobody was in the group for as long as the broker keeps positions. */
	"expired",
	/** Somebody deleted the group: it could not have expired yet. */
	"deleted",
	/** Either of the two: since when nobody was there is not known. */
	"expired or deleted",
	"channel deleted",
	/** It vanished while the broker, out of memory, was removing channels by itself. */
	"evicted",
	/** The channel had a time to live, which is over. */
	"ran out",
	/** The channel was deleted and made again, and the group has no position in the new one. */
	"made again",
	/** Channel and group are there; the positions were removed, or expired. */
	"no positions",
	/** The channel is there only while somebody listens, and nobody has for a while. */
	"nobody listens",
] as const;
export type GoneWhy = (typeof goneWhys)[number];

/** As a system tells it; the collector knows which broker it is. */
export type GoneFact = Pick<Subscription, "kind" | "channel" | "group"> & {
	readonly why: GoneWhy;
};

/** As it is kept, for whoever comes back to its address. */
export type Gone = Subscription & {
	readonly id: string;
	/** Null where nobody can know. */
	readonly why: GoneWhy | null;
	readonly atMs: number;
};

export type GoneMark = Pick<Gone, "id" | "why" | "atMs">;
