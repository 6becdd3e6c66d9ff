// Does every place of the table have its line, and every line its place?
import { describe, expect, test } from "vitest";
import { countOf, linesOf, type Places, placeAt, placeOf } from "./places.ts";

/** `3` an entry, `3.1` the first line under it, `~` the tide. */
const drawn = (places: Places): string =>
	Array.from({ length: countOf(places) }, (_, place) => {
		const it = placeAt(places, place);
		if (it.is === "tide") return "~";
		return it.line === 0 ? `${it.entry}` : `${it.entry}.${it.line}`;
	}).join(" ");

const open = (at: number, extra: number) => ({ at, extra });

test.each([
	["rows alone", { entries: 3, opened: [], tide: -1 }, "0 1 2"],
	["the tide between", { entries: 3, opened: [], tide: 2 }, "0 1 ~ 2"],
	["the tide on top", { entries: 2, opened: [], tide: 0 }, "~ 0 1"],
	[
		"an open fold",
		{ entries: 3, opened: [open(1, 2)], tide: -1 },
		"0 1 1.1 1.2 2",
	],
	[
		"the tide under an open fold",
		{ entries: 3, opened: [open(0, 1), open(1, 1)], tide: 2 },
		"0 0.1 1 1.1 ~ 2",
	],
	[
		"an open fold under the tide",
		{ entries: 3, opened: [open(1, 2)], tide: 1 },
		"0 ~ 1 1.1 1.2 2",
	],
	["nothing", { entries: 0, opened: [], tide: -1 }, ""],
] as const)("%s", (_, places, lines) => {
	expect(drawn(places)).toBe(lines);
});

describe("with 10,000 entries, some open", () => {
	const places = { entries: 10_000, opened: [open(5, 30), open(7_000, 500)] };

	test.each([-1, 0, 5, 6, 7_000, 9_999])("the tide before %i", (tide) => {
		const all = { ...places, tide };
		for (let entry = 0; entry < all.entries; entry += 7) {
			const place = placeOf(all, entry);
			expect(placeAt(all, place)).toMatchObject({ entry, line: 0 });
		}
		expect(linesOf(all)).toBe(10_530);
		const numbers = Array.from({ length: countOf(all) }, (_, place) =>
			placeAt(all, place),
		).flatMap((it) => (it.is === "line" ? it.at : []));
		expect(numbers).toEqual(Array.from({ length: 10_530 }, (_, at) => at));
	});
});
