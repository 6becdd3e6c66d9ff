// How are positions written? What was before is kept first; then each slice is sent once, and every partition has its own answer.
import type { PositionBefore } from "#lib/core/clean-up/outcome.ts";
import type { Course } from "../../system.ts";
import { refuse, type Tally } from "../../tally.ts";
import { TroubleError } from "../../trouble-error.ts";
import { troubleOfCode } from "../connection/trouble-of.ts";
import type { GroupNow } from "./group-now.ts";
import type { Place } from "./place.ts";
import { type Answers, notSaid, type Put, requestFor } from "./puts.ts";
import { refusalOfCode } from "./refused.ts";
import { told, Untold } from "./told.ts";

/** Its copies did not answer in time: it may be written still. */
const timedOut = 7;
const unsure: readonly number[] = [notSaid, timedOut];

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
		const { committed: position = null, metadata = "" } = was ?? {};
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

/** NaN stands for one that goes. */
const positionsIn = (puts: readonly Put[]): ReadonlyMap<number, number> =>
	new Map(
		puts.map(({ partition, position }) => [partition, position ?? Number.NaN]),
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

function judge(slice: readonly Put[], answers: Answers, tally: Tally): void {
	const keyOf = (topic: string, partition: number) => `${partition} ${topic}`;
	const codes = new Map(
		answers.map((it) => [keyOf(it.topic, it.partition), it.code]),
	);
	const codeOf = ({ topic, partition }: Put) =>
		codes.get(keyOf(topic, partition)) ?? notSaid;
	const byCode = Map.groupBy(slice, codeOf);
	for (const [code, own] of byCode) {
		if (code === 0) tally.messages += own.length;
		if (code === 0 || unsure.includes(code)) continue;
		const refusal = refusalOfCode(code, own.length);
		const { code: why, values } = refusal;
		const isTold = tally.refusals.some((it) => it.code === why);
		if (!isTold || "partitions" in values) refuse(tally, why, values);
	}
	const open = unsure.find((code) => byCode.has(code));
	if (open !== undefined)
		throw new Untold(true, new TroubleError(troubleOfCode(open)));
}
