// Is what lies ahead the pace of now, and is nothing foretold where that is not known?
import { describe, expect, test } from "vitest";
import { aheadOf, outlookOf } from "./ahead.ts";

const minuteMs = 60_000;
const row = (lag: number | null, come: number | null, go: number | null) => ({
	lag: lag === null ? null : { n: lag, bound: "exact" as const },
	pace: { in: come, out: go },
	reason: { code: "steady", values: {} },
	...{ stale: false, drainedSeconds: null },
});
const fallsBehind = (perSecond: number) => ({
	reason: { code: "falls behind", values: { perSecond } },
});

describe("the line beyond now", () => {
	test.each([
		[
			"what grows goes on growing",
			row(100, 3, 2),
			{ from: 100, to: 160, perMinute: 60 },
		],
		[
			"what shrinks ends at nothing",
			row(100, 1, 4),
			{ from: 100, to: 0, perMinute: -180 },
		],
		[
			"what keeps pace stays",
			row(100, 2, 2),
			{ from: 100, to: 100, perMinute: 0 },
		],
		["what is caught up is no forecast", row(0, 2, 2), null],
		["without a lag there is none", row(null, 2, 1), null],
		["without a pace there is none", row(100, null, 1), null],
	] as const)("%s", (_title, of, ahead) => {
		expect(aheadOf(of, minuteMs)).toEqual(ahead);
	});

	test("growth that was measured stands before the difference of two paces", () => {
		const slow = { ...row(100, 124, 123), ...fallsBehind(0.5) };
		expect(aheadOf(slow, minuteMs)).toEqual({
			from: 100,
			to: 130,
			perMinute: 30,
		});
	});

	test("old values foretell nothing", () => {
		expect(aheadOf({ ...row(100, 3, 2), stale: true }, minuteMs)).toBeNull();
	});
});

describe("the sentence", () => {
	test.each([
		["the next round number", row(3_400, 3, 2), 5_000, 1_600],
		["not one that is nearly reached", row(9_900, 3, 2), 20_000, 10_100],
		["ten at least", row(1, 3, 2), 10, 9],
	] as const)("growth passes %s", (_title, of, n, seconds) => {
		expect(outlookOf(of)).toEqual({ is: "passes", n, seconds });
	});

	test("a difference within the noise is none, but for one that was measured", () => {
		const near = row(3_400, 124, 123);
		expect(outlookOf(near)).toEqual({ is: "steady" });
		expect(outlookOf({ ...near, ...fallsBehind(0.5) })?.is).toBe("passes");
	});

	test("what is read faster than it comes is gone when the collector says so", () => {
		const soon = { ...row(100, 1, 4), drainedSeconds: 33 };
		expect(outlookOf(soon)).toEqual({ is: "drained", seconds: 33 });
	});

	test("nothing is nothing, and what is not known has no outlook", () => {
		expect(outlookOf(row(0, 2, 2))).toEqual({ is: "nothing" });
		expect(outlookOf(row(null, 2, 2))).toBeNull();
		expect(outlookOf({ ...row(10, 3, 2), stale: true })).toBeNull();
	});
});
