// Is a partition called stuck only where the verdict of the whole says so, and what moves never?
import { expect, test } from "vitest";
import { partitionStateOf } from "./partition-state.ts";

const atMs = Date.parse("2026-11-21T12:00:00.000Z");
const minute = 60_000;
const ago = (minutes: number) =>
	new Date(atMs - minutes * minute).toISOString();
const aged = (minutes: number) => ({
	n: minutes * minute,
	bound: "exact" as const,
});
const stalled = {
	verdict: "stalled",
	reason: { code: "parts not moving", values: {} },
} as const;
const slow = {
	verdict: "slow",
	reason: { code: "falls behind", values: {} },
} as const;
const line = { lag: 9, moved: ago(20), timeLagMs: aged(20) };

test("in a whole whose parts do not move, the one that has not for long is stuck and the others move", () => {
	expect(partitionStateOf(line, stalled, atMs)).toBe("stuck");
	const moves = { ...line, moved: ago(1) };
	expect(partitionStateOf(moves, stalled, atMs)).toBe("moves");
});

test("a partition that was never seen to move is stuck where the whole is, and elsewhere nobody knows", () => {
	const never = { ...line, moved: null };
	expect(partitionStateOf(never, stalled, atMs)).toBe("stuck");
	expect(partitionStateOf(never, slow, atMs)).toBeNull();
});

test("a partition that rests no longer than is usual is not stuck", () => {
	expect(partitionStateOf(line, slow, atMs)).toBe("rests");
});

test("what was written only now does not make a partition stuck that had nothing to do", () => {
	const fresh = { ...line, timeLagMs: aged(1) };
	expect(partitionStateOf(fresh, stalled, atMs)).toBe("rests");
});

test("where nobody reads, nothing that waits moves, and what has nothing waiting is caught up", () => {
	const stopped = { ...stalled, verdict: "stopped" } as const;
	const now = { ...line, moved: ago(0) };
	expect(partitionStateOf(now, stopped, atMs)).toBe("stuck");
	expect(partitionStateOf({ ...now, lag: 0 }, stopped, atMs)).toBe("caught up");
	expect(partitionStateOf({ ...now, lag: null }, stopped, atMs)).toBeNull();
});
