// Can a suite that did not do its work look as if it had?
import { expect, test } from "vitest";
import { sumOf, tallyOf } from "./tally.ts";

const vitest = (numPassedTests: number, numFailedTests: number) => ({
	numPassedTests,
	numFailedTests,
});
const playwright = (expected: number, unexpected: number, flaky = 0) => ({
	stats: { expected, unexpected, flaky, skipped: 3 },
});

test.each([
	["a run without failures", 0, vitest(12, 0), 12, 0],
	["a failing test", 1, vitest(11, 1), 11, 1],
	["a runner that failed though every test passed", 1, vitest(12, 0), 12, 1],
	["a runner ended by a signal", null, vitest(12, 0), 12, 1],
	["a runner without a report", 0, null, 0, 1],
	["a runner that failed without a report", 1, null, 0, 1],
	["a report that says something else", 0, { tests: 12 }, 0, 1],
	["a runner that ran no test", 0, vitest(0, 0), 0, 1],
	["a browser run without failures", 0, playwright(7, 0), 7, 0],
	["a browser run with a failure", 1, playwright(5, 2), 5, 2],
	[
		"a browser test that passed at its second try",
		0,
		playwright(6, 0, 1),
		7,
		0,
	],
	["browser tests that were all skipped", 0, playwright(0, 0), 0, 1],
])("%s", (_, exitCode, report, passed, failed) => {
	expect(tallyOf({ exitCode, report })).toEqual({ passed, failed });
});

test("the whole is the sum of its stages", () => {
	const stages = [
		{ passed: 3, failed: 0 },
		{ passed: 4, failed: 2 },
	];
	expect(sumOf(stages)).toEqual({ passed: 7, failed: 2 });
});
