// Is what lies ahead the pace of now, and is nothing foretold where that is not known?
import { expect, test } from "vitest";
import { aheadOf } from "./ahead.ts";

const minuteMs = 60_000;
const row = (lag: number | null, come: number | null, go: number | null) => ({
	lag: lag === null ? null : { n: lag, bound: "exact" as const },
	pace: { in: come, out: go },
	stale: false,
});

test.each([
	["what grows goes on growing", row(100, 3, 2), { n: 160, perMinute: 60 }],
	["what shrinks ends at nothing", row(100, 1, 4), { n: 0, perMinute: -180 }],
	["what keeps pace stays", row(100, 2, 2), { n: 100, perMinute: 0 }],
	["what is caught up is no forecast", row(0, 2, 2), null],
	["without a lag there is none", row(null, 2, 1), null],
	["without a pace there is none", row(100, null, 1), null],
] as const)("%s", (_title, of, ahead) => {
	expect(aheadOf(of, minuteMs)).toEqual(ahead);
});

test("old values foretell nothing", () => {
	expect(aheadOf({ ...row(100, 3, 2), stale: true }, minuteMs)).toBeNull();
});
