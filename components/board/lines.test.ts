// Does each line stand where it belongs: the tide where the calm begins, and rows under the fold they lie in?
import { describe, expect, test } from "vitest";
import { type Open, openRows } from "#lib/wire/board-request.ts";
import { entryOf, foldOf, rowOf } from "./for-tests.ts";
import { keyOf, type Line, linesOf, tideIn } from "./lines.ts";

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
	}
};

const seen = (verdicts: string, over: object = {}) => {
	const entries = [...verdicts].map((letter, i) =>
		entryOf(
			rowOf({ id: `${i}`, verdict: letter === "h" ? "healthy" : "slow" }),
		),
	);
	const healthy = verdicts.split("h").length - 1;
	const it = { entries, open: [], byGravity: true, healthy, from: 0, ...over };
	return linesOf({ ...it, tide: tideIn(it) })
		.map(letterOf)
		.join("");
};

test.each([
	["between the last unhealthy and the first healthy", "ssh", {}, "ss~h"],
	["at the top when all is well", "hh", {}, "~hh"],
	["nowhere when nothing is healthy", "ss", {}, "ss"],
	["nowhere when no line is wholly healthy", "ssh", { healthy: 0 }, "ssh"],
	["nowhere when another column sorts", "shs", { byGravity: false }, "shs"],
	["nowhere on a later page that begins calm", "hh", { from: 200 }, "hh"],
	["on a later page where the calm begins", "sh", { from: 200 }, "s~h"],
] as const)("the tide is %s", (_sentence, verdicts, over, drawn) => {
	expect(seen(verdicts, over)).toBe(drawn);
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
		const after = entryOf(rowOf({ id: "z", verdict: "slow" }));
		const entries = [entry, after];
		return linesOf({ entries, open, tide: -1, healthy: 0 });
	};
	const letters = (lines: readonly Line[]) => lines.map(letterOf).join("");

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

	test("counts its open rows among the places of the table, and each line has its own key", () => {
		const lines = drawn(rows, [usual], 700);
		const places = lines.map((line) => (line.is === "tide" ? null : line.at));
		expect(places).toEqual([0, 1, 2, 3, 4]);
		expect(new Set(lines.map(keyOf)).size).toBe(lines.length);
	});
});
