// How are positions written? What was before is kept first; then each slice is sent once, and every partition has its own answer.
import type { PositionBefore } from "#lib/core/clean-up/outcome.ts";
import type { Course } from "../../system.ts";
import { refuse, type Tally } from "../../tally.ts";
import { hasPositions } from "../groups/share.ts";
import { offsetCommit } from "../protocol/offset-commit.ts";
import { offsetDelete } from "../protocol/offset-delete.ts";
import type { Request } from "../protocol/request.ts";
import { alterShareOffsets } from "../protocol/share-alter.ts";
import { deleteShareOffsets } from "../protocol/share-offsets-delete.ts";
import type { GroupNow } from "./group-now.ts";
import type { Place } from "./place.ts";
import { refusalOfCode } from "./refused.ts";
import { told } from "./told.ts";

export type Put = {
	readonly topic: string;
	readonly partition: number;
	/** Null where its position goes. */
	readonly position: number | null;
	readonly metadata: string;
};

/** By partition: 0 where it was done. */
type Answers = readonly {
	readonly topic: string;
	readonly partition: number;
	readonly code: number;
}[];

/** A partition the broker says nothing of was not written. */
const notSaid = -1;

/** The broker writes a commit as one batch into its log, which takes a megabyte. */
const sliceMaxBytes = 256 * 1_024;
const sliceMax = 2_000;
/** Of a position beside its names and notes, in the broker's log. */
const positionBytes = 64;

/** As they are in this look. */
export const beforeOf = (
	now: GroupNow,
	puts: readonly Put[],
): PositionBefore[] =>
	puts.map(({ topic, partition }) => {
		const was = now.topics.get(topic)?.positions.get(partition);
		const { position = null, metadata = "" } = was ?? {};
		return { channel: topic, partition, position, metadata };
	});

export async function write(
	place: Place,
	now: GroupNow,
	puts: readonly Put[],
	course: Course,
	tally: Tally,
	/** False for what takes something back. */
	isKept = true,
): Promise<void> {
	const { group, learned, untilMs } = place;
	await course.progress({ messages: 0, members: 0, stage: "messages" });
	for (const slice of slicesOf(place, puts)) {
		if (course.stop.aborted) return refuse(tally, "was stopped");
		if (isKept) await course.keep(beforeOf(now, slice));
		for (const [topic, own] of Map.groupBy(slice, (put) => put.topic))
			learned.times.wrote(group, topic, positionsIn(own), Date.now());
		const request = requestFor(now, group, slice);
		const answers = await told(now.link, request, untilMs());
		judge(slice, answers, tally);
		const { messages, members } = tally;
		await course.progress({ messages, members, stage: "messages" });
	}
}

const positionsIn = (puts: readonly Put[]): ReadonlyMap<number, number> =>
	new Map(
		puts.flatMap(({ partition, position }) =>
			position === null ? [] : [[partition, position] as const],
		),
	);

/** Those that are put and those that go are asked apart; one after another, each as large as the broker takes. */
function* slicesOf(
	{ group }: Place,
	puts: readonly Put[],
): Generator<readonly Put[]> {
	const isGoing = ({ position }: Put) => position === null;
	for (const own of Map.groupBy(puts, isGoing).values()) {
		let slice: Put[] = [];
		let bytes = 0;
		for (const put of own) {
			const more =
				positionBytes + group.length + put.topic.length + put.metadata.length;
			if (slice.length === sliceMax || bytes + more > sliceMaxBytes) {
				if (slice.length > 0) yield slice;
				[slice, bytes] = [[], 0];
			}
			slice.push(put);
			bytes += more;
		}
		if (slice.length > 0) yield slice;
	}
}

function requestFor(
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

function judge(slice: readonly Put[], answers: Answers, tally: Tally): void {
	const keyOf = (topic: string, partition: number) => `${partition} ${topic}`;
	const codes = new Map(
		answers.map((it) => [keyOf(it.topic, it.partition), it.code]),
	);
	const codeOf = ({ topic, partition }: Put) =>
		codes.get(keyOf(topic, partition)) ?? notSaid;
	for (const [code, own] of Map.groupBy(slice, codeOf)) {
		if (code === 0) tally.messages += own.length;
		else {
			const refusal = refusalOfCode(code, own.length);
			const { code: why, values } = refusal;
			const isTold = tally.refusals.some((it) => it.code === why);
			if (!isTold || "partitions" in values) refuse(tally, why, values);
		}
	}
}
