// Where is each of the twenty-five attacks tried? By number, file and title, as SECURITY.md shows it.
import { expect, test } from "vitest";
import { attacks } from "./architecture-attacks.ts";
import {
	filesOf,
	lostFrom,
	namedAfter,
	shownIn,
} from "./architecture-proofs.ts";

test("each of the twenty-five is tried", () => {
	const numbers = Array.from({ length: 25 }, (_, n) => n + 1);
	expect([...attacks.keys()]).toEqual(numbers);
});

test.each([...attacks])(
	"T%i: what tries it is there, under these titles",
	(_, proofs) => {
		expect(lostFrom(proofs)).toEqual([]);
	},
);

test("every file that is named after an attack stands under its number", () => {
	const named = namedAfter("t");
	expect(named.length).toBeGreaterThan(8);
	const lost = named.filter(
		([number, file]) => !attacks.get(number)?.some(([at]) => at === file),
	);
	expect(lost).toEqual([]);
});

test("SECURITY.md shows each with its files", () => {
	expect(shownIn("SECURITY.md", "T")).toEqual(filesOf(attacks));
});
