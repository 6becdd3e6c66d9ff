// Which streams belong together by name, and which merely look alike?
import { expect, test } from "vitest";
import { familiesOf } from "./family.ts";

const patternsOf = (names: readonly string[]) => {
	const families = familiesOf(names);
	return names.map((name) => families.get(name) ?? null);
};
const all = (names: readonly string[], pattern: string) =>
	names.map(() => pattern);

test.each([
	["a number", ["orders:stream:1", "orders:stream:27"], "orders:stream:*"],
	["a number with zeros", ["orders-001", "orders-1"], "orders-*"],
	["a hash tag", ["{ann}:events", "{bob}:events"], "{*}:events"],
	["a numbered hash tag", ["{shard0}:jobs", "{shard1}:jobs"], "{shard*}:jobs"],
	["a tag behind the name", ["orders:{0}", "orders:{1}"], "orders:{*}"],
	["a day", ["log:2026-11-20", "log:2026-11-21"], "log:*-*-*"],
	["one of several numbers", ["7:jobs:1", "7:jobs:2"], "*:jobs:*"],
	["several numbers", ["log:2026-01-02", "log:2025-02-03"], "log:*-*-*"],
	["a number inside a word", ["orders:v1", "orders:v2"], "orders:v*"],
])("streams that differ by %s are one family", (_, names, pattern) => {
	expect(patternsOf(names)).toEqual(all(names, pattern));
	expect(familiesOf([...names, "alone", "alone:9"]).size).toBe(names.length);
});

test.each([
	["a number that no other stream differs by", ["orders:v2", "payments"]],
	[
		"numbers in words that differ",
		["s3:uploads", "s3:downloads", "ec2:uploads"],
	],
	["names that differ by a word", ["orders:eu", "orders:us"]],
	["an empty hash tag", ["{}:events", "{}events"]],
	["a name and the same name without its number", ["orders", "orders:1"]],
	["as many numbers, but in other places", ["1:orders", "orders:1"]],
	["more numbers", ["log:2026-11", "log:2026-11-21"]],
	["upper and lower case", ["Orders:1", "orders:2"]],
	["a star that stands in the name itself", ["orders:*", "orders:1"]],
])("%s makes no family", (_, names) => {
	expect(familiesOf(names).size).toBe(0);
});

test("a word in a hash tag that names the stream keeps two streams apart", () => {
	const orders = ["{orders}:0", "{orders}:1"];
	const payments = ["{payments}:0", "{payments}:1"];
	expect(patternsOf([...orders, ...payments])).toEqual([
		...all(orders, "{orders}:*"),
		...all(payments, "{payments}:*"),
	]);
});

test("words bring thousands of names together with no other, and numbers only their own", () => {
	const wordOf = (n: number) =>
		[...String(n)].map((digit) => String.fromCharCode(97 + Number(digit)));
	const names = Array.from(
		{ length: 5_000 },
		(_, n) => `job:${wordOf(n).join("")}`,
	);
	expect(familiesOf(names).size).toBe(0);
	const numbered = names.flatMap((name) => [`${name}:0`, `${name}:1`]);
	expect(new Set(familiesOf(numbered).values()).size).toBe(5_000);
});
