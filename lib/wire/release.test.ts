// Does a page learn that it is of an older release, and only then?
import { expect, test } from "vitest";
import { newerThan, noteRelease } from "./release.ts";

test("a page is old only once another build has answered", () => {
	expect(newerThan("a")).toBeNull();
	noteRelease(new Headers({ "tidemark-build": "a" }));
	expect(newerThan("a")).toBeNull();
	noteRelease(new Headers());
	expect(newerThan("a")).toBeNull();
	noteRelease(new Headers({ "tidemark-build": "b" }));
	expect(newerThan("a")).toBe("b");
	expect(newerThan("b")).toBeNull();
	expect(newerThan(undefined)).toBeNull();
});
