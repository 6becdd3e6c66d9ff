// What do invented subscriptions do? Four in ten rest, three move steadily, two wander, and one rests and bursts.
import { exactly } from "#lib/core/amount.ts";
import type { Sample } from "#lib/core/history.ts";
import { nothingKnown, type Reading } from "#lib/core/reading.ts";
import { idOf } from "#lib/core/subscription.ts";

export const everyMs = 5_000;
export const startMs = Date.UTC(2026, 0, 1);

type Course = {
	readonly channel: string;
	readonly kind: number;
	arrived: number;
	departed: number;
	/** When what is oldest came. */
	oldestMs: number;
};

export const coursesOf = (count: number): readonly Course[] =>
	Array.from({ length: count }, (_, n) => ({
		channel: `orders-${n}`,
		kind: n % 10,
		...{ arrived: 1_000_000 + n, departed: 1_000_000, oldestMs: startMs },
	}));

const noise = (n: number, tick: number): number =>
	((n * 48_271 + tick * 16_807) ^ (tick >> 3)) % 97;

/** Goes on by one tick. */
export function step(course: Course, n: number, tick: number): void {
	const some = Math.abs(noise(n, tick));
	const { kind } = course;
	if (kind < 4 || (kind === 9 && tick % 180 < 150)) return;
	const came = kind < 7 ? 25 : some * (1 + (n % 7));
	const read = kind < 7 ? 25 : Math.abs(noise(n + 13, tick)) * (1 + (n % 7));
	course.arrived += came;
	course.departed = Math.min(course.arrived, course.departed + read);
	if (course.arrived === course.departed || some < 9)
		course.oldestMs = startMs + tick * everyMs;
}

export function readingOf(course: Course, atMs: number): Reading {
	const { channel, arrived, departed } = course;
	const isMoving = course.kind > 6;
	return {
		...nothingKnown,
		...{ kind: "log", channel, group: "readers", atMs },
		...{ lag: exactly(arrived - departed), arrived, departed },
		...{ counted: 12, lost: 0, holding: isMoving ? arrived % 7 : 0 },
		oldestHeldMs: isMoving ? atMs - course.oldestMs : null,
		members: {
			...{ registered: 3, live: null, dead: null, stuck: null, unknown: null },
		},
		timeLagMs: exactly(isMoving ? atMs - course.oldestMs : 0),
	};
}

export function sampleOf(course: Course, broker: string, atMs: number): Sample {
	const it = readingOf(course, atMs);
	const { kind, channel, group } = it;
	return {
		id: idOf({ broker, kind, channel, group }),
		...{ kind, channel, group, verdict: "healthy", reason: "steady" },
		...{ lag: it.lag?.n ?? null, arrived: it.arrived, departed: it.departed },
		...{ counted: it.counted, holding: it.holding },
		...{ oldestHeldMs: it.oldestHeldMs, deliveriesMax: null, registered: 3 },
		...{ live: null, timeLagMs: it.timeLagMs?.n ?? null, marginMs: null },
		...{ movedMs: atMs, emptySinceMs: null },
	};
}
