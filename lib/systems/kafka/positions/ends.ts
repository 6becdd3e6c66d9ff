// Where do the partitions end, and start, that some group has a position in?
import type { Trouble } from "#lib/core/trouble.ts";
import type { Links } from "../connection/links.ts";
import { troubleOf, troubleOfCode } from "../connection/trouble-of.ts";
import { partOf } from "../groups/share.ts";
import {
	type AskedPartitions,
	earliest,
	latest,
	listOffsets,
	type Moment,
	type TopicOffsets,
} from "../protocol/list-offsets.ts";
import { isWanted, type Topic } from "./topics.ts";

/** The leader moved, or the topic went: metadata must be read again before the next question. */
const notLeader = 6;
const movedCodes: readonly number[] = [3, 5, notLeader, 74, 75];

/** Nodes that did not answer, by id; none of them is asked again in the same tick. */
export type Outage = Map<number, Trouble>;

type Asking = {
	readonly links: Links;
	readonly topics: readonly Topic[];
	readonly outage: Outage;
	/** On the clock of `performance.now()`. */
	readonly untilMs: number;
};

/** Asks each leader once for all groups together. Returns whether some leader has moved. */
export async function readEnds(asking: Asking): Promise<boolean> {
	const before = asking.topics.map(({ ends }) => ends.slice());
	for (const { ends, codes } of asking.topics) {
		ends.fill(Number.NaN);
		codes.fill(0);
	}
	await ask(asking, latest, isWanted);
	asking.topics.forEach((topic, i) => {
		forgetOldStarts(topic, before[i] ?? topic.ends);
	});
	return asking.topics.some(({ codes }) =>
		codes.some((code) => movedCodes.includes(code)),
	);
}

/** A log that became shorter was made again: what was known of its start belongs to the old one. */
function forgetOldStarts(topic: Topic, endsBefore: Float64Array): void {
	for (let p = 0; p < endsBefore.length; p++) {
		const end = topic.ends[p] ?? Number.NaN;
		const shortest = Math.max(
			endsBefore[p] || Number.NEGATIVE_INFINITY,
			topic.starts[p] || Number.NEGATIVE_INFINITY,
		);
		if (end < shortest) topic.starts[p] = Number.NaN;
	}
}

/** Once more, after metadata was read again, for what the leaders of a moment ago could not say. */
export const readMovedEnds = (asking: Asking): Promise<void> =>
	ask(
		asking,
		latest,
		(topic, p) => isWanted(topic, p) && Number.isNaN(topic.ends[p]),
	);

/** All of them, or only those not known yet, those where a group stands, and those where the broker is about to remove something unread. */
export const readStarts = (
	asking: Asking,
	which: "all" | "unknown",
	isPressing: (topic: Topic, partition: number) => boolean,
): Promise<void> =>
	ask(
		asking,
		earliest,
		(topic, p) =>
			isWanted(topic, p) &&
			!Number.isNaN(topic.ends[p]) &&
			(which === "all" ||
				Number.isNaN(topic.starts[p]) ||
				topic.wanted[p] === 2 ||
				isPressing(topic, p)),
	);

async function ask(
	{ links, topics, outage, untilMs }: Asking,
	moment: Moment,
	isDue: (topic: Topic, partition: number) => boolean,
): Promise<void> {
	const byName = new Map(topics.map((topic) => [topic.name, topic]));
	const asked = [...byLeader(topics, isDue)].map(
		async ([leader, partitions]) => {
			if (leader < 0 || outage.has(leader)) return;
			const link = links.nodes.get(leader);
			if (!link) return markMoved(partitions, byName);
			try {
				const request = listOffsets(partitions, moment);
				for (const answer of await link.ask(request, untilMs))
					take(answer, byName.get(answer.topic), moment);
			} catch (error) {
				outage.set(leader, troubleOf(error, partOf(leader)));
			}
		},
	);
	await Promise.all(asked);
}

/** The cluster no longer names this leader, so that somebody else leads, or soon will. */
function markMoved(
	asked: readonly AskedPartitions[],
	byName: ReadonlyMap<string, Topic>,
): void {
	for (const { topic, partitions } of asked)
		for (const partition of partitions) {
			const codes = byName.get(topic)?.codes;
			if (codes) codes[partition] = notLeader;
		}
}

export function byLeader(
	topics: readonly Topic[],
	isDue: (topic: Topic, partition: number) => boolean,
): ReadonlyMap<number, AskedPartitions[]> {
	const asked = new Map<number, AskedPartitions[]>();
	for (const topic of topics) {
		const own = new Map<number, number[]>();
		topic.leaders.forEach((leader, p) => {
			if (!isDue(topic, p)) return;
			const partitions = own.get(leader) ?? [];
			partitions.push(p);
			own.set(leader, partitions);
		});
		for (const [leader, partitions] of own) {
			const entries = asked.get(leader) ?? [];
			entries.push({ topic: topic.name, partitions });
			asked.set(leader, entries);
		}
	}
	return asked;
}

function take(
	answer: TopicOffsets,
	topic: Topic | undefined,
	moment: Moment,
): void {
	if (!topic) return;
	const column = moment === latest ? topic.ends : topic.starts;
	for (let i = 0; i < answer.partitions.length; i++) {
		const partition = answer.partitions[i] ?? -1;
		column[partition] = answer.offsets[i] ?? Number.NaN;
		if (moment === latest) topic.codes[partition] = answer.codes[i] ?? 0;
	}
}

/** Why the end of a partition is not known, as far as anybody said. */
export function endTrouble(
	topic: Topic,
	partition: number,
	outage: Outage,
): Trouble | null {
	const leader = topic.leaders[partition] ?? -1;
	if (leader < 0) return troubleOfCode(5);
	const silent = outage.get(leader);
	if (silent) return silent;
	const code = topic.codes[partition] ?? 0;
	return code === 0 ? null : troubleOfCode(code);
}
