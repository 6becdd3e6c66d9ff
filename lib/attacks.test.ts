// Where is each of the twenty-five attacks tried? By number, file and title, as SECURITY.md shows it, and none can be lost by a new name.
import { expect, test } from "vitest";
import { attacks } from "./architecture-attacks.ts";
import { files, textOf } from "./architecture-tree.ts";

test("each of the twenty-five is tried", () => {
	const numbers = Array.from({ length: 25 }, (_, n) => n + 1);
	expect([...attacks.keys()]).toEqual(numbers);
});

test.each([...attacks])(
	"T%i: what tries it is there, under these titles",
	(_, proofs) => {
		const lost = proofs.flatMap(([file, ...titles]) =>
			files.includes(file)
				? titles
						.filter((title) => !textOf(file).includes(title))
						.map((title) => `${file}: ${title}`)
				: [file],
		);
		expect(lost).toEqual([]);
	},
);

test("every file that is named after an attack stands under its number", () => {
	const named = files.flatMap((file) => {
		const name = file.slice(file.lastIndexOf("/") + 1);
		const [numbers = ""] = /^(?:t\d+-)+/.exec(name) ?? [];
		return [...numbers.matchAll(/\d+/g)].map(
			([n]) => [Number(n), file] as const,
		);
	});
	expect(named.length).toBeGreaterThan(8);
	const lost = named.filter(
		([number, file]) => !attacks.get(number)?.some(([at]) => at === file),
	);
	expect(lost).toEqual([]);
});

test("SECURITY.md shows each with its files", () => {
	const rows = textOf("SECURITY.md").matchAll(
		/^\| T(\d+) \| [^|]+ \| ([^|]+) \|$/gm,
	);
	const shown = [...rows].map(([, number, cell = ""]) => [
		Number(number),
		[...cell.matchAll(/`([^`]+)`/g)].map(([, file]) => file),
	]);
	expect(shown).toEqual(
		[...attacks].map(([number, proofs]) => [
			number,
			proofs.map(([file]) => file),
		]),
	);
});
