// Is what happened told from the latest on, with how long it lasted?
import { expect, test } from "vitest";
import { happenedIn } from "./happened.ts";

test("each change lasts until the next, and the last one still stands", () => {
	const reason = "steady";
	const happened = happenedIn(
		[
			{ atMs: 0, verdict: "healthy", reason },
			{ atMs: 60, verdict: "slow", reason },
			{ atMs: 100, verdict: "healthy", reason },
		],
		{ atMs: 100, verdict: "healthy", reason },
	);
	expect(happened).toEqual([
		{ atMs: 100, verdict: "healthy", lastedMs: null },
		{ atMs: 60, verdict: "slow", lastedMs: 40 },
	]);
});

test("what has been as it is since it is watched began to be so then", () => {
	const stopped = { verdict: "stopped", reason: "no members" } as const;
	const verdicts = [
		{ atMs: 0, verdict: "unknown", reason: "too few readings" },
		{ atMs: 5, ...stopped },
	] as const;
	const since = { atMs: 4, ...stopped };
	expect(happenedIn(verdicts, since)).toEqual([
		{ atMs: 4, verdict: "stopped", lastedMs: null },
	]);
	expect(happenedIn(verdicts, null)).toEqual([]);
});

test("who cannot be judged yet has not begun to be anything", () => {
	const reason = "too few readings";
	const since = { atMs: 4, verdict: "unknown", reason } as const;
	expect(happenedIn([since], since)).toEqual([]);
});
