// Do the lines to copy hold a variable where the password would stand?
import { expect, test } from "vitest";
import { linesFor, withoutSecret } from "./lines.ts";

test("a password becomes the name of a variable", () => {
	const system = {
		name: "store",
		example: "store://user:password@host:6379/0",
	};
	expect(withoutSecret(system)).toBe(
		`store://user:\${STORE_PASSWORD}@host:6379/0`,
	);
});

test("an address without a password stays as it is", () => {
	const system = { name: "log", example: "log://broker-1:9092,broker-2:9092" };
	expect(withoutSecret(system)).toBe(system.example);
});

test("each system gets one line under a name", () => {
	const systems = [
		{ name: "log", example: "log://a:1" },
		{ name: "store", example: "store://b:2" },
	];
	expect(linesFor(systems)).toBe(
		"brokers:\n  my-log: log://a:1\n  my-store: store://b:2",
	);
});
