// Is a test that failed named at the end, whichever runner ran it?
import { expect, test } from "vitest";
import { failuresOf } from "./failures.ts";

test("vitest's: by file and full name, with its message", () => {
	const report = {
		testResults: [
			{
				name: "lib/a.test.ts",
				status: "failed",
				assertionResults: [
					{ status: "passed", fullName: "calm", failureMessages: [] },
					{
						status: "failed",
						fullName: "a group is behind",
						failureMessages: ["expected 1 to be 2"],
					},
				],
			},
		],
	};
	expect(failuresOf(report)).toEqual([
		{ test: "lib/a.test.ts › a group is behind", words: "expected 1 to be 2" },
	]);
});

test("a file that could not be loaded is named itself", () => {
	const report = {
		testResults: [
			{
				name: "lib/a.test.ts",
				status: "failed",
				message: "no such module",
				assertionResults: [],
			},
		],
	};
	expect(failuresOf(report)).toEqual([
		{ test: "lib/a.test.ts", words: "no such module" },
	]);
});

test("playwright's: by file and what is described, with what the last try said", () => {
	const spec = {
		title: "a click is lost",
		ok: false,
		tests: [
			{
				results: [
					{ error: { message: "the first" } },
					{ error: { message: "the last" } },
				],
			},
		],
	};
	const report = {
		suites: [
			{
				title: "board.spec.ts",
				specs: [{ title: "calm", ok: true }],
				suites: [{ title: "in Korean", specs: [spec] }],
			},
		],
	};
	expect(failuresOf(report)).toEqual([
		{
			test: "board.spec.ts › in Korean › a click is lost",
			words: "the last",
		},
	]);
});

test("a long message is told by its first lines", () => {
	const message = Array.from({ length: 100 }, (_, at) => `line ${at}`);
	const [failure] = failuresOf({
		testResults: [{ name: "x", status: "failed", message: message.join("\n") }],
	});
	expect(failure?.words.split("\n")).toHaveLength(12);
});

test.each([
	["no report", null],
	["a report that says something else", { tests: 12 }],
	["a report of lists that hold something else", { suites: [1, "two", null] }],
])("%s names none", (_, report) => {
	expect(failuresOf(report)).toEqual([]);
});
