// What happens on a day? Everything that is hidden from whoever watches, before it happens.
import type { Chance } from "./chance.ts";

export const minute = 60_000;
export const hour = 60 * minute;

/** What befalls readers and their channel. */
export type Event = {
	readonly what:
		| "rebalance"
		| "upset"
		| "readers frozen"
		| "readers gone"
		| "partition frozen"
		| "poison"
		| "delivered again and again"
		| "held by the dead"
		| "transaction left open"
		| "set back"
		| "removed"
		| "made again"
		| "not subscribed"
		| "broker away";
	readonly fromMs: number;
	readonly untilMs: number;
};

/** What befalls whoever watches. */
export type Blink = {
	readonly what: "paused" | "restarted" | "clock stepped" | "overtaken";
	readonly fromMs: number;
	readonly untilMs: number;
	readonly byMs: number;
};

export type Day = {
	readonly everyMs: number;
	readonly lastsMs: number;
	/** What comes before is known to nobody: the first round of a batch, for example. */
	readonly judgedFromMs: number;
	readonly partitions: number;
	readonly members: number;
	/** Messages a second in the whole channel, on average, and how far one tick strays from that. */
	readonly arrivals: (atMs: number) => number;
	readonly stray: number;
	/** Messages a second that all members together can read. */
	readonly capacity: number;
	/** Each member works at the one message in hand until it is done, and has a partition of its own. */
	readonly isJobs: boolean;
	readonly commitEveryMs: number;
	/** Where a batch is read in rounds: is there one now, and are its readers away in between? */
	readonly reads: (atMs: number) => boolean;
	readonly isBatch: boolean;
	readonly leavesBetween: boolean;
	/** When a round that was due did not come. */
	readonly missesFromMs: number;
	readonly backlog: number;
	readonly keptMs: number;
	/** How many of the last messages it read it never commits. */
	readonly leaves: number;
	readonly markers: "none" | "shown" | "hidden";
	readonly events: readonly Event[];
	readonly blinks: readonly Blink[];
};

/** A kind of day comes well and ill, in turn. Where the day does not say how it is ill, its readers are. */
export type Kind = {
	readonly name: string;
	readonly day: (chance: Chance, isIll: boolean) => Partial<Day>;
	readonly isOwnIll: boolean;
};

export const usualKind = (
	name: string,
	day: (chance: Chance) => Partial<Day>,
): Kind => ({ name, day, isOwnIll: false });

export function dayOf(kind: Kind, chance: Chance, isIll: boolean): Day {
	const day = usualDay(chance, kind.day(chance, isIll));
	if (!isIll || kind.isOwnIll) return day;
	const fromMs = later(chance, day.lastsMs);
	// Half of them are over before the day is.
	const lastingMs = chance.pick([chance.between(20, 50) * minute, untilEnd]);
	const event: Event = {
		what: chance.pick([
			"readers frozen",
			"readers gone",
			day.partitions > 3 ? "partition frozen" : "readers gone",
		]),
		...{ fromMs, untilMs: fromMs + lastingMs },
	};
	return { ...day, events: [...day.events, event] };
}

/** Readers that are well and a third faster than what arrives, or more. */
function usualDay(chance: Chance, change: Partial<Day>): Day {
	const rate = chance.spread(0.5, 1000);
	const partitions = change.partitions ?? chance.pick([1, 3, 6, 12, 24]);
	return {
		everyMs: 5_000,
		lastsMs: 2 * hour,
		judgedFromMs: 0,
		partitions,
		members: chance.whole(1, Math.min(partitions, 6)),
		arrivals: () => rate,
		stray: 0,
		capacity: rate * chance.between(1.35, 4),
		commitEveryMs: chance.pick([0, 5_000, 10_000, 30_000]),
		reads: () => true,
		isBatch: false,
		isJobs: false,
		leavesBetween: false,
		missesFromMs: Number.POSITIVE_INFINITY,
		backlog: 0,
		keptMs: Number.POSITIVE_INFINITY,
		leaves: 0,
		markers: "none",
		events: [],
		blinks: [],
		...change,
	};
}

/** A moment about a third into a day of this length, and whatever then lasts until its end. */
export const later = (chance: Chance, lastsMs = 2 * hour): number =>
	chance.between(0.25, 0.45) * lastsMs;
export const untilEnd = Number.POSITIVE_INFINITY;
