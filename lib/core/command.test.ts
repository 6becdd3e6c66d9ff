// Does a command reach its program as it was meant, whatever a channel or a group is called?
import { execFileSync } from "node:child_process";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { commandOf } from "./command.ts";

const words = ["tool", "--at", "{hosts:9092}", "--of={group}", "{channel}"];
const it = {
	channel: "orders",
	group: "billing",
	address: "log://a:1,b/0",
};

test("names and places stand where they belong", () => {
	expect(commandOf(words, it)).toBe(
		"tool --at a:1,b:9092 --of=billing orders".replace(
			"--of=billing",
			"'--of=billing'",
		),
	);
	expect(commandOf(["tool", "-u", "{url}"], it)).toBe("tool -u log://a:1/0");
});

test("one command may follow another, and a name that ends one is only a name", () => {
	const two = ["tool", "{channel}", ";", "tool", "{group}"];
	expect(commandOf(two, it)).toBe("tool orders ; tool billing");
	expect(commandOf(two, { ...it, channel: ";" })).toBe(
		"tool ';' ; tool billing",
	);
});

test("what looks like a place in a name is none", () => {
	const odd = { ...it, channel: "{group}", group: "{channel}" };
	expect(commandOf(["{channel}", "{group}"], odd)).toBe(
		"'{group}' '{channel}'",
	);
});

test.each([
	["a channel nobody reads as a group", { group: null }],
	["a name that a terminal would obey", { channel: "a\u001b[2J" }],
	["a name with a line of its own", { channel: "a\nrm" }],
	["a name that turns what follows around", { channel: "a\u202eb" }],
	["a name that is shown escaped", { channel: "a\\xffb" }],
	["an address that is none", { address: "" }],
])("there is no command for %s", (_, odd) => {
	expect(commandOf(words, { ...it, ...odd })).toBeNull();
});

test("there is no address for whoever only knows where the broker is", () => {
	const asked = { ...it, address: "log+sentinel://a:1" };
	expect(commandOf(["{url}"], asked)).toBeNull();
});

describe("a shell", () => {
	const nasty = fc.oneof(
		fc.string({ unit: "grapheme" }),
		fc.string({
			unit: fc.constantFrom(..."'\"\\$`!*?[]{}()<>|&;#~ =-\t%\u00e9\uac00"),
		}),
	);

	test("hands every name on as it is", () => {
		const names = fc.sample(nasty, { numRuns: 600, seed: 20_261_121 });
		const told = names.flatMap((channel) => {
			const command = commandOf(["{channel}"], { ...it, channel });
			return command === null ? [] : [{ channel, command }];
		});
		expect(told.length).toBeGreaterThan(400);
		const line = `printf '%s\\0' ${told.map(({ command }) => command).join(" ")}`;
		const heard = execFileSync("sh", ["-c", line], { encoding: "utf8" });
		expect(heard.split("\0").slice(0, -1)).toEqual(
			told.map(({ channel }) => channel),
		);
	});
});
