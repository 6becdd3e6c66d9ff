// Is each change of the verdict marked once, and is no word written over another?
import { expect, test } from "vitest";
import type { VerdictChange } from "#lib/core/history.ts";
import { marksOf, placed } from "./marks.ts";

const change = (
	atMs: number,
	verdict: VerdictChange["verdict"],
	reason: VerdictChange["reason"] = "steady",
): VerdictChange => ({ atMs, verdict, reason });

test("how it stood at the beginning is no change, and another reason is none either", () => {
	const marks = marksOf([
		change(0, "healthy"),
		change(5, "healthy", "caught up"),
		change(9, "stalled", "not moving"),
		change(12, "stalled", "parts not moving"),
		change(20, "healthy"),
	]);
	expect(marks).toEqual([
		{ atMs: 9, verdict: "stalled", before: "healthy" },
		{ atMs: 20, verdict: "healthy", before: "stalled" },
	]);
});

test("a subscription that is judged for the first time has changed nothing", () => {
	const marks = marksOf([
		change(0, "unknown", "too few readings"),
		change(5, "healthy"),
	]);
	expect(marks).toEqual([]);
});

const mark = (atMs: number, verdict: VerdictChange["verdict"]) => ({
	...{ atMs, verdict },
	before: "healthy" as const,
});
const wordsOf = (marks: Parameters<typeof placed>[0]) =>
	placed(
		marks,
		(ms) => ms,
		(verdict) => verdict,
		0,
		400,
	).map(({ verdict, word }) => [verdict, word]);

test("a word stands after its ring, and before it where the plot ends", () => {
	expect(wordsOf([mark(40, "slow"), mark(390, "slow")])).toEqual([
		["slow", "after"],
		["slow", "before"],
	]);
});

test("where there is room for one word only, the gravest has it", () => {
	const crowd = [mark(200, "slow"), mark(206, "losing"), mark(212, "slow")];
	const words = wordsOf(crowd);
	expect(words[1]).toEqual(["losing", null]);
});

test("what somebody did has its word before any verdict has one", () => {
	const deed = { atMs: 100, verdict: null, said: "jun: 1", id: "e" };
	const others = [mark(165, "losing"), mark(175, "slow")];
	expect(wordsOf([mark(90, "slow"), deed, ...others])).toEqual([
		["slow", "before"],
		[null, "after"],
		["losing", null],
		["slow", "after"],
	]);
});
