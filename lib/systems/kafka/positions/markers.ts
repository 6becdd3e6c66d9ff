// Which small lags that stand still are nothing but markers of transactions?

import type { Links } from "../connection/links.ts";
import {
	type AskedOffsets,
	type Fetched,
	fetchBatches,
} from "../protocol/fetch.ts";
import type { Outage } from "./ends.ts";
import type { Topic } from "./topics.ts";
import { walk } from "./walk.ts";

/** `hidden`: the messages of this topic may not be read by us. */
export type Found = "messages" | "markers" | "hidden";

type Step = {
	topic: Topic;
	readonly partition: number;
	readonly position: number;
	readonly end: number;
	/** Where the walk is; an answer can end before it. */
	from: number;
	/** The last answer was empty: next time it is asked for alone. */
	wasEmpty: boolean;
	found: Found | null;
	wanted: boolean;
};

/** A larger lag is work whatever else lies in it. */
export const markersMax = 20;
const partitionBytesMax = 16 * 1024;
const partitionsMax = 100;
const refusalRestsMs = 5 * 60_000;

export class Markers {
	/** By the topic's id and the partition: with a small lag few positions are possible, so a list finds them fastest. */
	readonly #steps = new Map<string, Map<number, Step[]>>();
	/** When a topic's messages were refused, by its id. */
	readonly #hidden = new Map<string, number>();

	/** Null while it is not known; it is then found out with the next `read`. What lies between two offsets never changes. */
	between(
		topic: Topic,
		partition: number,
		position: number,
		end: number,
	): Found | null {
		const steps = this.#stepsOf(topic, partition);
		const known = steps.find(
			(step) => step.position === position && step.end === end,
		);
		if (known) {
			known.wanted = true;
			known.topic = topic;
			if (known.found === "hidden" && !this.#isHidden(topic))
				known.found = null;
			return known.found;
		}
		const step = { topic, partition, position, end, from: position };
		const found = this.#isHidden(topic) ? "hidden" : null;
		steps.push({ ...step, wasEmpty: false, found, wanted: true });
		return found;
	}

	#stepsOf({ id }: Topic, partition: number): Step[] {
		const own = this.#steps.get(id) ?? new Map<number, Step[]>();
		if (own.size === 0) this.#steps.set(id, own);
		const steps = own.get(partition) ?? [];
		if (steps.length === 0) own.set(partition, steps);
		return steps;
	}

	/** Forgets what nobody asked for since the last time; what is left open is returned. */
	#sweep(): readonly Step[] {
		const open: Step[] = [];
		for (const [id, own] of this.#steps) {
			for (const [partition, steps] of own) {
				const kept = steps.filter(({ wanted }) => wanted);
				for (const step of kept) {
					step.wanted = false;
					if (!step.found) open.push(step);
				}
				if (kept.length === 0) own.delete(partition);
				else own.set(partition, kept);
			}
			if (own.size === 0) this.#steps.delete(id);
		}
		return open;
	}

	/** Walks on where something is open. */
	async read(links: Links, outage: Outage, untilMs: number): Promise<void> {
		const open = this.#sweep();
		if (open.length === 0) return;
		const byLeader = Map.groupBy(
			open,
			({ topic, partition }) => topic.leaders[partition] ?? -1,
		);
		const asked = [...byLeader].map(async ([leader, steps]) => {
			const link = links.nodes.get(leader);
			if (!link || outage.has(leader)) return;
			const batch = nextOf(steps);
			const request = fetchBatches(asOffsets(batch), {
				partitionBytesMax,
				committedOnly: true,
			});
			const { partitions } = await link.ask(request, untilMs);
			const answers = new Map(
				partitions.map((it) => [`${it.topic} ${it.partition}`, it]),
			);
			for (const step of batch)
				this.#take(step, answers.get(`${step.topic.name} ${step.partition}`));
		});
		await Promise.allSettled(asked);
	}

	#isHidden({ id }: Topic): boolean {
		const atMs = this.#hidden.get(id) ?? Number.NEGATIVE_INFINITY;
		return performance.now() - atMs < refusalRestsMs;
	}

	#take(step: Step, fetched: Fetched | undefined): void {
		if (!fetched) return;
		if (fetched.code === 29) {
			step.found = "hidden";
			this.#hidden.set(step.topic.id, performance.now());
		}
		if (fetched.code !== 0) return;
		const walked = walk(fetched, step.from, step.end);
		if (typeof walked === "string") step.found = walked;
		else if (walked.next > step.from) step.from = walked.next;
		else if (step.wasEmpty) step.found = "messages";
		else step.wasEmpty = true;
	}
}

/** One that came back empty goes alone, because only the first partition of an answer may be larger than the limit. */
function nextOf(steps: readonly Step[]): readonly Step[] {
	const empty = steps.find(({ wasEmpty }) => wasEmpty);
	if (empty) return [empty];
	// One partition cannot be asked for twice in a request.
	const once = new Map(
		steps.map((step) => [`${step.topic.name} ${step.partition}`, step]),
	);
	return [...once.values()].slice(0, partitionsMax);
}

const asOffsets = (steps: readonly Step[]): AskedOffsets[] =>
	[...Map.groupBy(steps, ({ topic }) => topic.name)].map(([topic, own]) => ({
		topic,
		partitions: own.map(({ partition }) => partition),
		offsets: own.map(({ from }) => from),
	}));
