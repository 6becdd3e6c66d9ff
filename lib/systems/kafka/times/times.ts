// How old is what each group has not read, and how long until it is removed? Gathers the evidence and weighs it.
import { type Amount, exactly } from "#lib/core/amount.ts";
import { clockSet } from "#lib/core/clock-set.ts";
import type { Columns } from "#lib/core/lag.ts";
import type { PartitionLine } from "#lib/core/look.ts";
import type { Reading } from "#lib/core/reading.ts";
import type { Links } from "../connection/links.ts";
import type { PartitionPlace } from "../looks/look-lines.ts";
import type { Outage } from "../positions/ends.ts";
import type { Rules } from "../positions/rules.ts";
import type { Topic, Topics } from "../positions/topics.ts";
import type { GroupPositions } from "../protocol/offset-fetch.ts";
import { backFill } from "./back-fill.ts";
import { Moves, type Rest } from "./moves.ts";
import { Records } from "./records.ts";
import { Sizes } from "./sizes.ts";
import { oldestOf, soonestOf } from "./unread.ts";
import { spotsOf, unreadFrom } from "./unread-spots.ts";
import {
	type Evidence,
	keepingIn,
	type UnreadTimes,
	weighed,
} from "./weighed.ts";
import { Written } from "./written.ts";

type Asking = {
	readonly links: Links;
	readonly outage: Outage;
	readonly untilMs: number;
};

/** Where so little is left the start of the log is read every tick. */
const pressingMs = 10 * 60_000;
const notKnown: UnreadTimes = { timeLagMs: null, marginMs: null };
/** Nothing is unread, so nothing is old and nothing can be lost. */
const nothing: UnreadTimes = { timeLagMs: exactly(0), marginMs: null };

export class Times {
	#moves = new Moves();
	readonly #clockSet = clockSet();
	readonly #topics: Topics;
	readonly #rules: Rules;
	readonly #records = new Records();
	readonly #sizes = new Sizes();
	readonly #written = new Map<string, Written>();
	/** Of the last tick, by id. */
	#read: ReadonlySet<string> = new Set();

	constructor(topics: Topics, rules: Rules) {
		this.#topics = topics;
		this.#rules = rules;
	}

	/** What this tick read: positions of groups, and ends of the topics they are in. */
	saw(
		groups: readonly GroupPositions[],
		topics: readonly Topic[],
		atMs: number,
		steadyMs = atMs,
	): void {
		if (this.#clockSet(atMs, steadyMs) !== 0) this.#learnAnew();
		this.#moves.take(groups, atMs);
		this.#read = new Set(topics.map(({ id }) => id));
		for (const topic of topics) {
			const written = this.#writtenOf(topic);
			topic.ends.forEach((end, p) => {
				if (!Number.isNaN(end)) written.saw(p, atMs, end);
			});
		}
	}

	/** Between two clocks nobody knows how old anything is. */
	#learnAnew(): void {
		this.#moves = new Moves();
		this.#written.clear();
	}

	readonly rest = (group: string): Rest | null => this.#moves.rest(group);

	readonly restOf = (...given: Parameters<Moves["restOf"]>): Rest | null =>
		this.#moves.restOf(...given);

	readonly wrote = (...given: Parameters<Moves["wrote"]>): void =>
		this.#moves.wrote(...given);

	readonly isOurs = (...given: Parameters<Moves["isOurs"]>): boolean =>
		this.#moves.isOurs(...given);

	readonly worked = (...given: Parameters<Moves["worked"]>): void =>
		this.#moves.worked(...given);

	readonly isPressing = (topic: Topic, partition: number): boolean =>
		this.#written.get(topic.id)?.pressing[partition] === 1;

