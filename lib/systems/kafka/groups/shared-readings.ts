// What does the broker's own count say of each share group and topic?
import { atLeast, exactly } from "#lib/core/amount.ts";
import { type Members, nothingKnown, type Reading } from "#lib/core/reading.ts";
import { troubleOfCode } from "../connection/trouble-of.ts";
import { kind, silentReading } from "../positions/readings.ts";
import type { Topic } from "../positions/topics.ts";
import type { SharedTopic } from "../protocol/share-offsets.ts";

type Sums = {
	readonly counted: number;
	/** Ends of these partitions together, and what of that was handed out. */
	readonly arrived: number;
	readonly departed: number;
};

/** Positions are not shown as columns: a lag worked out from them would be wrong. */
export function sharedReading(
	group: string,
	read: SharedTopic,
	topic: Topic,
	members: Members | null,
	handed: Handed,
	atMs: number,
): Reading {
	const { lag, counted, ahead, arrived } = countedOf(read, topic);
	if (counted === 0) {
		const code = read.codes.find((one) => one !== 0);
		if (code !== undefined)
			return silentReading(group, read.topic, troubleOfCode(code), atMs);
	}
	const isWhole = counted === read.partitions.length;
	const sums = Number.isNaN(arrived)
		? null
		: handed.after(topic, group, { counted, arrived, departed: arrived - lag });
	return {
		...{ ...nothingKnown, kind, channel: read.topic, group, atMs },
		...{ members, ahead, counted },
		lag: counted === 0 ? null : isWhole ? exactly(lag) : atLeast(lag),
		arrived: sums?.arrived ?? null,
		departed: sums?.departed ?? null,
	};
}

/** Below zero the group was set beyond the end: nothing waits, and it is ahead. NaN where some end is not known. */
function countedOf({ partitions, lags }: SharedTopic, topic: Topic) {
	let lag = 0;
	let counted = 0;
	let ahead = 0;
	let arrived = 0;
	for (let i = 0; i < partitions.length; i++) {
		const own = lags[i] ?? Number.NaN;
		if (Number.isNaN(own)) continue;
		if (own < 0) ahead++;
		lag += Math.max(0, own);
		arrived += topic.ends[partitions[i] ?? -1] ?? Number.NaN;
		counted++;
	}
	return { lag, counted, ahead, arrived: counted === 0 ? Number.NaN : arrived };
}

/**
 * How much was handed to each share group. It is an end less a lag, and the end is read a moment later: what arrived
 * in between looks as if it had been handed out, and taken back when the next moment is shorter.
 */
export class Handed {
	#before = new WeakMap<Topic, Map<string, Sums>>();

	after(topic: Topic, group: string, now: Sums): Sums {
		const ofTopic = this.#before.get(topic) ?? new Map<string, Sums>();
		this.#before.set(topic, ofTopic);
		const settled = withoutTremble(ofTopic.get(group) ?? now, now);
		ofTopic.set(group, settled);
		return settled;
	}
}

/** A fall by more than what arrived meanwhile is real: somebody set the group back. */
function withoutTremble(before: Sums, now: Sums): Sums {
	const fall = before.departed - now.departed;
	const isTremble =
		before.counted === now.counted &&
		fall > 0 &&
		fall <= now.arrived - before.arrived;
	return isTremble ? { ...now, departed: before.departed } : now;
}
