// Is who reads remembered from list to list, and who bears which name?
import { describe, expect, test } from "vitest";
import { clientsOf } from "./clients.ts";
import { splitsOf } from "./connection-name.ts";
import { openConnections } from "./connections.ts";

const line = (id: number, over: Record<string, string | number> = {}) =>
	Object.entries({
		...{ id, addr: `10.0.0.1:${id}`, laddr: "10.0.0.2:6379", fd: 8 },
		...{ name: "", age: 3, idle: 0, flags: "N", db: 0, sub: 0, psub: 0 },
		...{ cmd: "get", user: "default", resp: 2, ...over },
	})
		.map(([field, value]) => `${field}=${value}`)
		.join(" ");

const waiting = { cmd: "xreadgroup", flags: "b" };
const settledMs = 10_000;

/** Lists one after another, five seconds apart. */
function heard(...lists: readonly (readonly string[])[]) {
	const connections = openConnections(0);
	lists.forEach((lines, i) => {
		const clients = clientsOf(`${lines.join("\n")}\n`);
		connections.hear(clients, i * 5000, settledMs);
	});
	const last = connections.last();
	if (last === null) throw new Error("No list");
	return last;
}

describe("a list of connections", () => {
	test.each([
		["a replica", { flags: "S" }, 0],
		["a monitor", { flags: "O" }, 0],
		["one that only listens", { flags: "P" }, 0],
		["a listener that may do other things", { flags: "P", resp: 3 }, 1],
		["a console like this one", { name: "tidemark" }, 0],
		["anybody else", {}, 1],
		["one that waits", waiting, 1],
	])("%s counts as %#", (_, over, count) => {
		expect(clientsOf(line(3, over))).toHaveLength(count);
	});

	test("fields are read wherever they stand, and an empty list is empty", () => {
		expect(clientsOf("")).toEqual([]);
		expect(clientsOf(line(7, { ...waiting, name: "tm:g:m", db: 4 }))).toEqual([
			{
				...{ id: 7, address: "10.0.0.1:7", name: "tm:g:m", database: 4 },
				ageMs: 3000,
				...{ command: "xreadgroup", isBlocked: true },
			},
		]);
	});
});

describe("what is remembered", () => {
	test("a busy reader is one that was seen to read before", () => {
		const { readers } = heard([line(1, waiting)], [line(1, { cmd: "set" })]);
		expect(readers).toBe(1);
	});

	test("whoever is new may yet be a reader, until it was watched for long enough", () => {
		const page = line(9);
		expect(heard([page]).undecided).toBe(1);
		expect(heard([page], [page]).undecided).toBe(1);
		expect(heard([page], [page], [page])).toMatchObject({
			...{ readers: 0, undecided: 0, count: 1 },
		});
	});

	test("two lists are too few to rule it out, however long ago the first was", () => {
		const connections = openConnections(0);
		const undecided = [0, 60_000, 120_000].map((atMs) => {
			connections.hear(clientsOf(line(9)), atMs, settledMs);
			return connections.last()?.undecided;
		});
		expect(undecided).toEqual([1, 1, 0]);
	});

	test("a reader of another database is none of ours", () => {
		expect(heard([line(1, { ...waiting, db: 3 })])).toMatchObject({
			...{ readers: 0, undecided: 0, count: 1 },
		});
	});

	test("a name is kept while its connection is missing, with how often", () => {
		const named = line(1, { ...waiting, name: "tm:g:m" });
		const other = line(2);
		const { named: names, readers } = heard([named], [other], [other]);
		expect(names.get("tm:g:m")).toMatchObject({
			...{ missed: 2, isWaiting: false, seenMs: 0, missingMs: 5000 },
		});
		expect(readers).toBe(0);
	});

	test("a name that returns on another connection was never gone", () => {
		const named = (id: number) => line(id, { ...waiting, name: "tm:g:m" });
		const { named: names } = heard([named(1)], [line(2)], [named(3)]);
		expect(names.get("tm:g:m")?.missed).toBe(0);
	});

	test("of two connections with one name, one that waits is enough", () => {
		const busy = line(2, { name: "tm:g:m" });
		for (const pair of [
			[line(1, { ...waiting, name: "tm:g:m" }), busy],
			[busy, line(3, { ...waiting, name: "tm:g:m" })],
		])
			expect(heard(pair).named.get("tm:g:m")?.isWaiting).toBe(true);
	});

	test("a name on a connection that never read is no member that waits", () => {
		const { meant } = heard([line(1, { name: "tm:g:m", cmd: "hello" })]);
		expect(meant.size).toBe(0);
	});

	test("nobody is there only when two lists running say so", () => {
		expect(heard([]).desertedMs).toBeNull();
		expect(heard([line(1)], [], [], []).desertedMs).toBe(5000);
		expect(heard([], [], [line(1)]).desertedMs).toBeNull();
		expect(heard([], [line(1)], []).desertedMs).toBeNull();
	});

	test("who waits since when is told by the youngest of those who wait", () => {
		const old = line(1, { ...waiting, age: 900 });
		const young = line(2, { ...waiting, age: 2 });
		const page = line(3, { age: 0 });
		expect(heard([page], [old, young, page]).waiterMadeMs).toBe(3000);
		expect(heard([page]).waiterMadeMs).toBeNull();
	});

	test("whoever could have read since the list before counts, also those already gone", () => {
		const { couldRead, beforeMs } = heard(
			[line(1, waiting), line(2)],
			[line(1, waiting), line(7)],
		);
		expect([couldRead, beforeMs]).toEqual([7, 0]);
	});
});

test.each([
	["tm:g:m", ["g|m"]],
	["tm:a:b:c", ["a|b:c", "a:b|c"]],
	["tm:g:", []],
	["tm::m", []],
	["worker", []],
])("the name %s can mean %j", (name, meant) => {
	const splits = splitsOf(name).map(
		({ group, member }) => `${group}|${member}`,
	);
	expect(splits).toEqual(meant);
});
