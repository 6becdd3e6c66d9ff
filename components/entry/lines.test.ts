// Do the lines to copy hold a variable where the password would stand?
import { expect, test } from "vitest";
import { linesFor, linesOf, nameFrom, withoutSecret } from "./lines.ts";

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

test.each([
	["orders eu", "orders-eu"],
	["  ./secret: {x} ", "secret-x"],
	["", "store"],
	["한글", "store"],
])("%j becomes a name that a file takes", (typed, name) => {
	expect(nameFrom(typed, "store")).toBe(name);
});

test("an address that wants a sign-in gets a place for one, and one that has it keeps its own", () => {
	const lines = (address: string) =>
		linesOf({ name: "jobs", address, wantsSignIn: true });
	expect(lines(" store://b:2 ")).toBe(
		`brokers:\n  jobs: store://user:\${JOBS_PASSWORD}@b:2`,
	);
	expect(lines(`store://me:\${MINE}@b:2`)).toBe(
		`brokers:\n  jobs: store://me:\${MINE}@b:2`,
	);
});
