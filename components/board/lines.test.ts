// Does each line stand where it belongs: rows under the fold they lie in, and the tide where the calm begins?
import { describe, expect, test } from "vitest";
import { type Open, openRows } from "#lib/wire/open.ts";
import type { Entry } from "./entries.ts";
import { entryOf, foldOf, rowOf } from "./for-tests.ts";
import { type Line, lineAt } from "./lines.ts";
import { countOf } from "./places.ts";
import { openedIn } from "./use-places.ts";

const letterOf = (line: Line): string => {
	switch (line.is) {
		case "tide":
			return "~";
		case "row":
			return line.inside === null ? line.row.verdict.charAt(0) : "r";
		case "fold":
			return line.open ? "V" : ">";
		case "waits":
			return ".";
		case "more":
			return "+";
		case "comes":
			return "?";
	}
};

function linesFor(
	entries: readonly Entry[],
	it: {
		readonly open?: readonly Open[];
		readonly tide?: number;
		readonly offset?: number;
		readonly lines?: number;
	} = {},
): readonly Line[] {
	const { open = [], tide = -1, offset = 0, lines = entries.length } = it;
	const part = { question: "", offset, entries, open, lines, tide };
	const opened = [...openedIn(part, new Map()).values()];
	const places = { entries: lines, opened, tide };
	return Array.from({ length: countOf(places) }, (_, index) =>
		lineAt(places, part, index),
	);
}

const letters = (lines: readonly Line[]) => lines.map(letterOf).join("");
const slow = (...ids: string[]) =>
	ids.map((id) => entryOf(rowOf({ id, verdict: "slow" })));

test("the tide stands where it is told to, and what has not come is on its way", () => {
	expect(letters(linesFor(slow("a", "b"), { tide: 1 }))).toBe("s~s");
	const some = { offset: 2, lines: 6, tide: 3 };
	expect(letters(linesFor(slow("a", "b"), some))).toBe("??s~s??");
});

describe("a fold", () => {
	const rows = ["x", "y"].map((id) => rowOf({ id }));
	const fold = foldOf({ id: "f", rows: 2 });
	const usual = { id: "f", limit: openRows.usual };
	const drawn = (inside: typeof rows | null, open: readonly Open[], of = 2) => {
		const entry = {
			...entryOf(rowOf({ verdict: "slow" })),
			id: "f",
			fold: { ...fold, rows: of },
			inside,
		};
		return linesFor([entry, ...slow("z")], { open });
	};

	test("that is closed is one line, also while its rows are still here", () => {
		expect(letters(drawn(null, []))).toBe(">s");
		expect(letters(drawn(rows, []))).toBe(">s");
	});

	test("that is open says that its rows are on their way, and then has them under it", () => {
		expect(letters(drawn(null, [usual]))).toBe("V.s");
		expect(letters(drawn(rows, [usual]))).toBe("Vrrs");
	});

	test("of hundreds shows some, and says how many are left", () => {
		const lines = drawn(rows, [usual], 700);
		expect(letters(lines)).toBe("Vrr+s");
		expect(lines[3]).toMatchObject({ left: 698, canAsk: true });
		const most = drawn(rows, [{ id: "f", limit: openRows.max }], 700);
		expect(most[3]).toMatchObject({ left: 698, canAsk: false });
	});

	test("counts its open rows among the places of the table", () => {
		const lines = drawn(rows, [usual], 700);
		const places = lines.map((line) => (line.is === "tide" ? null : line.at));
		expect(places).toEqual([0, 1, 2, 3, 4]);
	});
});
