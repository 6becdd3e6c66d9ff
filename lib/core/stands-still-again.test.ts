// Does what stood still before a restart, or before a gap, stand still after it? Nobody may be told that it is over.
import { describe, expect, test } from "vitest";
import { assess, recalling } from "./assess.ts";
import { reading, startMs } from "./for-tests.ts";
import type { Past } from "./history.ts";
import { dayMinutes } from "./judge/day.ts";
import { minutes, partitioned, tickMs } from "./judge/for-tests.ts";
import { add, at, newWindow, type Window } from "./window.ts";
import { windowFrom } from "./window-again.ts";
import { readingsKept } from "./window-columns.ts";

const never = Number.POSITIVE_INFINITY;
const stillAt = minutes(15);
const endsAt = stillAt + minutes(8);

function judge(
	window: Window,
	from: number,
	to: number,
	stopsAt: readonly number[],
) {
	const said = new Set<string>();
	for (let tick = from; tick < to; tick++) {
		const it = reading(startMs + tick * tickMs, partitioned(tick, 10, stopsAt));
		const lag = (it.arrived ?? 0) - (it.departed ?? 0);
		const now = { ...it, lag: { n: lag, bound: "exact" as const } };
		add(window, now);
		said.add(assess(window, now, now.atMs).reason.code);
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
		...{ stillSinceMs: window.movedMs, emptySinceMs: null },
	};
	if (!window.said) throw new Error("nothing was judged");
	return recalling(windowFrom(past, Date.now()), window.said);
}

const away = [
	["no longer than a moment", 2],
	["for a minute", minutes(1)],
	["for an hour", minutes(60)],
] as const;

describe.each([
	["all partitions", "not moving", [stillAt, stillAt, stillAt]],
	["one partition of three", "parts not moving", [never, never, stillAt]],
])("%s", (_, code, stopsAt) => {
	const stood = () => {
		const window = newWindow();
		expect(judge(window, 0, endsAt, stopsAt)).toContain(code);
		expect(window.said?.code).toBe(code);
		return window;
	};
	const freed = stopsAt.map(() => never);

	describe.each(away)("nobody looked %s", (_, ticks) => {
		const from = endsAt + ticks;
		test.each([
			["the same watch", (window: Window) => window],
			["a watch that begins again", afterRestart],
		])("%s goes on saying so", (_, again) => {
			const said = judge(again(stood()), from, from + minutes(30), stopsAt);
			expect([...said]).toEqual([code]);
		});
		test("what was freed meanwhile is told as such with the second reading", () => {
			const window = afterRestart(stood());
			judge(window, from, from + 2, freed);
			const said = judge(window, from + 2, from + minutes(30), freed);
			expect([...said]).not.toContain(code);
		});
	});
});
