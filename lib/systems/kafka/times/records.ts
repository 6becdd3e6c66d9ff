// Of when are the records at which groups rest? Each is read once, a hundred at a time: it never changes.

import type { Link } from "../connection/link.ts";
import type { Links } from "../connection/links.ts";
import type { Outage } from "../positions/ends.ts";
import { type Fetched, fetchBatches } from "../protocol/fetch.ts";
import { noRecordTime, recordTime } from "./record-time.ts";
import { byLeader, type Spot } from "./unread-spots.ts";

const partitionsMax = 100;
/** A usual batch fits; a hundred of them are 1.6 MB and 12 ms. */
const usualBytes = 16 * 1024;
/** Batches that did not fit are asked for one by one, each at the price of a request. */
const aloneMax = 10;
const deniedRestsMs = 5 * 60_000;
const outOfRange = 1;
const notAllowed = 29;

/** Who rests at one offset of one partition. */
type Place = readonly [Spot, ...Spot[]];

export class Records {
	/** Topics we may not read, by id, until when they are left alone. */
	readonly #denied = new Map<string, number>();

	async read(
		links: Links,
		spots: readonly Spot[],
		outage: Outage,
		untilMs: number,
	): Promise<void> {
		const nowMs = performance.now();
		const allowed = spots.filter(
			({ topic }) => (this.#denied.get(topic.id) ?? 0) <= nowMs,
		);
		const leaders = byLeader(allowed, partitionsMax, (node) =>
			outage.has(node),
		);
		const asked = [...leaders].map(([leader, partitions]) => {
			const link = links.nodes.get(leader);
			return link && this.#readFrom(link, partitions.map(placeOf), untilMs);
		});
		await Promise.allSettled(asked);
	}

	async #readFrom(
		link: Link,
		places: readonly Place[],
		untilMs: number,
	): Promise<void> {
		const left = await this.#ask(link, places, usualBytes, untilMs);
		const alone = left
			.slice(0, aloneMax)
			.map((place) => this.#ask(link, [place], 1, untilMs));
		await Promise.all(alone);
	}

	/** Returns those whose batch did not fit. */
	async #ask(
		link: Link,
		places: readonly Place[],
		partitionBytesMax: number,
		untilMs: number,
	): Promise<readonly Place[]> {
		const topics = Map.groupBy(places, ([{ topic }]) => topic.name);
		const entries = [...topics].map(([topic, own]) => ({
			topic,
			partitions: own.map(([{ partition }]) => partition),
			offsets: own.map(([{ offset }]) => offset),
		}));
		const options = { partitionBytesMax, committedOnly: false };
		const answer = await link.ask(fetchBatches(entries, options), untilMs);
		const told = new Map(
			answer.partitions.map((one) => [`${one.topic}/${one.partition}`, one]),
		);
		return places.filter((place) => {
			const [{ topic, partition }] = place;
			const one = told.get(`${topic.name}/${partition}`);
			return one !== undefined && this.#take(one, place) === "too large";
		});
	}

	#take(one: Fetched, place: Place): "too large" | "done" {
		const [{ topic, offset }] = place;
		if (one.code === notAllowed)
			this.#denied.set(topic.id, performance.now() + deniedRestsMs);
		if (one.code !== 0 && one.code !== outOfRange) return "done";
		const isEmpty = one.batches.baseOffsets.length === 0;
		if (one.code === 0 && isEmpty && offset < one.end) return "too large";
		const { ms, isExact } =
			one.code === 0 ? recordTime(one.batches, offset) : noRecordTime;
		for (const { course, at } of place) {
			course.recordOffsets[at] = offset;
			course.recordMs[at] = ms;
			course.isExact[at] = isExact ? 1 : 0;
		}
		return "done";
	}
}

/** One request can ask a partition for one offset: whoever rests elsewhere in it waits for the next tick. */
function placeOf(spots: readonly Spot[]): Place {
	const [first, ...others] = spots;
	if (!first) throw new RangeError("a place without a spot");
	return [first, ...others.filter(({ offset }) => offset === first.offset)];
}
