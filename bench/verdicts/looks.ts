// Which days look as if something were wrong? Well or ill, they look much the same at a glance.
import { blink, event, repeated } from "./again.ts";
import type { Chance } from "./chance.ts";
import { hour, type Kind, minute, usualKind } from "./day.ts";

/** Reads for a few minutes of each hour, and commits once, at the end; ill, it comes no more after some hours. */
function batch(chance: Chance, isIll: boolean, leavesBetween: boolean) {
	const atMs = chance.between(2, 58) * minute;
	const roundMs = chance.between(2, 8) * minute;
	const rate = chance.spread(0.2, 200);
	const missesFromMs = isIll ? atMs + 4 * hour : Number.POSITIVE_INFINITY;
	return {
		...{ everyMs: 10_000, lastsMs: 8 * hour, isBatch: true, leavesBetween },
		...{ arrivals: () => rate, capacity: 40 * rate, missesFromMs },
		reads: (nowMs: number) =>
			nowMs < missesFromMs && (nowMs - atMs + hour) % hour < roundMs,
		judgedFromMs: atMs + hour + roundMs + minute,
	};
}

export const looks: readonly Kind[] = [
	usualKind("steady", () => ({})),
	usualKind("a wave of the day", (chance) => {
		const rate = chance.spread(1, 500);
		const arrivals = (ms: number) =>
			rate * (1 + 0.8 * Math.sin((2 * Math.PI * ms) / (6 * hour)));
		return {
			...{ arrivals, stray: 0.3, capacity: 2.5 * rate },
			...{ lastsMs: 6 * hour, everyMs: 10_000 },
		};
	}),
	usualKind("saw-tooth", (chance) => ({
		commitEveryMs: chance.between(45, 240) * 1000,
	})),
	{
		name: "hourly batch",
		day: (chance, isIll) => batch(chance, isIll, false),
		isOwnIll: true,
	},
	{
		name: "hourly batch that leaves",
		day: (chance, isIll) => batch(chance, isIll, true),
		isOwnIll: true,
	},
	usualKind("bursts", (chance) => {
		const rate = chance.spread(1, 200);
		const capacity = 4 * rate;
		const bursts = repeated(
			chance,
			[15 * minute, 30 * minute],
			[0.5 * minute, 3 * minute],
			(fromMs, untilMs) => ({ fromMs, untilMs }),
		);
		const isIn = (ms: number) =>
			bursts.some(({ fromMs, untilMs }) => fromMs <= ms && ms < untilMs);
		const strength = chance.between(2, 4);
		const arrivals = (ms: number) => (isIn(ms) ? strength * capacity : rate);
		return { arrivals, capacity };
	}),
	usualKind("quiet", (chance) => {
		const rate = 1 / chance.between(200, 3000);
		return { arrivals: () => rate, capacity: 10, lastsMs: 4 * hour };
	}),
	usualKind("one a minute, one waits", (chance) => {
		const rate = 1 / chance.between(40, 80);
		return {
			...{ partitions: 1, members: 1, leaves: 1, commitEveryMs: 0 },
			...{ arrivals: () => rate, capacity: 10 },
		};
	}),
	usualKind("jobs of nine minutes", (chance) => {
		const members = chance.whole(1, 4);
		const capacity = members / chance.between(510, 560);
		return {
			...{ partitions: members, members, capacity, commitEveryMs: 0 },
			...{
				arrivals: () => 0.7 * capacity,
				isJobs: true,
				backlog: chance.whole(4, 12),
			},
			...{ lastsMs: 6 * hour, everyMs: 10_000 },
		};
	}),
	usualKind("commits that are far apart", (chance) => ({
		commitEveryMs: chance.between(5, 12) * minute,
		lastsMs: 3 * hour,
	})),
	usualKind("storms of rebalances", (chance) => ({
		events: repeated(
			chance,
			[40_000, 150_000],
			[10_000, 45_000],
			event("rebalance"),
		),
	})),
	usualKind("broker away", (chance) => ({
		events: repeated(
			chance,
			[30 * minute, 50 * minute],
			[8 * minute, 12 * minute],
			event("broker away"),
		),
	})),
	usualKind("collector paused or restarted", (chance) => ({
		commitEveryMs: chance.pick([5_000, 60_000]),
		blinks: repeated(
			chance,
			[8 * minute, 25 * minute],
			[20_000, 12 * minute],
			blink(chance.pick(["paused", "restarted"])),
		),
	})),
	usualKind("clock steps", (chance) => ({
		commitEveryMs: chance.pick([5_000, 60_000]),
		blinks: repeated(
			chance,
			[8 * minute, 25 * minute],
			[5_000, 10_000],
			(fromMs, untilMs) => {
				const byMs = chance.pick([-1, 1]) * chance.spread(2_000, hour);
				return blink("clock stepped", byMs)(fromMs, untilMs);
			},
		),
	})),
	usualKind("readings overtaken", (chance) => ({
		blinks: repeated(
			chance,
			[10_000, 90_000],
			[5_000, 5_000],
			blink("overtaken"),
		),
	})),
	usualKind("transaction markers", (chance) => {
		const stopsMs = chance.between(20, 80) * minute;
		const rate = chance.spread(0.5, 100);
		return {
			markers: chance.pick(["shown", "hidden"]),
			arrivals: (ms: number) => (ms < stopsMs ? rate : 0),
			capacity: 2 * rate,
		};
	}),
	usualKind("producer stopped", (chance) => {
		const stopsMs = chance.between(20, 80) * minute;
		const rate = chance.spread(0.5, 300);
		return {
			arrivals: (ms: number) => (ms < stopsMs ? rate : 0),
			capacity: 1.5 * rate,
			leaves: chance.pick([0, 0, 1]),
		};
	}),
	usualKind("old messages removed behind a reader", (chance) => ({
		keptMs: chance.between(10, 40) * minute,
	})),
	usualKind("topic made again", (chance) => ({
		events: repeated(
			chance,
			[30 * minute, 40 * minute],
			[5_000, 5_000],
			event("made again"),
		),
	})),
	usualKind("near its limit", (chance) => {
		const rate = chance.spread(20, 500);
		return {
			...{ arrivals: () => rate, capacity: rate * 1.1, stray: 0.6 },
			...{ lastsMs: 4 * hour, everyMs: 10_000 },
		};
	}),
	usualKind("a backlog worked off", (chance) => {
		const rate = chance.spread(5, 300);
		const capacity = rate * chance.between(1.3, 1.8);
		const backlog = (capacity - rate) * chance.between(0.5, 1.8) * 3600;
		return { arrivals: () => rate, stray: 0.2, capacity, backlog };
	}),
];
