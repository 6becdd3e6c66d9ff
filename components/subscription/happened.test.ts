// Is what happened told from the latest on, with how long it lasted?
import { expect, test } from "vitest";
import { happenedIn } from "./happened.ts";

test("each change lasts until the next, and the last one still stands", () => {
	const reason = "steady";
	const happened = happenedIn([
		{ atMs: 0, verdict: "healthy", reason },
		{ atMs: 60, verdict: "slow", reason },
		{ atMs: 100, verdict: "healthy", reason },
	]);
	expect(happened).toEqual([
		{ atMs: 100, verdict: "healthy", lastedMs: null },
		{ atMs: 60, verdict: "slow", lastedMs: 40 },
	]);
});
