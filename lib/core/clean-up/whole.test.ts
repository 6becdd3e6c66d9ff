// Is the whole called what can be said of all of it, and unknown where any of it is?
import { expect, test } from "vitest";
import type { Ending } from "./outcome.ts";
import { endingOf } from "./whole.ts";

test.each<readonly [readonly Ending[], Ending]>([
	[["done"], "done"],
	[["done", "done"], "done"],
	[["done", "refused"], "partly done"],
	[["refused", "refused"], "refused"],
	[["failed", "refused"], "partly done"],
	[["partly done", "done"], "partly done"],
	[["done", "unknown", "refused"], "unknown"],
	[[], "refused"],
])("%j is %s", (endings, whole) => {
	expect(endingOf(endings)).toBe(whole);
});
