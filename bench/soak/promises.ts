// Which promises did the hour keep, and which not? From what was seen of it, and nothing else.
import { leastOf, type Slope, slopeOf } from "../../e2e/long/slope.ts";
import type { Taken } from "../../e2e/long/taken.ts";
import { percentile } from "../table.ts";

export type Sample = {
	/** Since the beginning. */
	readonly atHours: number;
	/** Null while it is down. */
	readonly collector: (Taken & { readonly pid: number }) | null;
	readonly web: (Taken & { readonly pid: number }) | null;
	readonly storeMb: number;
	readonly walMb: number;
	/** What the whole machine had to do in the last minute, in processors. */
	readonly load: number;
};

export type Course = {
	readonly samples: readonly Sample[];
	/** Of each broker, when it was heard, each moment once. */
	readonly heardMs: ReadonlyMap<string, readonly number[]>;
	readonly everyMs: number;
	/** How long each question to the API took; and how many had no answer. */
	readonly answersMs: readonly number[];
	readonly unanswered: readonly string[];
	readonly thrown: readonly string[];
	readonly failed: readonly string[];
};

export type Kept = {
	readonly promise: string;
	readonly shown: string;
	readonly verdict: "kept" | "cannot say" | "broken";
};

export const bounds = {
	/** What is left of a slope after twice its error. */
	growthMbPerHour: 10,
	/** With a greater error a slope says nothing. */
	errorMbPerHour: 5,
	/** Of both processes. */
	memoryMb: 512,
	/** How many more at the end than at the beginning. */
	openFiles: 8,
	/** Ticks that came later than two intervals after the last, where values cease to be fresh; a machine may stall. */
	lateShare: 0.005,
	answerMs: 1000,
	walMb: 64,
} as const;

const minuteHours = 1 / 60;
const roles = ["collector", "web"] as const;
type Role = (typeof roles)[number];

export function promisesOf(course: Course): readonly Kept[] {
	const { answersMs, unanswered, samples, thrown, failed } = course;
	const p95Ms = percentile(answersMs, 0.95);
	const walMb = Math.max(0, ...samples.map((it) => it.walMb));
	return [
		...roles.map((role) => memory(samples, role)),
		together(samples),
		...roles.map((role) => files(samples, role)),
		...roles.map((role) => sameProcess(samples, role)),
		...lateTicks(course),
		{
			promise: `the API answers within ${bounds.answerMs} ms, 95 of 100 times, and always`,
			shown: `p95 ${p95Ms.toFixed(0)} ms of ${answersMs.length}, ${unanswered.length} without an answer`,
			verdict: kept(p95Ms < bounds.answerMs && unanswered.length === 0),
		},
		{
			promise: `the journal of the store stays below ${bounds.walMb} MB`,
			shown: `${walMb.toFixed(1)} MB at the most`,
			verdict: kept(walMb < bounds.walMb),
		},
		{
			promise: "no page throws, and no answer is a failure of ours",
			shown: `${thrown.length} thrown, ${failed.length} failed`,
			verdict: kept(thrown.length === 0 && failed.length === 0),
		},
	];
}

const kept = (holds: boolean): Kept["verdict"] => (holds ? "kept" : "broken");

/** Of the second half: in the first, windows and caches fill. */
function memory(samples: readonly Sample[], role: Role): Kept {
	const points = samples
		.slice(Math.floor(samples.length / 2))
		.flatMap(({ atHours, ...of }) => {
			const y = of[role]?.residentMb;
			return y === undefined ? [] : [{ x: atHours, y }];
		});
	const line = slopeOf(leastOf(points, minuteHours));
	return {
		promise: `the memory of the ${role} does not grow`,
		shown:
			line === null
				? "too short to say"
				: `${line.slope.toFixed(1)} ± ${line.error.toFixed(1)} MB/h in the second half`,
		verdict: growthOf(line),
	};
}

/** What grows for sure is broken, however unsure by how much. */
function growthOf(line: Slope | null): Kept["verdict"] {
	if (line === null) return "cannot say";
	if (line.slope - 2 * line.error > bounds.growthMbPerHour) return "broken";
	return line.error <= bounds.errorMbPerHour ? "kept" : "cannot say";
}

/** At each moment, with what they share counted once; each at its own worst is more than both ever are. */
function together(samples: readonly Sample[]): Kept {
	const sums = samples.map((it) =>
		roles
			.map((role) => it[role]?.ownMb ?? it[role]?.residentMb ?? 0)
			.reduce((sum, mb) => sum + mb, 0),
	);
	const mostMb = Math.max(0, ...sums);
	const peaks = roles.map((role) => {
		const peakMb = Math.max(0, ...samples.map((it) => it[role]?.peakMb ?? 0));
		return `${role} ${peakMb.toFixed(0)}`;
	});
	return {
		promise: `collector and web take less than ${bounds.memoryMb} MB together`,
		shown: `${mostMb.toFixed(0)} MB at the most; the most each ever was resident, ${peaks.join(", ")}`,
		verdict: kept(mostMb < bounds.memoryMb),
	};
}

/** The tenth after the first one, in which everything is opened, against the last. */
function files(samples: readonly Sample[], role: Role): Kept {
	const counts = samples.flatMap((it) => it[role]?.openFiles ?? []);
	const tenth = Math.max(1, Math.floor(counts.length / 10));
	const first = percentile(counts.slice(tenth, 2 * tenth), 0.5);
	const last = percentile(counts.slice(-tenth), 0.5);
	return {
		promise: `the ${role} leaves no file open`,
		shown: `${first} open at first, ${last} at last`,
		verdict: kept(!(last - first > bounds.openFiles)),
	};
}

function sameProcess(samples: readonly Sample[], role: Role): Kept {
	const pids = new Set(samples.map((it) => it[role]?.pid ?? null));
	return {
		promise: `the ${role} is never started again`,
		shown: pids.size === 1 ? "one process" : `${pids.size} processes`,
		verdict: kept(pids.size === 1),
	};
}

/** When a broker was heard that had not been for longer than two intervals, and for how long. */
export const lateOf = (moments: readonly number[], everyMs: number) =>
	moments.slice(1).flatMap((ms, i) => {
		const gapMs = ms - (moments[i] ?? ms);
		return gapMs > 2 * everyMs ? [{ ms, gapMs }] : [];
	});

function lateTicks({ heardMs, everyMs }: Course): readonly Kept[] {
	return [...heardMs].map(([broker, moments]) => {
		const gaps = moments.slice(1).map((ms, i) => ms - (moments[i] ?? ms));
		const late = lateOf(moments, everyMs).length;
		const longestMs = Math.max(0, ...gaps);
		return {
			promise: `${broker} is heard at every tick`,
			shown: `${gaps.length} ticks, ${late} late, the longest ${(longestMs / 1000).toFixed(1)} s after the last of every ${everyMs / 1000} s`,
			verdict: kept(gaps.length > 0 && late <= gaps.length * bounds.lateShare),
		};
	});
}
