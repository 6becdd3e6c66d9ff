// How many bytes has each partition, where its size decides what is removed?
import { describeLogDirsV4, Reader } from "@platformatic/kafka";
import type { Links } from "../connection/links.ts";
import type { Outage } from "../positions/ends.ts";
import { isWanted, type Topic } from "../positions/topics.ts";
import { type Request, wholeAnswer } from "../protocol/request.ts";

type Asked = { readonly name: string; readonly partitions: number[] };
type Told = Asked & { readonly bytes: readonly number[] };

/** Needs to be allowed to describe the cluster; without that the answer is empty. */
const describeLogDirs = (topics: Asked[]): Request<readonly Told[]> => ({
	name: "DescribeLogDirs",
	key: 35,
	oldest: 4,
	newest: 4,
	encode: () => describeLogDirsV4.createRequest(topics),
	decode(bytes) {
		const answer = wholeAnswer(() =>
			describeLogDirsV4.parseResponse(0, 35, 4, Reader.from(bytes)),
		);
		return answer.results.flatMap((folder) =>
			folder.topics.map(({ name, partitions }) => {
				// A copy that is still being made for another folder is not the log.
				const own = partitions.filter(({ isFutureKey }) => !isFutureKey);
				return {
					name,
					partitions: own.map(({ partitionIndex }) => partitionIndex),
					bytes: own.map(({ partitionSize }) => Number(partitionSize)),
				};
			}),
		);
	},
});

const everyMs = 60_000;

export class Sizes {
	#byTopic = new Map<string, Float64Array>();
	#readMs = Number.NEGATIVE_INFINITY;

	/** Null while nobody told us. */
	of(topic: Topic, partition: number): number | null {
		const bytes = this.#byTopic.get(topic.id)?.[partition] ?? Number.NaN;
		return Number.isNaN(bytes) ? null : bytes;
	}

	/** Once a minute, of the partitions somebody reads, each from its leader. */
	async read(
		links: Links,
		topics: readonly Topic[],
		outage: Outage,
		untilMs: number,
	): Promise<void> {
		const nowMs = performance.now();
		const isNews = topics.some(({ id }) => !this.#byTopic.has(id));
		if (!isNews && nowMs - this.#readMs < everyMs) return;
		this.#readMs = nowMs;
		this.#byTopic = new Map(
			topics.map(({ id, ends }) => [
				id,
				new Float64Array(ends.length).fill(Number.NaN),
			]),
		);
		const ids = new Map(topics.map(({ name, id }) => [name, id]));
		const asked = [...links.nodes].map(async ([node, link]) => {
			const own = topics.flatMap((topic) => ledBy(node, topic));
			if (own.length === 0 || outage.has(node)) return;
			for (const told of await link.ask(describeLogDirs(own), untilMs)) {
				const column = this.#byTopic.get(ids.get(told.name) ?? "");
				told.partitions.forEach((partition, i) => {
					if (column) column[partition] = told.bytes[i] ?? Number.NaN;
				});
			}
		});
		await Promise.allSettled(asked);
	}
}

export function ledBy(node: number, topic: Topic): Asked[] {
	const { name, leaders } = topic;
	const partitions = [...leaders.keys()].filter(
		(p) => leaders[p] === node && isWanted(topic, p),
	);
	return partitions.length > 0 ? [{ name, partitions }] : [];
}
