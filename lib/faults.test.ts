// Where is each fault tried? By number, file and title, as RELIABILITY.md shows it.
import { expect, test } from "vitest";
import { faults } from "./architecture-faults.ts";
import {
	filesOf,
	lostFrom,
	namedAfter,
	shownIn,
} from "./architecture-proofs.ts";

test("each fault that one collector over one store can meet is tried", () => {
	const numbers = Array.from({ length: 19 }, (_, n) => n + 1);
	expect(numbers.filter((number) => !faults.has(number))).toEqual([]);
});

test.each([...faults])(
	"X%i: what tries it is there, under these titles",
	(_, proofs) => {
		expect(lostFrom(proofs)).toEqual([]);
	},
);

test("every file that is named after a fault stands under its number", () => {
	const lost = namedAfter("x").filter(
		([number, file]) => !faults.get(number)?.some(([at]) => at === file),
	);
	expect(lost).toEqual([]);
});

test("RELIABILITY.md shows each with its files", () => {
	expect(shownIn("RELIABILITY.md", "X")).toEqual(filesOf(faults));
});
