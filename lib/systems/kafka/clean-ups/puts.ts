// By which question does a group of each kind stand elsewhere, or nowhere? All of them are answered partition by partition.
import { hasPositions } from "../groups/share.ts";
import { offsetCommit } from "../protocol/offset-commit.ts";
import { offsetDelete } from "../protocol/offset-delete.ts";
import type { Request } from "../protocol/request.ts";
import { alterShareOffsets } from "../protocol/share-alter.ts";
import { deleteShareOffsets } from "../protocol/share-offsets-delete.ts";
import type { GroupNow } from "./group-now.ts";

export type Put = {
	readonly topic: string;
	readonly partition: number;
	/** Null where its position goes. */
	readonly position: number | null;
	readonly metadata: string;
};

/** By partition: 0 where it was done. */
export type Answers = readonly {
	readonly topic: string;
	readonly partition: number;
	readonly code: number;
}[];

/** Said nothing of, or just that something went wrong: it may be written. */
export const notSaid = -1;

/** All of them are put, or all of them go. */
export function requestFor(
	{ listed }: GroupNow,
	group: string,
	slice: readonly Put[],
): Request<Answers> {
	const written = slice.flatMap(({ position, ...put }) =>
		position === null ? [] : [{ ...put, position }],
	);
	if (!hasPositions(listed))
		return written.length === 0
			? sharedDeletion(group, slice)
			: beginning(group, written);
	return written.length === 0
		? deletion(group, slice)
		: offsetCommit(group, written);
}

function deletion(group: string, slice: readonly Put[]): Request<Answers> {
	const topics = [...Map.groupBy(slice, ({ topic }) => topic)].map(
		([topic, own]) => ({
			...{ topic, partitions: own.map(({ partition }) => partition) },
		}),
	);
	const request = offsetDelete(group, topics);
	return {
		...request,
		decode(bytes, version) {
			const { code, topics } = request.decode(bytes, version);
			return topics.length === 0 && code !== 0
				? slice.map(({ topic, partition }) => ({ topic, partition, code }))
				: topics.flatMap(({ topic, partitions }) =>
						partitions.map((one) => ({ topic, ...one })),
					);
		},
	};
}

/** A share group forgets a topic with all its partitions. */
function sharedDeletion(
	group: string,
	slice: readonly Put[],
): Request<Answers> {
	const names = new Set(slice.map(({ topic }) => topic));
	const request = deleteShareOffsets(group, [...names]);
	return {
		...request,
		decode(bytes, version) {
			const { code, topics } = request.decode(bytes, version);
			const codes = new Map(topics.map((one) => [one.topic, one.code]));
			return slice.map(({ topic, partition }) => ({
				...{ topic, partition },
				code: code === 0 ? (codes.get(topic) ?? notSaid) : code,
			}));
		},
	};
}

function beginning(
	group: string,
	slice: Parameters<typeof alterShareOffsets>[1],
): Request<Answers> {
	const request = alterShareOffsets(group, slice);
	return {
		...request,
		decode(bytes, version) {
			const { code, partitions } = request.decode(bytes, version);
			return code === 0
				? partitions
				: slice.map(({ topic, partition }) => ({ topic, partition, code }));
		},
	};
}
