// Is somebody called only when more fires than before, and only where they wanted it?
import { expect, test } from "vitest";
import { isCallOn, isMore } from "./calling.ts";

test.each([
	["what fires as the wall is opened calls nobody", null, 3, false],
	["one more calls", 3, 4, true],
	["the first calls", 0, 1, true],
	["as many as before call nobody", 3, 3, false],
	["fewer call nobody", 3, 1, false],
	["what is not known calls nobody", 3, null, false],
] as const)("%s", (_, before, now, calls) => {
	expect(isMore(before, now)).toBe(calls);
});

test("it is off until it was switched on", () => {
	expect(isCallOn("")).toBe(false);
	expect(isCallOn("tidemark-call=off")).toBe(false);
	expect(isCallOn("a=b; tidemark-call=on")).toBe(true);
});
