// What is known of each topic: who leads its partitions, where they start and where they end?
import {
	type Configured,
	nothingConfigured,
} from "../connection/configured.ts";
import type { TopicPlace } from "../protocol/metadata.ts";
import { isFirstKept } from "../protocol/named-position.ts";
import type { GroupPositions } from "../protocol/offset-fetch.ts";

/** Columns by partition number; NaN stands for "not known". */
export type Topic = {
	readonly name: string;
	readonly id: string;
	leaders: Int32Array;
	readonly starts: Float64Array;
	readonly ends: Float64Array;
	/** Why an end is not known: the error code of its leader's answer, or 0. */
	readonly codes: Int16Array;
	/** 1 where some group has a position, in this tick; 2 where one stands at the first message that is kept. */
	readonly wanted: Uint8Array;
};

/** Whether some group has a position there. */
export const isWanted = ({ wanted }: Topic, partition: number): boolean =>
	(wanted[partition] ?? 0) > 0;

export type Chosen = Pick<Configured, "topics" | "groups" | "internal">;

/** More at once are a cluster in ruins, which the next reading of all topics is early enough for. */
const leaderlessMax = 100;

export class Topics {
	readonly #chosen: Chosen;
	#internal: ReadonlySet<string> = new Set();
	/** How many topics the cluster named, wanted or not. */
	named = 0;
	#byName: ReadonlyMap<string, Topic> = new Map();
	/** Named by some position and not by the cluster: asking again at once would not help. */
	#absent: ReadonlySet<string> = new Set();
	/** On the clock of `performance.now()`. */
	readMs = Number.NEGATIVE_INFINITY;
	/** Some topic may be another one under its old name: it is asked again with the next tick. */
	isDoubted = false;

	constructor(chosen: Chosen = nothingConfigured) {
		this.#chosen = chosen;
	}

	/** Whether nobody wants to see it. */
	readonly isLeftOut = (topic: string): boolean =>
		!this.#chosen.topics(topic) || this.#internal.has(topic);

	/** Forgets the topics that are gone, and keeps what was read of those that stayed. */
	settle(places: readonly TopicPlace[]): void {
		const before = this.#byName;
		this.named = places.filter(({ code }) => !isHidden(code)).length;
		if (!this.#chosen.internal)
			this.#internal = new Set(
				places.filter((it) => it.isInternal).map((it) => it.topic),
			);
		this.#byName = new Map(
			places
				.filter(({ code, topic }) => !isHidden(code) && !this.isLeftOut(topic))
				.map((place) => [
					place.topic,
					settled(place, before.get(place.topic) ?? null),
				]),
		);
		this.#absent = new Set();
		this.isDoubted = false;
		this.readMs = performance.now();
	}

	/** Topics with a partition that nobody led when it was read: who leads it now is asked with every tick. */
	leaderless(): readonly string[] {
		return [...this.#byName.values()]
			.filter(({ leaders }) => leaders.includes(-1))
			.slice(0, leaderlessMax)
			.map(({ name }) => name);
	}

	/** What a few topics are said to be between two readings of all. */
	follow(places: readonly TopicPlace[]): void {
		for (const place of places) {
			const topic = this.find(place.topic);
			if (!topic) continue;
			const isSame =
				topic.id === place.id && topic.leaders.length === place.leaders.length;
			if (isSame) topic.leaders = place.leaders;
			else this.isDoubted = true;
		}
	}

	find(name: string): Topic | null {
		return this.#byName.get(name) ?? null;
	}

	/** Marks the partitions that have a position, and returns their topics and whether some are news to us. */
	want(groups: readonly GroupPositions[]): {
		readonly topics: readonly Topic[];
		readonly isNews: boolean;
	} {
		const wanted = new Set<Topic>();
		const missing = new Set<string>();
		for (const group of groups)
			for (const { topic: name, partitions, positions } of group.topics) {
				const topic = this.find(name);
				if (!topic && this.isLeftOut(name)) continue;
				if (!topic || (partitions.at(-1) ?? -1) >= topic.leaders.length)
					missing.add(name);
				if (!topic) continue;
				if (!wanted.has(topic)) topic.wanted.fill(0);
				wanted.add(topic);
				for (let i = 0; i < partitions.length; i++) {
					const position = positions[i] ?? Number.NaN;
					const partition = partitions[i] ?? -1;
					if (isFirstKept(position)) topic.wanted[partition] = 2;
					else if (!Number.isNaN(position)) topic.wanted[partition] ||= 1;
				}
			}
		const isNews = [...missing].some((name) => !this.#absent.has(name));
		this.#absent = missing;
		return { topics: [...wanted], isNews };
	}
}

/** Gone, or not for our eyes: 3, 17 and 29. A topic without a leader (5) is there. */
const isHidden = (code: number): boolean =>
	code === 3 || code === 17 || code === 29;

function settled(place: TopicPlace, before: Topic | null): Topic {
	const count = place.leaders.length;
	const kept = before?.id === place.id ? before : null;
	if (kept && kept.leaders.length === count) {
		kept.leaders = place.leaders;
		return kept;
	}
	const topic: Topic = {
		name: place.topic,
		id: place.id,
		leaders: place.leaders,
		starts: new Float64Array(count).fill(Number.NaN),
		ends: new Float64Array(count).fill(Number.NaN),
		codes: new Int16Array(count),
		wanted: new Uint8Array(count),
	};
	if (kept && kept.leaders.length < count) topic.starts.set(kept.starts);
	return topic;
}
