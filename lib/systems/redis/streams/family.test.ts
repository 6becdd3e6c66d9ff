// Which streams belong together by name?
import { expect, test } from "vitest";
import { familiesOf } from "./family.ts";

test.each([
	["a number", ["orders:stream:1", "orders:stream:27"], "orders:stream:*"],
	["a hash tag", ["{ann}:events", "{bob}:events"], "{*}:events"],
	["several numbers", ["log:2026-01-02", "log:2026-02-03"], "log:*-*-*"],
])("streams that differ by %s are one family", (_, names, pattern) => {
	const families = familiesOf([...names, "alone"]);
	expect(names.map((name) => families.get(name))).toEqual([pattern, pattern]);
	expect(families.has("alone")).toBe(false);
});

test.each([
	["a number that no other stream differs by", ["orders:v2", "payments"]],
	["names that differ by a word", ["orders:eu", "orders:us"]],
	["an empty hash tag", ["{}:events", "{}events"]],
])("%s makes no family", (_, names) => {
	expect(familiesOf(names).size).toBe(0);
});
