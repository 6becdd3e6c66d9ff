// How does a test say which node leads a partition, and see how far the copies of it have come?
import {
	createAPI,
	describeLogDirsV4,
	describeQuorumV0,
	metadataV12,
	type Reader,
	Writer,
} from "@platformatic/kafka";
import { eventually } from "#world/eventually.ts";
import type { KafkaWorld } from "#world/kafka.ts";
import { asking } from "./asking.ts";

const asked = asking({ connectTimeout: 1_000, requestTimeout: 6_000 });

type Place = { readonly topic: string; readonly partition: number };
type Elected = { readonly code: number };

/** The library lacks it: chooses again, the first of the copies. */
const electLeaders = createAPI<[place: Place | null], Elected>(
	43,
	2,
	(place) =>
		Writer.create()
			.appendInt8(0)
			.appendArray(place && [place], (writer, { topic, partition }: Place) => {
				writer.appendString(topic).appendArray(
					[partition],
					(own, index) => {
						own.appendInt32(index);
					},
					true,
					false,
				);
			})
			.appendInt32(5_000)
			.appendTaggedFields(),
	(_correlation, _key, _version, reader: Reader) => {
		reader.readInt32();
		return { code: reader.readInt16() };
	},
);

/** Which node leads it after the next election: the first of these. */
export const prefer = (
	world: KafkaWorld,
	{ topic, partition }: Place,
	nodes: readonly number[],
): Promise<unknown> =>
	eventually(
		() =>
			world.withAdmin(async (admin) => {
				await admin.alterPartitionReassignments({
					topics: [
						{
							topic,
							partitionAssignment: [{ partition, replicas: [...nodes] }],
						},
					],
				});
				return true;
			}),
		20_000,
	);

/** Of all partitions where none is named. Asked of any node; 0 when it was done. */
export const elect = async (
	port: number,
	place: Place | null,
): Promise<number> =>
	(await asked(port, (one) => electLeaders.async(one, place))).code;

/** Every node leads some of its partitions again, as it did before others stood in. */
export const spread = (port: number, topic: string): Promise<true> =>
	eventually(async () => {
		await elect(port, null);
		const { topics, brokers } = await asked(port, (connection) =>
			metadataV12.api.async(connection, [topic], false, false),
		);
		const leaders = topics[0]?.partitions.map(({ leaderId }) => leaderId);
		return new Set(leaders).size === brokers.length || undefined;
	}, 20_000);

/** The node that leads it, in the word of this one. */
export async function leaderOf(
	port: number,
	{ topic, partition }: Place,
): Promise<number> {
	const { topics } = await asked(port, (connection) =>
		metadataV12.api.async(connection, [topic], false, false),
	);
	const found = topics[0]?.partitions.find(
		({ partitionIndex }) => partitionIndex === partition,
	);
	return found?.leaderId ?? -1;
}

/** The node that decides who leads. */
export async function deciderOf(port: number): Promise<number> {
	const { topics } = await asked(port, (connection) =>
		describeQuorumV0.api.async(connection, [
			{
				topicName: "__cluster_metadata",
				partitions: [{ partitionIndex: 0 }],
			},
		]),
	);
	return topics[0]?.partitions[0]?.leaderId ?? -1;
}

/** How many bytes of it this node has. */
export async function bytesAt(
	port: number,
	{ topic, partition }: Place,
): Promise<number> {
	const { results } = await asked(port, (connection) =>
		describeLogDirsV4.api.async(connection, [
			{ name: topic, partitions: [partition] },
		]),
	);
	const sizes = results
		.flatMap(({ topics }) => topics)
		.flatMap(({ partitions }) => partitions)
		.map(({ partitionSize }) => Number(partitionSize));
	return sizes[0] ?? 0;
}
