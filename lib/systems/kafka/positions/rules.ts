// How long does the broker keep messages and positions, and what does it remove in between?

import type { Links } from "../connection/links.ts";
import {
	type Described,
	nodeConfigs,
	topicConfigs,
} from "../protocol/config-requests.ts";

/** `Infinity` is "for ever", or "no bound". */
export type TopicRules = {
	readonly retentionMs: number;
	readonly retentionBytes: number;
	/** Of each key only the newest message is sure to stay. */
	readonly compacted: boolean;
	/** Who dates a message: its producer, or the broker when it is appended. */
	readonly timestampType: "create" | "append";
};

type Named = { readonly name: string; readonly id: string };
type Kept = {
	readonly id: string;
	readonly readMs: number;
	/** Null where we may not know. */
	readonly rules: TopicRules | null;
};

const everyMs = 10 * 60_000;
/** One answer names so many topics at most. */
const topicsMax = 100;
const asked = [
	"retention.ms",
	"retention.bytes",
	"cleanup.policy",
	"message.timestamp.type",
];
const positionsKept = "offsets.retention.minutes";

export class Rules {
	readonly #topics = new Map<string, Kept>();
	#positionsKeptMs: number | null = null;
	#nodeReadMs = Number.NEGATIVE_INFINITY;

	/** Null while nobody has said it, and for good where we may not ask. */
	of(topic: string): TopicRules | null {
		return this.#topics.get(topic)?.rules ?? null;
	}

	/** How long the broker keeps the positions of a group nobody is in. */
	get positionsKeptMs(): number | null {
		return this.#positionsKeptMs;
	}

	/** Asks for what is new or older than ten minutes. What fails is asked for again with the next tick. */
	async read(
		links: Links,
		topics: readonly Named[],
		untilMs: number,
	): Promise<void> {
		const nowMs = performance.now();
		const nodes = [...links.nodes];
		const [node, link] = nodes.find((it) => it[1].answers) ?? nodes[0] ?? [];
		if (node === undefined || !link) return;
		const due = topics.filter((topic) => this.#isDue(topic, nowMs));
		const asking: Promise<void>[] = [];
		for (let from = 0; from < due.length; from += topicsMax) {
			const batch = due.slice(from, from + topicsMax);
			const request = topicConfigs(
				batch.map(({ name }) => name),
				asked,
			);
			asking.push(
				link.ask(request, untilMs).then((described) => {
					this.#take(batch, described, nowMs);
				}),
			);
		}
		if (nowMs - this.#nodeReadMs >= everyMs)
			asking.push(
				link.ask(nodeConfigs(node, [positionsKept]), untilMs).then(([own]) => {
					const minutes = Number(
						own?.settings.get(positionsKept) ?? Number.NaN,
					);
					this.#positionsKeptMs = minutes > 0 ? minutes * 60_000 : null;
					this.#nodeReadMs = nowMs;
				}),
			);
		await Promise.allSettled(asking);
	}

	/** Forgets every topic but these. */
	keep(topics: ReadonlySet<string>): void {
		for (const name of this.#topics.keys())
			if (!topics.has(name)) this.#topics.delete(name);
	}

	#isDue({ name, id }: Named, nowMs: number): boolean {
		const kept = this.#topics.get(name);
		return !kept || kept.id !== id || nowMs - kept.readMs >= everyMs;
	}

	#take(
		batch: readonly Named[],
		described: readonly Described[],
		readMs: number,
	): void {
		const answers = new Map(described.map((answer) => [answer.name, answer]));
		for (const { name, id } of batch) {
			const answer = answers.get(name);
			if (!answer) continue;
			const rules = answer.code === 0 ? rulesIn(answer.settings) : null;
			this.#topics.set(name, { id, readMs, rules });
		}
	}
}

/** Retention removes nothing from a log that is only compacted. */
export function rulesIn(settings: ReadonlyMap<string, string>): TopicRules {
	const policy = settings.get("cleanup.policy") ?? "delete";
	const removes = policy.includes("delete");
	return {
		retentionMs: removes ? boundIn(settings.get("retention.ms")) : Infinity,
		retentionBytes: removes
			? boundIn(settings.get("retention.bytes"))
			: Infinity,
		compacted: policy.includes("compact"),
		timestampType:
			settings.get("message.timestamp.type") === "LogAppendTime"
				? "append"
				: "create",
	};
}

/** Anything below zero is the broker's word for "no bound". */
function boundIn(text: string | undefined): number {
	const bound = Number(text ?? -1);
	return bound >= 0 ? bound : Infinity;
}
