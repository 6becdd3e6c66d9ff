// Is the last pace that of work, whatever else moved the positions meanwhile?
import { describe, expect, test } from "vitest";
import { lastMoveMs, lastPaceIn, movesMs } from "./last-pace.ts";

const everyMs = 5_000;

/** Positions as they were told, one reading after another; null where nobody answered. */
function toldOf(
	departed: readonly (number | null)[],
	counted: readonly (number | null)[] = departed.map(() => 1),
	stepMs = everyMs,
) {
	return {
		atMs: departed.map((_, i) => i * stepMs),
		asked: departed.map((it) => it !== null),
		counters: { departed, counted, arrived: departed },
	};
}

const still = (count: number, at: number) => Array<number>(count).fill(at);
/** So many steps of so much each. */
const working = (count: number, each: number, from = 0) =>
	Array.from({ length: count }, (_, i) => from + (i + 1) * each);

test.each<readonly [string, readonly (number | null)[], number | null]>([
	["nothing is remembered", [], null],
	["one reading alone tells no pace", [7], null],
	["it never moved", still(20, 7), null],
	["it works steadily", [0, ...working(20, 50)], 10],
	[
		"it worked, and rests since",
		[0, ...working(20, 50), ...still(99, 1_000)],
		10,
	],
	[
		"it commits at every second reading",
		[0, 0, 100, 100, 200, 200, 300, 300, 400],
		// Beginning with its first move.
		Number((400 / 35).toPrecision(3)),
	],
	["it moved once: somebody may have moved it", [0, 0, 9_000, 9_000], null],
	[
		"a leap to the end in the middle of its work is none of it",
		[0, ...working(5, 50), 1e9, ...working(5, 50, 1e9)],
		10,
	],
	["a leap after its work", [0, ...working(5, 50), 1e9, 1e9, 1e9], 10],
	[
		"it was put back and worked on",
		[0, ...working(5, 50), 0, ...working(5, 100)],
		Number((750 / 50).toPrecision(3)),
	],
	[
		"nobody was there to read for a while",
		[0, ...working(5, 50), null, null, ...working(5, 50, 9_000)],
		10,
	],
	["it ran out of what was known", [0, 50, 100, null, null], 10],
])("%s", (_, departed, pace) => {
	expect(lastPaceIn(toldOf(departed))).toBe(pace);
});

test("a partition more is no work done", () => {
	const departed = [0, 50, 100, 9_000, 9_050, 9_100];
	expect(lastPaceIn(toldOf(departed, [1, 1, 1, 2, 2, 2]))).toBe(10);
});

test("what was worked more than ten minutes before its last move does not count", () => {
	const early = [0, ...working(50, 5_000)];
	const late = working(130, 50, early.at(-1));
	expect(lastPaceIn(toldOf([...early, ...late]))).toBe(10);
});

test("a slow group with minutes between its readings has its pace as well", () => {
	const minutes = toldOf([0, 60, 120, 120, 120], undefined, 60_000);
	expect(lastPaceIn(minutes)).toBe(1);
});

test("it may have moved wherever nothing before says that it rested", () => {
	expect(movesMs(toldOf([5, 5, 9, 9, null, 9, 9]))).toEqual([
		...[5 * everyMs, 2 * everyMs, 0],
	]);
	expect(movesMs(toldOf([]))).toEqual([]);
});

describe("its last move", () => {
	test("is told by when it ended", () => {
		expect(lastMoveMs(toldOf([0, 5, 5, 9, 9, 9]))).toBe(3 * everyMs);
	});
	test("is not a step back, nor what came while nobody was asked", () => {
		expect(lastMoveMs(toldOf([0, 5, 0, null, 9, 9]))).toBe(everyMs);
		expect(lastMoveMs(toldOf([5, 0, null, 9]))).toBeNull();
	});
});
