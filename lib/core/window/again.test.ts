// Is a window that comes back from history the window that was, also for what shows only over hours?
import { expect, test } from "vitest";
import { exactly } from "../amount.ts";
import { reading, startMs } from "../for-tests.ts";
import type { Past } from "../history.ts";
import { blocksOf, dayMinutes } from "../judge/day.ts";
import { sparkOf } from "../spark.ts";
import { windowFrom } from "./again.ts";
import { add, newWindow } from "./window.ts";

const minuteMs = 60_000;
const blank = () => new Float64Array(dayMinutes).fill(Number.NaN);
const lagAt = (i: number) => (i % 7 === 3 ? 0 : i % 3) + 10 * i;

test("the lowest points of hours and the peaks of the last hour come back, with a gap as one", () => {
	const whole = newWindow();
	const [minutes, floors] = [blank(), blank()];
	const count = 300;
	const first = Math.floor(startMs / minuteMs);
	const minute = first + count - 1;
	const told: number[] = [];
	for (let i = 0; i < count; i++) {
		if (i >= 100 && i < 130) continue;
		const atMs = startMs + i * minuteMs;
		add(whole, reading(atMs, { lag: exactly(lagAt(i)) }));
		const at = dayMinutes - count + i;
		minutes[at] = floors[at] = lagAt(i);
		if (i >= count - 20) told.push(i);
	}
	const column = (of: (i: number) => number) => Float64Array.from(told, of);
	const past: Past = {
		...{ id: "a", minutes, floors, minute },
		...{ atMs: column((i) => startMs + i * minuteMs), lag: column(lagAt) },
		...{ arrived: column(() => 1_000), departed: column(() => 1_000) },
		counted: column(() => 1),
		...{ stillSinceMs: null, emptySinceMs: null },
	};
	const again = windowFrom(past, startMs + count * minuteMs);
	for (const [block, blocks] of [
		[1, 60],
		[5, 24],
		[15, 24],
		[60, 24],
	] as const)
		expect(blocksOf(again.day, block, blocks)).toEqual(
			blocksOf(whole.day, block, blocks),
		);
	expect(blocksOf(again.day, 1, 120)).toHaveLength(120);
	expect(blocksOf(again.day, 15, 24)).toHaveLength(18);
	expect(sparkOf(again)).toEqual(sparkOf(whole));
});
