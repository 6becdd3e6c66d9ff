// Which key was meant, on whatever layout it was pressed?
import { expect, test } from "vitest";
import { keyTable } from "./key-table.ts";
import { isCharacter, pressOf } from "./keys.ts";

const plain = { shiftKey: false, ctrlKey: false, metaKey: false };

test.each([
	["a Latin letter", { key: "j", code: "KeyJ" }, "j"],
	["a letter where another layout has it", { key: "j", code: "KeyC" }, "j"],
	["a jamo", { key: "ㅓ", code: "KeyJ" }, "j"],
	["what an input method swallows", { key: "Process", code: "KeyL" }, "l"],
	["a Cyrillic letter", { key: "к", code: "KeyR" }, "r"],
	["a slash", { key: "/", code: "Slash" }, "/"],
	["a question mark", { key: "?", code: "Slash", shiftKey: true }, "?"],
	[
		"a question mark where it is no Latin sign",
		{ key: "？", code: "Slash", shiftKey: true },
		"?",
	],
	["a digit", { key: "1", code: "Digit1" }, "1"],
	["a digit of another script", { key: "١", code: "Digit1" }, "1"],
	["a shifted letter", { key: "ㅃ", code: "KeyQ", shiftKey: true }, "Q"],
	["a key with a name", { key: "Escape", code: "Escape" }, "Escape"],
	["with Control", { key: "k", code: "KeyK", ctrlKey: true }, "Ctrl K"],
	["with Command", { key: "k", code: "KeyK", metaKey: true }, "Ctrl K"],
	[
		"with Control, Korean",
		{ key: "ㅏ", code: "KeyK", ctrlKey: true },
		"Ctrl K",
	],
	["a sign we have no key for", { key: "ㅓ", code: "Backquote" }, "ㅓ"],
])("%s", (_, event, press) => {
	expect(pressOf({ ...plain, ...event })).toBe(press);
});

test("no two rows of the table want the same key", () => {
	const presses = keyTable.flatMap(({ presses }) => [...presses]);
	expect(new Set(presses).size).toBe(presses.length);
});

test("what can be switched off are the single characters and pairs of them", () => {
	const characters = keyTable
		.flatMap(({ presses }): readonly string[] => presses)
		.filter(isCharacter);
	expect(characters).toEqual([
		...["g b", "g a", "g h", "g p", "g w", "l", "r", "t", "?", "j", "k", "/"],
		...["1", "2", "3", "4", "5", "6", "7", "a", "c", "x", "m", "u"],
	]);
});