	/** Asks only for what is missing, and only so much in one tick. Whatever fails leaves its ages less sure. */
	async refine(
		groups: readonly GroupPositions[],
		topics: readonly Topic[],
		{ links, outage, untilMs }: Asking,
	): Promise<void> {
		const writtenOf = (topic: Topic) => this.#writtenOf(topic);
		const spots = spotsOf(groups, this.#topics, this.#moves, writtenOf);
		const sized = topics.filter(({ name }) =>
			Number.isFinite(this.#rules.of(name)?.retentionBytes),
		);
		const { beforeEvidence, resting } = spots;
		await Promise.all([
			backFill(links, beforeEvidence, writtenOf, outage, Date.now(), untilMs),
			this.#records.read(links, resting, outage, untilMs),
			sized.length > 0 && this.#sizes.read(links, sized, outage, untilMs),
		]);
		for (const written of this.#written.values()) written.pressing.fill(0);
	}

	/** After a complete answer: forgets every group but these, and topics that none of them reads. */
	keep(groups: ReadonlySet<string>): void {
		this.#moves.keep(groups);
		for (const id of this.#written.keys())
			if (!this.#read.has(id)) this.#written.delete(id);
	}
	/** What waits by the broker's count and yet is nothing to read is not old either. */
	laidOver(reading: Reading, nowMs: number): Reading {
		const { group, channel, columns, lag } = reading;
		const topic = this.#topics.find(channel);
		if (group === null || !topic) return reading;
		if (lag?.n === 0 && lag.bound === "exact")
			return { ...reading, ...nothing };
		if (!columns) return reading;
		return { ...reading, ...this.#of(group, topic, columns, nowMs) };
	}

	/** Of a whole reading: the oldest of its partitions, and the first of them to lose something. */
	#of(
		group: string,
		topic: Topic,
		{ partitions, positions, unplaced = 0 }: Columns,
		nowMs: number,
	): UnreadTimes {
		const evidence = this.#evidence(group, topic, nowMs);
		const ages: (Amount | null)[] = unplaced > 0 ? [null] : [];
		const margins: (Amount | null)[] = [];
		let isKnown = false;
		for (let i = 0; i < partitions.length; i++) {
			const partition = partitions[i] ?? -1;
			const position = positions[i] ?? Number.NaN;
			if (Number.isNaN(position)) continue;
			const offset = unreadFrom(topic, partition, position);
			if (!Number.isNaN(offset)) {
				const own = weighed(evidence, partition, offset, i);
				ages.push(own.timeLagMs);
				margins.push(own.marginMs);
				if ((own.marginMs?.n ?? Infinity) < pressingMs)
					evidence.written.pressing[partition] = 1;
			} else if (position <= (topic.ends[partition] ?? Number.NaN))
				isKnown = true;
			// Ahead of its log, or of a log nobody told the end of.
			else ages.push(null);
		}
		if (ages.length === 0) return isKnown ? nothing : notKnown;
		return { timeLagMs: oldestOf(ages), marginMs: soonestOf(margins) };
	}

	/** Of one partition as it was looked at, which may be newer than the last tick. */
	ofPartition(
		group: string,
		topic: string,
		{ partition, position, start, end, lag }: PartitionPlace,
		nowMs: number,
	): UnreadTimes & Pick<PartitionLine, "movedMs"> {
		const course = this.#moves.of(group, topic);
		const at = course?.partitions.indexOf(partition) ?? -1;
		const movedMs = course?.movedMs[at] || null;
		if (lag === 0) return { ...nothing, movedMs };
		const known = this.#topics.find(topic);
		if (!known || !course || position === null || end === null || lag === null)
			return { ...notKnown, movedMs };
		const offset = Math.max(position, start ?? 0);
		const evidence = this.#evidence(group, known, nowMs);
		return { ...weighed(evidence, partition, offset, at), movedMs };
	}

	#evidence(group: string, topic: Topic, nowMs: number): Evidence {
		const written = this.#writtenOf(topic);
		const rules = this.#rules.of(topic.name);
		const bytesOf = (partition: number) => this.#sizes.of(topic, partition);
		const keepingOf = keepingIn(topic, rules, written, bytesOf, nowMs);
		const course = this.#moves.of(group, topic.name);
		return { topic, written, course, keepingOf, nowMs };
	}

	#writtenOf(topic: Topic): Written {
		const before = this.#written.get(topic.id);
		const count = topic.ends.length;
		if (before?.partitions === count) return before;
		const written = new Written(count, before ?? null);
		this.#written.set(topic.id, written);
		return written;
	}
}
