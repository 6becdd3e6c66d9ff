// Is no more read than fits, is that said, and does one that fits again come in?
import { expect, test } from "vitest";
import { groupsMax, openBounds } from "./bounds.ts";

test("as many streams as fit are let in, and how many are not is told", () => {
	const bounds = openBounds();
	bounds.begin();
	expect(bounds.admits(9_999)).toBe(true);
	for (let i = 0; i < 7; i++) expect(bounds.admits(10_000)).toBe(false);
	expect(bounds.trouble(1)).toMatchObject({
		code: "too much",
		detail: expect.stringContaining("7 streams are left out"),
	});
	// Another walk found room for all.
	bounds.begin();
	expect(bounds.admits(10)).toBe(true);
	expect(bounds.trouble(2)).toBeNull();
});

test("streams without room among the groups are counted, and no others come in until there is room", () => {
	const bounds = openBounds();
	bounds.begin();
	expect(bounds.trouble(1)).toBeNull();
	bounds.weigh(groupsMax + 1, 3);
	expect(bounds.trouble(1)?.detail).toContain("3 streams");
	// The walk in which they were found has ended since.
	expect(bounds.trouble(2)?.detail).toContain("3 streams");
	bounds.weigh(groupsMax - 1, 0);
	expect(bounds.admits(10)).toBe(false);
	bounds.weigh(groupsMax / 2, 0);
	expect(bounds.admits(10)).toBe(true);
});
