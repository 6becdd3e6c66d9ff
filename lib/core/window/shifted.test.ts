// Is every moment that a window remembers moved with the clock, and nothing that only lasts?
import { expect, test } from "vitest";
import { exactly } from "../amount.ts";
import { members, reading, startMs } from "../for-tests.ts";
import { sparkOf } from "../spark.ts";
import { shift } from "./shifted.ts";
import { add, newWindow, type Window } from "./window.ts";

const hourMs = 3_600_000;
/** They say how long something is, not when it was. */
const lasting = new Set(["timeLagMs", "marginMs", "meanMs", "strayMs"]);

function seen(): Window {
	const window = newWindow();
	const columns = {
		partitions: Int32Array.of(0, 1),
		positions: Float64Array.of(5, 5),
		starts: new Float64Array(2),
	};
	for (let tick = 0; tick < 200; tick++)
		add(
			window,
			reading(startMs + 5_000 * tick, {
				...{ lag: exactly(tick), arrived: 10 + tick, departed: 10, counted: 2 },
				columns: { ...columns, ends: Float64Array.of(5 + tick, 5) },
				...{ members: members(0), lost: tick === 100 ? 3 : 0 },
			}),
		);
	return window;
}

/** Each number below a name that ends in Ms, by its path. */
function moments(it: object, path = ""): Map<string, number> {
	const found = new Map<string, number>();
	for (const [name, value] of Object.entries(it)) {
		if (lasting.has(name)) continue;
		if (typeof value === "number" && name.endsWith("Ms"))
			found.set(path + name, value);
		else if (value instanceof Float64Array && name.endsWith("Ms"))
			value.forEach((ms, i) => {
				found.set(`${path}${name}.${i}`, ms);
			});
		else if (value !== null && typeof value === "object")
			for (const [more, ms] of moments(value, `${path}${name}.`))
				found.set(more, ms);
	}
	return found;
}

test.each([2 * hourMs, -hourMs, 7_000])(
	"set by %i ms, each moment is as long ago as before",
	(byMs) => {
		const window = seen();
		const before = moments(window);
		const spark = sparkOf(window);
		const { minute, day } = window;
		const emptyFor = day.minute - day.emptySince;
		shift(window, byMs);
		const after = moments(window);
		expect(before.size).toBeGreaterThan(120);
		for (const [path, ms] of before)
			expect(after.get(path), path).toBe(ms + byMs);
		expect(sparkOf(window)).toEqual(spark);
		expect(day.minute).toBe(window.minute);
		expect(day.minute - day.emptySince).toBe(emptyFor);
		expect(Math.abs(window.minute - minute - byMs / 60_000)).toBeLessThan(1);
	},
);
