// Which days are ill in a way of their own? Each comes also without its illness.
import type { Chance } from "./chance.ts";
import {
	type Day,
	type Event,
	hour,
	type Kind,
	later,
	minute,
	untilEnd,
} from "./day.ts";

const from = (what: Event["what"], fromMs: number): Event => ({
	...{ what, fromMs, untilMs: untilEnd },
});

/** One thing happens a third into the day and stays. */
const once = (
	name: string,
	what: Event["what"],
	change: (chance: Chance) => Partial<Day> = () => ({}),
): Kind => ({
	name,
	day: (chance, isIll) => ({
		...change(chance),
		events: isIll ? [from(what, later(chance))] : [],
	}),
	isOwnIll: true,
});

/** From a moment on more arrives than can be read. */
function overrun(
	chance: Chance,
	isIll: boolean,
	share: readonly [number, number],
) {
	const fromMs = isIll ? later(chance, 4 * hour) : untilEnd;
	const rate = chance.spread(20, 500);
	const capacity = rate * chance.between(1.1, 1.5);
	const more = capacity * (1 + chance.between(...share));
	return {
		...{ capacity, lastsMs: 4 * hour, everyMs: 10_000 },
		arrivals: (ms: number) => (ms < fromMs ? rate : more),
	};
}

export const ills: readonly Kind[] = [
	once("a frozen partition of a hundred", "partition frozen", (chance) => {
		const rate = chance.spread(10, 1000);
		const [partitions, members] = [100, chance.whole(3, 12)];
		return {
			partitions,
			members,
			arrivals: () => rate,
			capacity: 2 * rate,
		};
	}),
	once("members that read nothing", "readers frozen"),
	once("members that read nothing of little", "readers frozen", (chance) => {
		const rate = 1 / chance.between(20, 120);
		return { arrivals: () => rate, capacity: 10 };
	}),
	once("all members lost", "readers gone"),
	{
		name: "growth",
		day: (chance, isIll) => overrun(chance, isIll, [0.2, 2]),
		isOwnIll: true,
	},
	{
		name: "growth hidden by noise",
		day: (chance, isIll) => ({
			...overrun(chance, isIll, [0.05, 0.15]),
			...{ stray: 0.5, lastsMs: 6 * hour },
			commitEveryMs: chance.pick([5_000, 60_000]),
		}),
		isOwnIll: true,
	},
	{
		name: "growth below 1 % an hour",
		day: (chance, isIll) => {
			const capacity = chance.spread(50, 500);
			const backlog = capacity * 3600 * chance.between(1, 6);
			const share = chance.between(0.005, 0.0095);
			const growth = ((isIll ? share : -share) * backlog) / 3600;
			return {
				...{ everyMs: 30_000, lastsMs: 24 * hour, stray: 0.05 },
				...{ backlog, capacity, arrivals: () => capacity + growth },
				commitEveryMs: chance.pick([5_000, 60_000]),
			};
		},
		isOwnIll: true,
	},
	{
		name: "a peak beyond what can be read",
		day: (chance, isIll) => {
			const rate = chance.spread(5, 500);
			const fromMs = chance.between(0.8, 1.2) * hour;
			const untilMs = fromMs + chance.between(0.7, 2) * hour;
			const peak = isIll ? 3 * rate : 1.6 * rate;
			const arrivals = (ms: number) =>
				fromMs <= ms && ms < untilMs ? peak : rate;
			return {
				...{ arrivals, capacity: 2 * rate, lastsMs: 6 * hour },
				...{ everyMs: 10_000, stray: 0.2 },
			};
		},
		isOwnIll: true,
	},
	once("poison in a log", "poison"),
	once(
		"poison delivered again and again",
		"delivered again and again",
		(chance) => ({
			...{ partitions: 1, members: chance.whole(2, 6) },
		}),
	),
	once("messages held by the dead", "held by the dead", (chance) => ({
		...{ partitions: 1, members: chance.whole(2, 6) },
	})),
	{
		name: "stuck on the rest",
		day: (chance, isIll) => {
			const fromMs = later(chance);
			const rate = chance.spread(1, 300);
			const stopsMs = fromMs + chance.between(0.2, 3) * minute;
			return {
				arrivals: (ms: number) => (ms < stopsMs ? rate : 0),
				capacity: 2 * rate,
				events: isIll ? [from("readers frozen", fromMs)] : [],
			};
		},
		isOwnIll: true,
	},
	once("goes back again and again", "set back", (chance) => {
		const rate = chance.spread(5, 300);
		return { arrivals: () => rate, capacity: 4 * rate };
	}),
	{
		name: "removed unread",
		// While its readers shared out anew, somebody removed what they had before them.
		day: (chance, isIll) => {
			const fromMs = later(chance);
			const upset = {
				fromMs,
				untilMs: fromMs + 90_000,
				what: "upset",
			} as const;
			const events = isIll ? [upset, from("removed", fromMs)] : [upset];
			return { events };
		},
		isOwnIll: true,
	},
	{
		name: "retention overtakes a slow reader",
		day: (chance, isIll) => {
			const rate = chance.spread(20, 400);
			const fromMs = chance.between(0.5, 1) * hour;
			const speed = rate * (isIll ? chance.between(0.2, 0.7) : 1.3);
			return {
				...{ lastsMs: 8 * hour, everyMs: 10_000 },
				arrivals: (ms: number) => (ms < fromMs ? speed / 2 : rate),
				...{ capacity: speed, keptMs: chance.between(1.5, 3) * hour },
			};
		},
		isOwnIll: true,
	},
	once("no longer subscribed", "not subscribed"),
	once("a transaction left open", "transaction left open", () => ({
		markers: "shown",
	})),
];
