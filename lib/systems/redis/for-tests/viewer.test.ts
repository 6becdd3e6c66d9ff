// Do our documents ask for the rights that the tests prove to be enough?
import { expect, test } from "vitest";
import { typedIn } from "#lib/for-tests-documents.ts";
import { operatorOf, viewerOf } from "./viewer.ts";

const written = (rules: readonly string[]) => [
	`ACL SETUSER tidemark ${rules.join(" ").replace(">pass", ">a-password")}`,
];

test("the users of the documents are those of the tests: who reads, and who cleans up", () => {
	const documented = typedIn("docs/connecting.md", "ACL SETUSER ");
	expect(documented).toEqual(
		[viewerOf, operatorOf].map((of) => written(of("8.0.2"))),
	);
	expect(viewerOf("7.0.15")).not.toContain("+client|setinfo");
	expect(viewerOf("6.2.14")).toContain("~*");
});
