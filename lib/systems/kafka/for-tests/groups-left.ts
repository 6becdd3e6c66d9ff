// How does a test make a group that somebody was in, and nobody is any more? Of each kind, with positions in it.
import { randomUUID } from "node:crypto";
import { eventually } from "#world/eventually.ts";
import { type KafkaVersion, kafkaVersion } from "#world/kafka-jars.mjs";
import { offsetCommit } from "../protocol/offset-commit.ts";
import {
	assignmentOf,
	beat,
	connect,
	giveOut,
	join,
	leave,
} from "./members.ts";
import { beatStreams } from "./newer-members.ts";
import { commit } from "./positions.ts";
import { asker } from "./requests.ts";

/** Who joins, which ends with what takes it out again. */
type Comer = (
	port: number,
	group: string,
	topic: string,
) => Promise<() => Promise<unknown>>;

export const comers = {
	async classic(port, group, topic) {
		const connection = await connect(port, "of-old");
		const of = { group, topics: [topic] };
		const joined = await eventually(() => join(connection, of), 20_000);
		await giveOut(connection, of, joined, assignmentOf(topic, [0]));
		return () => leave(connection, group, joined.memberId);
	},
	async consumer(port, group, topic) {
		const connection = await connect(port, "of-new");
		const member = { group, topic, member: randomUUID() };
		await beat(connection, member, 0);
		return () => beat(connection, member, -1);
	},
	async streams(port, group, topic) {
		const connection = await connect(port, "streams-app");
		const id = randomUUID();
		const beaten = (epoch: number) =>
			beatStreams(connection, group, id, epoch, topic);
		await eventually(() => beaten(0), 20_000);
		return () => beaten(-1);
	},
} satisfies Readonly<Record<string, Comer>>;

export type Kind = keyof typeof comers;

/** An older one has no streams groups. */
export const kindsOn = (version: KafkaVersion): readonly Kind[] => [
	...(["classic", "consumer"] as const),
	...(version === kafkaVersion ? (["streams"] as const) : []),
];

/** One position a partition, with something written beside each. */
export async function leftGroup(
	port: number,
	kind: Kind,
	group: string,
	topic: string,
	positions: readonly number[],
): Promise<void> {
	// A coordinator is there once something was committed.
	await commit(port, group, topic, [0]);
	const goes = await comers[kind](port, group, topic);
	await goes();
	await commitNoted(port, group, topic, positions);
}

export const noteOf = (partition: number): string => `noted of ${partition}`;

export async function commitNoted(
	port: number,
	group: string,
	topic: string,
	positions: readonly number[],
): Promise<void> {
	const puts = positions.map((position, partition) => ({
		...{ topic, partition, position, metadata: noteOf(partition) },
	}));
	const ask = asker(port);
	await eventually(async () => {
		const answers = await ask(offsetCommit(group, puts));
		return answers.every(({ code }) => code === 0) || undefined;
	}, 20_000);
}
