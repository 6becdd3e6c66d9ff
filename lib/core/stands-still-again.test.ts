// Does what stood still before a restart, or before a gap, stand still after it? Nobody may be told that it is over.
import { describe, expect, test } from "vitest";
import { exactly } from "./amount.ts";
import { judgeNext } from "./assess.ts";
import { members, reading, startMs } from "./for-tests.ts";
import type { Past } from "./history.ts";
import { dayMinutes } from "./judge/day.ts";
import {
	minutes,
	partitioned,
	type Telling,
	tickMs,
} from "./judge/for-tests.ts";
import { recalling } from "./recalling.ts";
import { windowFrom } from "./window/again.ts";
import { readingsKept } from "./window/columns.ts";
import { at, newWindow, type Window } from "./window/window.ts";

const never = Number.POSITIVE_INFINITY;
const stillAt = minutes(15);
const endsAt = stillAt + minutes(8);

function judge(window: Window, from: number, to: number, tell: Telling) {
	const said = new Set<string>();
	for (let tick = from; tick < to; tick++) {
		const it = reading(startMs + tick * tickMs, tell(tick) ?? {});
		const { arrived, departed } = it;
		const counted = exactly((arrived ?? 0) - (departed ?? 0));
		const now = { ...it, lag: arrived === null ? it.lag : counted };
		said.add(judgeNext(window, now, now.atMs).reason.code);
	}
	return said;
}

/** As history tells it: sums of the last minutes, and nothing of partitions. */
function afterRestart(window: Window): Window {
	const back = Array.from({ length: readingsKept }, (_, i) =>
		at(window, readingsKept - 1 - i),
	);
	const column = (of: Float64Array | Float32Array) =>
		Float64Array.from(back, (i) => of[i] ?? Number.NaN);
	const blank = () => new Float64Array(dayMinutes).fill(Number.NaN);
	const past: Past = {
		...{ id: "a", minutes: blank(), floors: blank(), minute: window.minute },
		...{ atMs: column(window.atMs), lag: column(window.lag) },
		...{ arrived: column(window.arrived), departed: column(window.departed) },
		counted: column(window.counted),
		...{ stillSinceMs: window.movedMs, emptySinceMs: window.emptySinceMs },
	};
	if (!window.said) throw new Error("nothing was judged");
	return recalling(windowFrom(past, Date.now()), window.said);
}

const away = [
	["no longer than a moment", 2],
	["for a minute", minutes(1)],
	["for an hour", minutes(60)],
] as const;

const stops =
	(...stopsAt: readonly number[]): Telling =>
	(tick) =>
		partitioned(tick, 10, stopsAt);
/** From then on, and not before. */
const and =
	(tell: Telling, more: Telling): Telling =>
	(tick) => ({ ...tell(tick), ...(tick >= stillAt ? more(tick) : {}) });
const nobody = () => ({ members: members(0) });
const elsewhere = () => ({
	notes: [{ code: "not subscribed" as const, values: { members: 2 } }],
});
/** Half of what comes is read, and what is unread is kept for so long. */
const tooSlow: Telling = (tick) => ({
	arrived: 1_000 + 10 * tick,
	departed: 1_000 + 5 * tick,
	marginMs: exactly(4 * 3_600_000 - tick * tickMs),
	timeLagMs: exactly(5 * 3_600_000),
});

const uncounted: Telling = (tick) => ({
	...{ arrived: null, departed: null, lag: exactly(100 + (tick % 9)) },
});

describe.each<readonly [string, string, Telling, Telling]>([
	[
		"all partitions",
		"not moving",
		stops(stillAt, stillAt, stillAt),
		stops(never, never, never),
	],
	[
		"one partition of three",
		"parts not moving",
		stops(never, never, stillAt),
		stops(never, never, never),
	],
	[
		"nobody is there",
		"no members",
		and(stops(stillAt, stillAt), nobody),
		stops(never, never),
	],
	[
		"nobody is there, and nothing counts what is read",
		"no members",
		and(uncounted, nobody),
		uncounted,
	],
	[
		"nobody of it reads there",
		"not subscribed",
		and(stops(stillAt, stillAt), elsewhere),
		stops(never, never),
	],
	["it is overtaken", "loses soon", tooSlow, stops(never)],
])("%s", (_, code, ill, well) => {
	const stood = () => {
		const window = newWindow();
		expect(judge(window, 0, endsAt, ill)).toContain(code);
		expect(window.said?.code).toBe(code);
		return window;
	};

	describe.each(away)("nobody looked %s", (_, ticks) => {
		const from = endsAt + ticks;
		test.each([
			["the same watch", (window: Window) => window],
			["a watch that begins again", afterRestart],
		])("%s goes on saying so", (_, again) => {
			const said = judge(again(stood()), from, from + minutes(30), ill);
			expect([...said]).toEqual([code]);
		});
		test("what was freed meanwhile is told as such with the second reading", () => {
			const window = afterRestart(stood());
			judge(window, from, from + 2, well);
			const said = judge(window, from + 2, from + minutes(30), well);
			expect([...said]).not.toContain(code);
		});
	});
});

