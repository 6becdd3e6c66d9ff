// When was each position last seen to move, and of when is the record at which it rests?
import type {
	GroupPositions,
	TopicPositions,
} from "../protocol/offset-fetch.ts";

/** One group in one topic, side by side with the partitions of its positions. NaN stands for "not known". */
export type Course = {
	readonly partitions: Int32Array;
	positions: Float64Array;
	/** NaN while it was not seen to move since we began to look. */
	readonly movedMs: Float64Array;
	/** 1 where the position is that of the tick before: only such a one is worth reading a record for. */
	readonly rests: Uint8Array;
	/** The offset whose record was read, that record's time, and 1 where the time is its very own. */
	readonly recordOffsets: Float64Array;
	readonly recordMs: Float64Array;
	readonly isExact: Uint8Array;
};

export class Moves {
	readonly #groups = new Map<string, ReadonlyMap<string, Course>>();

	take(groups: readonly GroupPositions[], atMs: number): void {
		for (const { group, topics } of groups) {
			const before = this.#groups.get(group);
			const now = new Map<string, Course>();
			for (const read of topics) {
				const course = before?.get(read.topic);
				now.set(read.topic, courseOf(read, course ?? null, atMs));
			}
			this.#groups.set(group, now);
		}
	}

	of(group: string, topic: string): Course | null {
		return this.#groups.get(group)?.get(topic) ?? null;
	}

	/** Forgets every group but these. */
	keep(groups: ReadonlySet<string>): void {
		for (const group of this.#groups.keys())
			if (!groups.has(group)) this.#groups.delete(group);
	}
}

function courseOf(
	read: TopicPositions,
	before: Course | null,
	atMs: number,
): Course {
	const course =
		before && isSame(before.partitions, read.partitions)
			? before
			: newCourse(read, before);
	const { positions, movedMs, rests } = course;
	for (let i = 0; i < positions.length; i++) {
		const [was, is] = [positions[i], read.positions[i]];
		rests[i] = was === is ? 1 : 0;
		if (was !== is && !Number.isNaN(was) && !Number.isNaN(is))
			movedMs[i] = atMs;
	}
	course.positions = read.positions;
	return course;
}

function isSame(a: Int32Array, b: Int32Array): boolean {
	if (a.length !== b.length) return false;
	for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
	return true;
}

/** What was known of a partition goes with it to its new place. */
function newCourse(read: TopicPositions, before: Course | null): Course {
	const count = read.partitions.length;
	const blank = () => new Float64Array(count).fill(Number.NaN);
	const course: Course = {
		partitions: read.partitions,
		positions: blank(),
		movedMs: blank(),
		rests: new Uint8Array(count),
		recordOffsets: blank(),
		recordMs: blank(),
		isExact: new Uint8Array(count),
	};
	before?.partitions.forEach((partition, from) => {
		const to = read.partitions.indexOf(partition);
		if (to < 0) return;
		course.positions[to] = before.positions[from] ?? Number.NaN;
		course.movedMs[to] = before.movedMs[from] ?? Number.NaN;
		course.recordOffsets[to] = before.recordOffsets[from] ?? Number.NaN;
		course.recordMs[to] = before.recordMs[from] ?? Number.NaN;
		course.isExact[to] = before.isExact[from] ?? 0;
	});
	return course;
}
