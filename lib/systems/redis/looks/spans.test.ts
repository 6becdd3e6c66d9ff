// Do a few entries of each place stand for all of them? On ids made up, asked as a server would be.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { placesBetween } from "./places.ts";
import {
	firstSpans,
	inOrder,
	nextSpans,
	type Piece,
	rounds,
	type Span,
	weightsOf,
} from "./spans.ts";

const rowsAPlace = 20;

type Found = Piece & { readonly rows: readonly bigint[] };
const endOf = (places: readonly bigint[]) => (places.at(-1) ?? 0n) + 1n;

/** Places in order, as ids of one each would lie. */
function surveyed(places: readonly bigint[]): readonly Found[] {
	const lookAt = ({ from, to }: Span): Found => {
		const start = firstAtLeast(places, from);
		const rows = places
			.slice(start, start + rowsAPlace)
			.filter((place) => place < to);
		const last = rows.at(-1) ?? null;
		const until = rows.length < rowsAPlace || last === null ? to : last + 1n;
		const first = rows[0] ?? null;
		return { from, to: until, rows, met: rows.length, first, last };
	};
	const end = endOf(places);
	let found = firstSpans({ from: places[0] ?? 0n, to: end }).map(lookAt);
	for (let i = 0; i < rounds; i++)
		found = inOrder([...found, ...nextSpans(found, end).map(lookAt)]);
	return found;
}

function firstAtLeast(places: readonly bigint[], from: bigint): number {
	let [low, high] = [0, places.length];
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((places[middle] ?? 0n) < from) low = middle + 1;
		else high = middle;
	}
	return low;
}

function shareBelow(places: readonly bigint[], edge: bigint): number {
	const found = surveyed(places);
	const weights = weightsOf(found, endOf(places), places.length);
	const weighed = found.map(({ rows }, i) => {
		const below = rows.filter((place) => place < edge).length;
		return rows.length === 0 ? 0 : ((weights[i] ?? 0) * below) / rows.length;
	});
	return (100 * sum(weighed)) / places.length;
}
const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);

const even = (n: number, apart: bigint, from = 0n) =>
	Array.from({ length: n }, (_, i) => from + BigInt(i) * apart);

describe("a fifth that is old is seen as about a fifth", () => {
	test.each([
		["written evenly", even(200_000, 5n), 40_000],
		[
			"nine tenths written within a hundredth of the time",
			[...even(20_000, 50n), ...even(180_000, 1n, 1_000_000n)],
			40_000,
		],
		[
			"the old ones written in one rush long before",
			[...even(40_000, 1n), ...even(160_000, 10n, 90_000_000n)],
			40_000,
		],
		[
			"written in rushes with nothing in between",
			Array.from({ length: 50 }, (_, i) =>
				even(4_000, 2n, BigInt(i) * 400_000n),
			).flat(),
			40_000,
		],
	] as const)("%s", (_title, places, old) => {
		const share = shareBelow(places, places[old] ?? 0n);
		expect(Math.abs(share - 20)).toBeLessThan(5);
	});

	test("and a few thousand entries are enough for it", () => {
		const found = surveyed(even(1_000_000, 7n));
		expect(sum(found.map(({ met }) => met))).toBeLessThan(3_300);
	});
});

describe("whatever is held", () => {
	const gaps = fc.array(fc.integer({ min: 1, max: 10_000 }), {
		...{ minLength: 1, maxLength: 1_000, size: "max" as const },
	});
	const placesOf = (all: readonly number[]) => {
		let at = 0;
		return all.map((gap) => {
			at += gap;
			return BigInt(at);
		});
	};
	// A failure prints its seed.
	const holds = (
		check: (places: readonly bigint[], found: readonly Found[]) => void,
	) =>
		fc.assert(
			fc.property(gaps, (all) => {
				const places = placesOf(all);
				check(places, surveyed(places));
			}),
			{ numRuns: 50, endOnFailure: true },
		);

	test("no entry is met twice, and no piece lies over another", () => {
		holds((places, found) => {
			expect(found[0]?.from).toBe(places[0]);
			for (const [i, { from, to }] of found.entries()) {
				expect(from < to).toBe(true);
				expect(to <= (found[i + 1]?.from ?? endOf(places))).toBe(true);
			}
			const met = found.flatMap(({ rows }) => rows);
			expect(new Set(met).size).toBe(met.length);
		});
	});

	test("weights are never negative, and together they are what is held", () => {
		holds((places, found) => {
			const weights = weightsOf(found, endOf(places), places.length);
			for (const weight of weights) expect(weight).toBeGreaterThanOrEqual(0);
			expect(sum(weights)).toBeCloseTo(places.length, 3);
		});
	});

	test("a piece stands for no fewer than were met in it", () => {
		holds((places, found) => {
			const weights = weightsOf(found, endOf(places), places.length);
			for (const [i, { met }] of found.entries())
				expect(weights[i]).toBeGreaterThanOrEqual(met);
		});
	});
});

describe("a place", () => {
	const max = "18446744073709551615";
	test.each([
		["the first of its millisecond", "5-0", "5-0"],
		["a later one lies at the same place", "5-77", "5-0"],
		["the largest id there can be", `${max}-${max}`, `${max}-0`],
	])("of long times is a millisecond: %s", (_title, id, start) => {
		const places = placesBetween("1-0", `${max}-0`, 1_000_000);
		expect(places.idAt(places.placeOf(id))).toBe(start);
	});

	test.each(["7-0", "7-1", "7-999", "9-3"])(
		"of a few milliseconds is an id of its own: %s",
		(id) => {
			const places = placesBetween("7-0", "9-999", 3_000);
			expect(places.areCoarse).toBe(false);
			expect(places.idAt(places.placeOf(id))).toBe(id);
		},
	);

	test("order among ids is order among places", () => {
		const part = fc.nat({ max: 3_000 });
		const id = fc.tuple(part, part);
		fc.assert(
			fc.property(id, id, fc.nat(100_000), (a, b, total) => {
				const isBefore = a[0] < b[0] || (a[0] === b[0] && a[1] < b[1]);
				const [first, last] = isBefore ? [a, b] : [b, a];
				const places = placesBetween(first.join("-"), last.join("-"), total);
				const firstPlace = places.placeOf(first.join("-"));
				expect(firstPlace <= places.placeOf(last.join("-"))).toBe(true);
			}),
		);
	});
});
