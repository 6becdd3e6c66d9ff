// Do our documents ask for the rights that the tests prove to be enough?
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { viewerOf } from "./viewer.ts";

test("the README's user is the one of the tests", () => {
	const root = join(import.meta.dirname, "..", "..", "..", "..");
	const rules = viewerOf("8.0.2").join(" ").replace(">pass", ">a-password");
	expect(readFileSync(join(root, "README.md"), "utf8")).toContain(
		`ACL SETUSER tidemark ${rules}\n`,
	);
	expect(viewerOf("7.0.15")).not.toContain("+client|setinfo");
	expect(viewerOf("6.2.14")).toContain("~*");
});