/** Told for so long after it last happened, whoever watches. */
const mishaps: readonly (readonly [string, number, Telling])[] = [
	["removed unread", 15, (tick) => ({ lost: tick === stillAt ? 112 : 0 })],
	[
		"goes back",
		10,
		(tick) => ({
			arrived: 9_000 + 10 * tick,
			departed:
				1_000 +
				10 * tick -
				(tick >= stillAt - minutes(2) ? 400 : 0) -
				(tick >= stillAt ? 500 : 0),
		}),
	],
	[
		"delivered again",
		10,
		(tick) => ({
			...{ arrived: 1_000 + tick, departed: 1_000 + tick, holding: 1 },
			deliveriesMax: Math.min(
				8,
				Math.max(1, 8 - Math.ceil((stillAt - tick) / 24)),
			),
			oldestHeldMs: minutes(10) * tickMs + tick * tickMs,
		}),
	],
];

describe.each(mishaps)("%s", (code, forMinutes, tell) => {
	test.each([1, 4, 8])(
		"%i minutes after it happened a watch begins again: it is told for as long as without",
		(after) => {
			const window = newWindow();
			judge(window, 0, stillAt + minutes(after), tell);
			expect(window.said?.code).toBe(code);
			const again = afterRestart(window);
			const ends = stillAt + minutes(forMinutes);
			const from = stillAt + minutes(after);
			expect([...judge(again, from, ends, tell)]).toEqual([code]);
			expect([...judge(again, ends + 1, ends + 9, tell)]).not.toContain(code);
		},
	);
});

describe.each(away)("partitions, nobody looked %s", (_, ticks) => {
	const from = endsAt + ticks;
	const stood = (ill: Telling, code: string) => {
		const window = newWindow();
		judge(window, 0, endsAt, ill);
		expect(window.said?.code).toBe(code);
		return afterRestart(window);
	};
	/** Read once more meanwhile, and waiting there since. */
	const freed = stillAt + minutes(3);

	test("one that was freed meanwhile is not said to stand still, though it waits again", () => {
		const again = stood(stops(never, never, stillAt), "parts not moving");
		const now = stops(never, never, freed);
		expect([...judge(again, from, from + minutes(10), now)]).not.toContain(
			"parts not moving",
		);
	});

	test("where one of all was freed meanwhile, the others stand still", () => {
		const again = stood(stops(stillAt, stillAt, stillAt), "not moving");
		judge(again, from, from + 3, stops(stillAt, stillAt, never));
		expect(again.said).toMatchObject({
			code: "parts not moving",
			values: { parts: 2, of: 3, which: "0 1" },
		});
	});

	test("one that is freed later is read in its own time from then on", () => {
		const again = stood(stops(never, never, stillAt), "parts not moving");
		const frees = from + minutes(3);
		judge(again, from, frees, stops(never, never, stillAt));
		expect(again.said?.code).toBe("parts not moving");
		const often = minutes(8);
		const said = judge(again, frees, frees + 5 * often, (tick) =>
			stops(never, never, tick - ((tick - frees) % often))(tick),
		);
		expect([...said]).not.toContain("parts not moving");
	});

	/** Every other one stands still among those that are read. */
	const halfOf =
		(count: number): Telling =>
		(tick) =>
			partitioned(
				tick,
				10,
				Array.from({ length: count }, (_, p) =>
					p % 2 === 0 ? stillAt : never,
				),
			);

	test("fifty of a hundred that stood still do", () => {
		const again = stood(halfOf(100), "parts not moving");
		judge(again, from, from + 3, halfOf(100));
		const messages = 50 * 10 * (from + 2 - stillAt);
		const told = { parts: 50, of: 100, messages };
		expect(again.said?.values).toMatchObject(told);
		expect(again.said?.values.bound).toBeUndefined();
	});

	test("of more than can be named those are said to be the least, until the others had time to be known", () => {
		const again = stood(halfOf(600), "parts not moving");
		judge(again, from, from + 3, halfOf(600));
		const least = { parts: 200, of: 600, bound: "at least" };
		expect(again.said?.values).toMatchObject(least);
		judge(again, from + 3, from + minutes(16), halfOf(600));
		expect(again.said?.values).toMatchObject({ parts: 300, of: 600 });
		expect(again.said?.values.bound).toBeUndefined();
	});
});

test.each(away)(
	"readers who leave between their rounds by habit are not missed, nobody looked %s of it",
	(_, ticks) => {
		const round = minutes(90);
		const reads = minutes(3);
		const batch: Telling = (tick) => {
			const since = tick % round;
			const rounds = tick - since + Math.min(since, reads);
			return {
				arrived: 1_000 + 10 * tick,
				departed: 1_000 + 10 * (since < reads ? tick : rounds),
				members: members(since < reads ? 2 : 0),
			};
		};
		const window = newWindow();
		const from = 3 * round + minutes(20);
		judge(window, 0, from, batch);
		expect(window.said?.code).not.toBe("no members");
		const again = afterRestart(window);
		const to = Math.min(from + ticks + minutes(30), 4 * round);
		expect([...judge(again, from + ticks, to, batch)]).not.toContain(
			"no members",
		);
	},
);
