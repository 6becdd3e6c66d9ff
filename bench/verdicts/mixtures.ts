// Which days have several things in them at once, as real ones do?
import { blink, event, repeated } from "./again.ts";
import type { Chance } from "./chance.ts";
import {
	type Blink,
	type Day,
	type Event,
	hour,
	type Kind,
	minute,
	usualKind,
} from "./day.ts";

const rests = [20 * minute, 60 * minute] as const;

/** Any of what happens to readers and to whoever watches, each now and then. */
function troubles(chance: Chance): Pick<Day, "events" | "blinks"> {
	const some = <T>(make: () => readonly T[]): readonly T[] =>
		chance.next() < 0.5 ? make() : [];
	const events: Event[] = [
		...some(() =>
			repeated(chance, rests, [10_000, 60_000], event("rebalance"), 4 * hour),
		),
		...some(() =>
			repeated(
				chance,
				rests,
				[20_000, 600_000],
				event("broker away"),
				4 * hour,
			),
		),
	];
	const steps = (fromMs: number, untilMs: number): Blink => {
		const byMs = chance.pick([-1, 1]) * chance.spread(2_000, hour);
		return blink("clock stepped", byMs)(fromMs, untilMs);
	};
	const blinks: Blink[] = [
		...some(() =>
			repeated(chance, rests, [20_000, 900_000], blink("paused"), 4 * hour),
		),
		...some(() =>
			repeated(chance, rests, [10_000, 60_000], blink("restarted"), 4 * hour),
		),
		...some(() => repeated(chance, rests, [5_000, 10_000], steps, 4 * hour)),
		...some(() =>
			repeated(chance, rests, [5_000, 5_000], blink("overtaken"), 4 * hour),
		),
	];
	return { events, blinks };
}

/** More for a while than can be read, and worked off after it; or a wave, or an even flow. */
function flow(chance: Chance, rate: number): (ms: number) => number {
	const bursts = repeated(
		chance,
		[25 * minute, 50 * minute],
		[minute, 4 * minute],
		(fromMs, untilMs) => ({ fromMs, untilMs }),
		4 * hour,
	);
	const isIn = (ms: number) =>
		bursts.some(({ fromMs, untilMs }) => fromMs <= ms && ms < untilMs);
	return chance.pick([
		() => rate,
		(ms: number) => rate * (1 + 0.7 * Math.sin(ms / hour)),
		(ms: number) => (isIn(ms) ? 7 * rate : rate),
	]);
}

const mixed = (chance: Chance): Partial<Day> => {
	const rate = chance.spread(0.05, 500);
	return {
		...troubles(chance),
		...{ lastsMs: 4 * hour, stray: chance.between(0, 0.5) },
		...{ arrivals: flow(chance, rate), capacity: rate * 3 },
		commitEveryMs: chance.pick([0, 5_000, 15_000, 60_000, 180_000]),
		markers: chance.pick(["none", "shown"]),
	};
};

export const mixtures: readonly Kind[] = [
	usualKind("everything at once", mixed),
	usualKind("everything at once, slowly", (chance) => ({
		...{ ...mixed(chance), everyMs: 30_000, lastsMs: 8 * hour },
	})),
	usualKind("redeployed again and again", (chance) => ({
		...{ lastsMs: 4 * hour, stray: 0.2 },
		events: repeated(
			chance,
			[15 * minute, 40 * minute],
			[20_000, 150_000],
			event("readers gone"),
			4 * hour,
		),
	})),
	usualKind("a batch at odd hours", (chance) => {
		const rounds = repeated(
			chance,
			[15 * minute, 45 * minute],
			[minute, 6 * minute],
			(fromMs, untilMs) => ({ fromMs, untilMs }),
			9 * hour,
		);
		const rate = chance.spread(0.2, 200);
		return {
			...{ everyMs: 10_000, lastsMs: 9 * hour, isBatch: true },
			...{ arrivals: () => rate, capacity: 60 * rate },
			reads: (ms) =>
				rounds.some(({ fromMs, untilMs }) => fromMs <= ms && ms < untilMs),
			judgedFromMs: rounds[2]?.untilMs ?? hour,
		};
	}),
];
