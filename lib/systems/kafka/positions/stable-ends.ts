// Where must readers of what is committed stop, because a transaction is open there?

import type { Links } from "../connection/links.ts";
import {
	latest,
	listOffsets,
	type TopicOffsets,
} from "../protocol/list-offsets.ts";
import { byLeader, type Outage } from "./ends.ts";
import type { Topic } from "./topics.ts";

export type Open = {
	readonly offset: number;
	/** When it was first seen to end there. */
	readonly sinceMs: number;
	/** In how many answers running: a producer that works moves it on, one that hangs does not. */
	readonly looks: number;
};

/** 1 where some group lags, by topic. */
export type Lagging = ReadonlyMap<Topic, Uint8Array>;

const everyMs = 30_000;

export class StableEnds {
	readonly #open = new Map<Topic, Map<number, Open>>();
	#readMs = Number.NEGATIVE_INFINITY;

	of(topic: Topic, partition: number): Open | null {
		return this.#open.get(topic)?.get(partition) ?? null;
	}

	/** Every half minute for all that lags; each time where a transaction is known to be open. */
	async read(
		links: Links,
		lagging: Lagging,
		outage: Outage,
		nowMs: number,
		untilMs: number,
	): Promise<void> {
		const isDue = nowMs - this.#readMs >= everyMs;
		if (isDue) this.#readMs = nowMs;
		for (const topic of this.#open.keys())
			if (!lagging.has(topic)) this.#open.delete(topic);
		const topics = isDue ? [...lagging.keys()] : [...this.#open.keys()];
		const asked = byLeader(topics, (topic, p) => {
			const lags = lagging.get(topic)?.[p] === 1;
			const known = this.#open.get(topic);
			if (!lags) known?.delete(p);
			return lags && (isDue || known?.has(p) === true);
		});
		const byName = new Map(topics.map((topic) => [topic.name, topic]));
		const answers = [...asked].map(async ([leader, partitions]) => {
			const link = links.nodes.get(leader);
			if (!link || outage.has(leader)) return;
			const request = listOffsets(partitions, latest, true);
			for (const answer of await link.ask(request, untilMs))
				this.#take(answer, byName.get(answer.topic), nowMs);
		});
		await Promise.allSettled(answers);
	}

	#take(answer: TopicOffsets, topic: Topic | undefined, nowMs: number): void {
		if (!topic) return;
		const own = this.#open.get(topic) ?? new Map<number, Open>();
		answer.partitions.forEach((partition, i) => {
			const offset = answer.offsets[i] ?? Number.NaN;
			if (Number.isNaN(offset)) return;
			const before = own.get(partition);
			// Read after the end: where it lies before it, a transaction was open all the while.
			if (!(offset < (topic.ends[partition] ?? Number.NaN)))
				own.delete(partition);
			else if (before?.offset === offset)
				own.set(partition, { ...before, looks: before.looks + 1 });
			else own.set(partition, { offset, sinceMs: nowMs, looks: 1 });
		});
		if (own.size > 0) this.#open.set(topic, own);
		else this.#open.delete(topic);
	}
}
