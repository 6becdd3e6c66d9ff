// What may whoever is signed in do to the cluster, a group, and topics? A bit for each operation.
import {
	describeClusterV0,
	describeGroupsV5,
	metadataV12,
	Reader,
} from "@platformatic/kafka";
import { type Request, wholeAnswer } from "./request.ts";

export const operations = {
	READ: 1 << 3,
	DELETE: 1 << 6,
	DESCRIBE: 1 << 8,
	DESCRIBE_CONFIGS: 1 << 10,
} as const;

/** On the cluster as a whole. It needs no right, and a cluster without rights sets all. */
export const clusterRights: Request<number> = {
	name: "DescribeCluster",
	key: 60,
	oldest: 0,
	newest: 0,
	encode: () => describeClusterV0.createRequest(true, 1),
	decode: (bytes) =>
		wholeAnswer(() =>
			describeClusterV0.parseResponse(0, 60, 0, Reader.from(bytes)),
		).clusterAuthorizedOperations,
};

/** Asked of its coordinator; the question for classic groups tells it of every kind. Null where it is not told. */
export const groupRights = (group: string): Request<number | null> => ({
	name: "DescribeGroups",
	key: 15,
	oldest: 5,
	newest: 5,
	encode: () => describeGroupsV5.createRequest([group], true),
	decode(bytes) {
		const answer = wholeAnswer(() =>
			describeGroupsV5.parseResponse(0, 15, 5, Reader.from(bytes)),
		);
		return told(answer.groups[0]?.authorizedOperations);
	},
});

/** By topic; null where it is not told. */
export const topicRights = (
	topics: readonly string[],
): Request<ReadonlyMap<string, number | null>> => ({
	name: "Metadata",
	key: 3,
	oldest: 11,
	newest: 12,
	encode: () => metadataV12.createRequest([...topics], false, true),
	decode(bytes, version) {
		const answer = wholeAnswer(() =>
			metadataV12.parseResponse(0, 3, version, Reader.from(bytes)),
		);
		return new Map(
			answer.topics.map(({ name, topicAuthorizedOperations }) => [
				name ?? "",
				told(topicAuthorizedOperations),
			]),
		);
	},
});

const notTold = -(2 ** 31);

const told = (bits: number | undefined): number | null =>
	bits === undefined || bits === notTold ? null : bits;
