// Does the board keep its rows while a filter is half typed?
import { expect, test } from "vitest";
import { understood } from "./use-understood.ts";

test("a filter that can be understood is asked for", () => {
	expect(understood("verdict:slow", "")).toEqual({
		filter: "verdict:slow",
		mistake: null,
	});
});

test("one that cannot leaves the rows of the last that could, and says where it is wrong", () => {
	const it = understood("group:pay vedict:slow", "group:pay");
	expect(it.filter).toBe("group:pay");
	expect(it.mistake?.key).toBe("filter unknown key");
	expect(it.mistake?.values.at).toBe(10);
});
