// How is a group without members told where to read on?
import { offsetCommitV8, offsetCommitV9, Reader } from "@platformatic/kafka";
import { type Request, wholeAnswer } from "./request.ts";

export type WrittenPosition = {
	readonly topic: string;
	readonly partition: number;
	readonly position: number;
	readonly metadata: string;
};

/** Of one partition; 0 where it was done. */
export type PartitionAnswer = {
	readonly topic: string;
	readonly partition: number;
	readonly code: number;
};

const noGeneration = -1;
const noMember = "";
/** Nobody read the record there, so nobody knows who led when it was written. */
const noEpoch = -1;

/** The broker checks no position, and refuses all of them where somebody is a member. A group that does not exist is made. */
export const offsetCommit = (
	group: string,
	positions: readonly WrittenPosition[],
): Request<readonly PartitionAnswer[]> => ({
	name: "OffsetCommit",
	key: 8,
	oldest: 8,
	newest: 9,
	encode(version) {
		const topics = [...Map.groupBy(positions, ({ topic }) => topic)].map(
			([name, own]) => ({ name, partitions: own.map(partitionOf) }),
		);
		const codec = version === 8 ? offsetCommitV8 : offsetCommitV9;
		return codec.createRequest(group, noGeneration, noMember, null, topics);
	},
	decode(bytes, version) {
		const codec = version === 8 ? offsetCommitV8 : offsetCommitV9;
		const answer = wholeAnswer(() =>
			codec.parseResponse(0, 8, version, Reader.from(bytes)),
		);
		return answer.topics.flatMap(({ name, partitions }) =>
			partitions.map(({ partitionIndex, errorCode }) => ({
				...{ topic: name, partition: partitionIndex, code: errorCode },
			})),
		);
	},
});

const partitionOf = ({ partition, position, metadata }: WrittenPosition) => ({
	...{ partitionIndex: partition, committedOffset: BigInt(position) },
	...{ committedLeaderEpoch: noEpoch, committedMetadata: metadata },
});
