// What does all evidence of one partition say of the message at an offset: its age, and what time it has left?
import type { Amount } from "#lib/core/amount.ts";
import type { TopicRules } from "../positions/rules.ts";
import type { Topic } from "../positions/topics.ts";
import type { Course } from "./moves.ts";
import { noRecordTime, type RecordTime } from "./record-time.ts";
import { ageOf, type Keeping, marginOf } from "./unread.ts";
import type { Written } from "./written.ts";

export type UnreadTimes = {
	readonly timeLagMs: Amount | null;
	readonly marginMs: Amount | null;
};

/** Of one group in one topic; the same for all its partitions. */
export type Evidence = {
	readonly topic: Topic;
	readonly written: Written;
	readonly course: Course | null;
	/** Null while nobody told. */
	keepingOf(partition: number): Keeping | null;
	readonly nowMs: number;
};

/** `at` is the place of the partition in the course. */
export function weighed(
	{ topic, written, course, keepingOf, nowMs }: Evidence,
	partition: number,
	offset: number,
	at: number,
): UnreadTimes {
	const timeLagMs = ageOf(
		recordAt(course, at, offset),
		written.writtenMs(partition, offset),
		written.firstMs(partition),
		nowMs,
	);
	const unread = (topic.ends[partition] ?? Number.NaN) - offset;
	const marginMs = marginOf(timeLagMs, unread, keepingOf(partition));
	return { timeLagMs, marginMs };
}

function recordAt(
	course: Course | null,
	at: number,
	offset: number,
): RecordTime {
	if (course?.recordOffsets[at] !== offset) return noRecordTime;
	const ms = course.recordMs[at] ?? Number.NaN;
	return { ms, isExact: course.isExact[at] === 1 };
}

const paceOverMs = 5 * 60_000;

/** What the broker keeps of each partition. Where size removes nothing, all are alike. */
export function keepingIn(
	topic: Topic,
	rules: TopicRules | null,
	written: Written,
	bytesOf: (partition: number) => number | null,
	nowMs: number,
): (partition: number) => Keeping | null {
	if (!rules) return () => null;
	const { retentionMs, retentionBytes } = rules;
	const alike: Keeping = {
		...{ retentionMs, retentionBytes, bytes: null },
		...{ messages: Number.NaN, arrivals: Number.NaN },
	};
	if (retentionBytes === Number.POSITIVE_INFINITY) return () => alike;
	return (partition) => {
		const start = topic.starts[partition] ?? Number.NaN;
		return {
			...alike,
			bytes: bytesOf(partition),
			messages: (topic.ends[partition] ?? Number.NaN) - start,
			arrivals: written.arrivals(partition, nowMs - paceOverMs),
		};
	};
}
