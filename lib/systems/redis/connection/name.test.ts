// Do names that are no text come through and back as the bytes they are?
import fc from "fast-check";
import { expect, test } from "vitest";
import { sentName, shownName } from "./name.ts";

const bytesOf = (sent: string | Buffer) =>
	typeof sent === "string" ? Buffer.from(sent) : sent;

test.each([
	[
		"text stays as it is",
		Buffer.from("결제:알림\n__proto__"),
		"결제:알림\n__proto__",
	],
	["a lone backslash is text", Buffer.from("a\\b"), "a\\b"],
	["bytes that are not text are escaped", Buffer.from([0x61, 0xff]), "a\\xff"],
	["text that looks escaped is escaped", Buffer.from("a\\xff"), "a\\\\xff"],
	["a byte order mark is part of the name", Buffer.from("\ufeffa"), "\ufeffa"],
])("%s", (_, bytes, shown) => {
	expect(shownName(bytes)).toBe(shown);
});

test("every name leads back to its own bytes", () => {
	const piece = fc.oneof(
		fc.uint8Array({ maxLength: 4 }).map((it) => Buffer.from(it)),
		fc
			.constantFrom("\\", "\\x", "\\xff", "ff", "한")
			.map((it) => Buffer.from(it)),
	);
	fc.assert(
		fc.property(fc.array(piece, { maxLength: 6 }), (pieces) => {
			const bytes = Buffer.concat(pieces);
			expect(bytesOf(sentName(shownName(bytes))).equals(bytes)).toBe(true);
		}),
	);
});
