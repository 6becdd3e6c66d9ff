// Is what differs between the names of a family visible, and nothing else taken for a difference?
import fc from "fast-check";
import { expect, test } from "vitest";
import { workMs } from "#world/work-ms.ts";
import { familyName, type NamePart } from "./family-name.ts";

const drawn = (parts: readonly NamePart[]) =>
	parts
		.map((it) => (typeof it === "string" ? it : `<${it.from}…${it.to}>`))
		.join("");

test.each([
	["by number and not by letter", ["s:9", "s:10", "s:0"], "s:<0…10>"],
	["never in the middle of a number", ["s:10", "s:19"], "s:<10…19>"],
	[
		"each number by itself",
		["t:7:s:0", "t:7:s:31", "t:8:s:2"],
		"t:<7…8>:s:<0…31>",
	],
	[
		"what all share stays",
		["log:2026-01-02", "log:2026-02-03"],
		"log:2026-<01…02>-<02…03>",
	],
	[
		"hash tags by their words",
		["{bob}:events", "{ann}:events", "{anna}:events"],
		"{<ann…bob>}:events",
	],
	["a tag in the middle", ["a:{x}:1", "a:{yy}:2"], "a:{<x}:1…yy}:2>"],
	["leading zeros are shown", ["p-007", "p-7"], "p-<007…7>"],
	[
		"numbers no program could count to",
		[`a${"9".repeat(400)}`, "a1"],
		`a<1…${"9".repeat(400)}>`,
	],
	["numbers among words by their letters", ["12", "1a", "2"], "<12…2>"],
	["a single name is itself", ["orders:7"], "orders:7"],
	[
		"half a character is never cut off",
		["\u{1f600}x", "\u{1f601}x"],
		"<\u{1f600}x…\u{1f601}x>",
	],
])("%s", (_, names, name) => {
	expect(drawn(familyName(names))).toBe(name);
	expect(drawn(familyName(names.toReversed()))).toBe(name);
});

test("every name begins and ends as the name of all says", () => {
	const names = fc.array(fc.string({ unit: fc.constantFrom(..."ab1 2{}:") }), {
		minLength: 2,
	});
	fc.assert(
		fc.property(names, (all) => {
			const parts = familyName(all);
			const [first, last] = [parts.at(0) ?? "", parts.at(-1) ?? ""];
			for (const name of all) {
				if (typeof first === "string")
					expect(name.startsWith(first)).toBe(true);
				if (typeof last === "string") expect(name.endsWith(last)).toBe(true);
			}
		}),
	);
});

test("names as long as a broker allows cost little to read", async () => {
	const long = (end: string) => `${"a1".repeat(16_000)}${end}`;
	const names = [long("x"), long("y"), long("{z}")];
	expect(await workMs(() => familyName(names))).toBeLessThan(2_000);
});
