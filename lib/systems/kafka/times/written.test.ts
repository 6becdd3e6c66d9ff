// Is a message as old as the ends say, and no surer than they are?
import fc from "fast-check";
import { expect, test } from "vitest";
import { pairsMax, Written } from "./written.ts";

type Pair = readonly [atMs: number, end: number];

function written(saw: readonly Pair[], learned: readonly Pair[] = []) {
	const it = new Written(2);
	for (const [atMs, end] of saw) it.saw(1, atMs, end);
	for (const [atMs, end] of learned) it.learned(1, atMs, end);
	return it;
}

const none = Number.NaN;
const rows: readonly [string, Written, number, number][] = [
	["nobody knows without evidence", written([]), 5, none],
	[
		"a message before the first end is older than evidence",
		written([[1_000, 10]]),
		9,
		none,
	],
	[
		"what the first end shows as next came after it",
		written([[1_000, 10]]),
		10,
		1_000,
	],
	[
		"between two moments it lies where its offset lies between their ends",
		written([
			[1_000, 10],
			[2_000, 20],
		]),
		15,
		1_500,
	],
	[
		"what came after a rest came at its end, not at its beginning",
		written([
			[1_000, 10],
			[2_000, 10],
			[90_000, 10],
			[91_000, 20],
		]),
		10,
		90_000,
	],
	[
		"what came before a rest is not older for it",
		written([
			[1_000, 0],
			[2_000, 10],
			[3_000, 10],
			[90_000, 10],
		]),
		5,
		1_500,
	],
	[
		"a log that became shorter begins anew",
		written([
			[1_000, 100],
			[2_000, 200],
			[3_000, 7],
		]),
		150,
		3_000,
	],
	[
		"a clock that stepped back forgets what it said of the future",
		written([
			[1_000, 10],
			[9_000, 20],
			[2_000, 30],
		]),
		20,
		1_500,
	],
	[
		"older words go before",
		written(
			[[9_000, 90]],
			[
				[8_000, 50],
				[4_000, 50],
				[1_000, 20],
			],
		),
		20,
		1_000,
	],
	[
		"an older word that contradicts a newer one is not taken",
		written([[9_000, 90]], [[8_000, 91]]),
		90,
		9_000,
	],
];
test.each(rows)("%s", (_name, it, offset, expectedMs) => {
	expect(it.writtenMs(1, offset)).toEqual(expectedMs);
	expect(it.writtenMs(0, offset)).toBeNaN();
});

test("the pace of arrivals is that of the time asked for, or of what there is", () => {
	const it = written([
		[0, 0],
		[60_000, 600],
		[120_000, 600],
		[180_000, 1_800],
	]);
	expect(it.arrivals(1, 120_000)).toBe(20);
	expect(it.arrivals(1, 60_000)).toBe(10);
	expect(it.arrivals(1, -1)).toBe(10);
	expect(written([[5, 5]]).arrivals(1, 0)).toBeNaN();
});

test("what was known stays when partitions are added", () => {
	const grown = new Written(5, written([[1_000, 10]]));
	expect(grown.writtenMs(1, 10)).toBe(1_000);
	expect(grown.firstMs(4)).toBeNaN();
});

test("a day of steady arrivals is told within a twentieth from a row that never grows", () => {
	const it = new Written(1);
	const everyMs = 5_000;
	const ticks = 17_280;
	for (let tick = 0; tick < ticks; tick++)
		it.saw(0, tick * everyMs, tick * 50 + (tick % 7));
	const nowMs = ticks * everyMs;
	for (let tick = 1; tick < ticks - 10; tick += 97) {
		const age = nowMs - it.writtenMs(0, tick * 50 + (tick % 7));
		const off = Math.abs(age / (nowMs - tick * everyMs) - 1);
		expect(off, `${tick}`).toBeLessThan(0.05);
	}
});

test("a rest takes no room, however long it is watched", () => {
	const it = new Written(1);
	for (let tick = 0; tick < pairsMax - 3; tick++)
		it.saw(0, tick * 1_000 + (tick % 3) * 100, tick * tick);
	const before = Array.from({ length: 600 }, (_, at) => it.writtenMs(0, at));
	const end = (pairsMax - 4) ** 2;
	for (let tick = pairsMax; tick < 5_000; tick++) it.saw(0, tick * 1_000, end);
	const after = before.map((_, at) => it.writtenMs(0, at));
	expect(after).toEqual(before);
});

test("a rest of hours is remembered through any number of moments after it", () => {
	const it = new Written(1);
	it.saw(0, 0, 1_000);
	it.saw(0, 5 * 3_600_000, 1_000);
	for (let tick = 1; tick < 40 * pairsMax; tick++)
		it.saw(0, 5 * 3_600_000 + tick * 5_000, 1_000 + tick * tick);
	expect(it.writtenMs(0, 1_000)).toBeGreaterThan(4.9 * 3_600_000);
});

test("whatever was seen, later messages are never older, and none is from outside the evidence", () => {
	const step = fc.record({
		ms: fc.integer({ min: 1, max: 1e7 }),
		came: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 1e5 })),
	});
	fc.assert(
		fc.property(fc.array(step, { minLength: 1, maxLength: 200 }), (steps) => {
			const it = new Written(1);
			let atMs = 0;
			let end = 0;
			for (const { ms, came } of steps) {
				atMs += ms;
				end += came;
				it.saw(0, atMs, end);
			}
			let beforeMs = it.firstMs(0);
			for (let offset = 0; offset < end; offset += Math.ceil(end / 50)) {
				const ms = it.writtenMs(0, offset);
				if (Number.isNaN(ms)) continue;
				expect(ms).toBeGreaterThanOrEqual(beforeMs);
				expect(ms).toBeLessThanOrEqual(atMs);
				beforeMs = ms;
			}
		}),
	);
});
