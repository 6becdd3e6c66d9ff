// Does an address lead to the stretch it means, and never to one that makes no sense?
import { expect, test } from "vitest";
import { againMs, spanOf } from "./range.ts";

const from = new Date("2026-11-21T12:00:00.000Z");
const to = new Date("2026-11-21T13:00:00.000Z");

test("with both ends it stands still, without it follows the present", () => {
	expect(spanOf({ range: "6h", from, to })).toEqual({
		...{ is: "frozen", fromMs: +from, toMs: +to },
	});
	expect(spanOf({ range: "6h", from, to: null })).toEqual({
		...{ is: "live", range: "6h" },
	});
});

test("ends that are turned round, or the same, are let go", () => {
	const live = { is: "live", range: "1h" };
	expect(spanOf({ range: "1h", from: to, to: from })).toEqual(live);
	expect(spanOf({ range: "1h", from, to: from })).toEqual(live);
});

test("a long range is asked for as often as a new point could be seen, at least each minute", () => {
	expect(againMs("1h", 500)).toBe(7_500);
	expect(againMs("1h", 10_000)).toBe(10_000);
	expect(againMs("30d", 500)).toBe(60_000);
});
