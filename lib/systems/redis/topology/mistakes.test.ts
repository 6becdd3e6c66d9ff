// Is each mistake in an address told, and what stands beside it understood?
import { expect, test } from "vitest";
import { parseAddress } from "../../address.ts";
import { configured } from "../connection/configured.ts";
import { mistakesIn } from "./mistakes.ts";
import { setIn } from "./sentinel.ts";

const mistakesOf = (text: string) => {
	const address = parseAddress(text);
	return address === null ? ["no address"] : mistakesIn(address);
};

test.each([
	"redis://host",
	"rediss://user:password@host:1/15",
	"redis://one:1,two:2",
	"redis://one:1,two/0",
	"redis+sentinel://one:26379,two/mymaster",
	"rediss+sentinel://user:password@one/mymaster/3",
])("%s is an address", (text) => {
	expect(mistakesOf(text)).toEqual([]);
});

test.each([
	["redis://host/mymaster", "no database number; write /0"],
	["redis://one,two/mymaster", "write redis+sentinel://"],
	["redis://one,two/3", "a cluster has no database but 0"],
	["redis+sentinel://one,two", "no name of a set"],
	["redis+sentinel://one/my%20master", "holds a space"],
	["redis+sentinel://one/mymaster/x", "write /mymaster/0"],
	["redis+sentinel://one/mymaster/0/1", "write /mymaster/0"],
	["redis+sentinel://one/mymaster?db=1", 'unknown option "db"'],
])("%s is a mistake", (text, said) => {
	expect(mistakesOf(text)).toEqual([expect.stringContaining(said)]);
});

test("name and number are told apart", () => {
	const address = parseAddress("redis+sentinel://one/mymaster/3");
	expect(address && setIn(address)).toEqual({
		...{ name: "mymaster", database: "3" },
	});
});

const settings = configured(() => null);

test("what stands beside an address is understood", () => {
	const found = settings.parse({
		sentinel: { password: "hush" },
		readFrom: "replica",
		nodes: { "10.0.0.7:6379": "cache-1:7001" },
	});
	expect(found).toMatchObject({
		readFrom: "replica",
		sentinel: { user: null },
	});
	expect(found.sentinel.password?.reveal()).toBe("hush");
	expect(JSON.stringify(found)).not.toContain("hush");
	expect(found.nodes?.get("10.0.0.7:6379")).toEqual({
		...{ host: "cache-1", port: 7001 },
	});
});

test.each([
	[{ readFrom: "anywhere" }, "write original or replica"],
	[{ nodes: "cache-1:7001" }, "one a line, for every node"],
	[{ nodes: { "10.0.0.7": "cache-1:7001" } }, "one a line, for every node"],
	[{ sentinel: { pasword: "hush" } }, "pasword"],
])("%j is a mistake", (given, said) => {
	expect(settings.safeParse(given).error?.message).toContain(said);
});
