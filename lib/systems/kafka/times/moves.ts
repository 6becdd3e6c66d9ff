// When was each position last seen to move, and of when is the record at which it rests?
import { isNamed } from "../protocol/named-position.ts";
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

/** How long a group was looked at, and when any of its positions moved last; null while none did. */
export type Rest = {
	readonly sinceMs: number;
	readonly movedMs: number | null;
};

/** A tick that was under way when they were written may still show what was before. */
const quietMs = 4_000;

type Own = {
	readonly topics: Map<string, ReadonlyMap<number, number>>;
	readonly quietUntilMs: number;
};

export class Moves {
	readonly #groups = new Map<string, ReadonlyMap<string, Course>>();
	readonly #sinceMs = new Map<string, number>();
	readonly #own = new Map<string, Own>();
	readonly #workedMs = new Map<string, number>();

	take(groups: readonly GroupPositions[], atMs: number): void {
		for (const { group, topics } of groups) {
			if (!this.#sinceMs.has(group)) this.#sinceMs.set(group, atMs);
			const before = this.#groups.get(group);
			const own = this.#own.get(group);
			const isQuiet = atMs < (own?.quietUntilMs ?? 0);
			const now = new Map<string, Course>();
			for (const read of topics) {
				const course = before?.get(read.topic);
				const written = own?.topics.get(read.topic) ?? null;
				const movedMs = isQuiet ? null : atMs;
				now.set(read.topic, courseOf(read, course ?? null, written, movedMs));
			}
			this.#groups.set(group, now);
		}
	}

	of(group: string, topic: string): Course | null {
		return this.#groups.get(group)?.get(topic) ?? null;
	}

	/** Null where nobody has looked yet. */
	rest(group: string): Rest | null {
		const sinceMs = this.#sinceMs.get(group);
		if (sinceMs === undefined) return null;
		const moved = [...(this.#groups.get(group)?.values() ?? [])].flatMap(
			({ movedMs }) => [...movedMs],
		);
		const workedMs = this.#workedMs.get(group) ?? Number.NaN;
		return { sinceMs, movedMs: latestOf([...moved, workedMs]) };
	}

	/** The same of some partitions of it. */
	restOf(
		group: string,
		topics: readonly {
			readonly topic: string;
			readonly partitions: readonly number[];
		}[],
	): Rest | null {
		const sinceMs = this.#sinceMs.get(group);
		if (sinceMs === undefined) return null;
		const moved = topics.flatMap(({ topic, partitions }) => {
			const course = this.of(group, topic);
			return partitions.map(
				(one) => course?.movedMs[course.partitions.indexOf(one)] ?? Number.NaN,
			);
		});
		return { sinceMs, movedMs: latestOf(moved) };
	}

	/** This console wrote these itself: when they are seen to have moved there nobody worked. */
	wrote(
		group: string,
		topic: string,
		positions: ReadonlyMap<number, number>,
		atMs: number,
	): void {
		const topics = this.#own.get(group)?.topics ?? new Map();
		topics.set(topic, positions);
		this.#own.set(group, { topics, quietUntilMs: atMs + quietMs });
	}

	/** Whether this console put it there last; NaN where it took it away. */
	isOurs(
		group: string,
		topic: string,
		partition: number,
		position: number,
	): boolean {
		const written = this.#own.get(group)?.topics.get(topic)?.get(partition);
		if (written === undefined || !isNamed(written))
			return Object.is(written, position);
		// Where that stands is not said by what it is.
		const course = this.of(group, topic);
		const at = course?.partitions.indexOf(partition) ?? -1;
		return course?.positions[at] === written;
	}

	/** Somebody was found out who works there. */
	worked(group: string, atMs: number): void {
		this.#workedMs.set(group, atMs);
	}

	/** Forgets every group but these. */
	keep(groups: ReadonlySet<string>): void {
		for (const known of [
			...[this.#groups, this.#sinceMs, this.#own, this.#workedMs],
		])
			for (const group of known.keys())
				if (!groups.has(group)) known.delete(group);
	}
}

/** Null where there is none. */
function latestOf(times: readonly number[]): number | null {
	const known = times.filter((ms) => !Number.isNaN(ms));
	return known.reduce<number | null>(
		(last, ms) => Math.max(last ?? ms, ms),
		null,
	);
}

function courseOf(
	read: TopicPositions,
	before: Course | null,
	written: ReadonlyMap<number, number> | null,
	/** Null where nothing that moved says that somebody works. */
	atMs: number | null,
): Course {
	const course =
		before && isSame(before.partitions, read.partitions)
			? before
			: newCourse(read, before);
	const { positions, movedMs, rests } = course;
	for (let i = 0; i < positions.length; i++) {
		const [was, is] = [positions[i], read.positions[i]];
		rests[i] = was === is ? 1 : 0;
		const isMoved = was !== is && !Number.isNaN(was) && !Number.isNaN(is);
		const isOurs = written?.get(read.partitions[i] ?? -1) === is;
		if (isMoved && !isOurs && atMs !== null) movedMs[i] = atMs;
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
