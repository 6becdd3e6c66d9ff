// Is what a cluster says of itself understood, and is nothing dialled that makes no sense?
import { expect, test } from "vitest";
import { slotOf } from "./slot.ts";
import { shardsMax, slotsShared, tableOf } from "./table.ts";

const asked = { host: "seed", port: 7000 };
const node = (host: string | null, port: unknown) => [host, port, "id", []];
const read = (reply: unknown) => tableOf(reply, asked, null);

test.each([
	["123456789", 12739],
	["foo", 12182],
	["{user1000}.following", 3443],
	["{user1000}.followers", 3443],
	["foo{}{bar}", 8363],
	["foo{{bar}}zap", slotOf("{bar")],
	["foo{bar}{zap}", slotOf("bar")],
])("the key %s lies in slot %i", (key, slot) => {
	expect(slotOf(key)).toBe(slot);
});

test("ranges of one server are put together, and copies beside it", () => {
	expect(
		read([
			[0, 99, node("a", 1), node("b", 2)],
			[200, 16_383, node("c", 3)],
			[100, 199, node("a", 1), node("b", 2)],
		]),
	).toEqual({
		isWhole: true,
		troubles: [],
		shards: [
			{
				place: { host: "a", port: 1 },
				copies: [{ host: "b", port: 2 }],
				ranges: [
					{ from: 0, to: 99 },
					{ from: 100, to: 199 },
				],
			},
			{
				place: { host: "c", port: 3 },
				copies: [],
				ranges: [{ from: 200, to: 16_383 }],
			},
		],
	});
});

test.each([null, ""])(
	"a server that does not know its own address (%j) lies where it was asked",
	(host) => {
		const table = read([[0, 16_383, node(host, 7001)]]);
		expect(table?.shards[0]?.place).toEqual({ host: "seed", port: 7001 });
	},
);

test("slots that nobody has are told, and the rest is read", () => {
	expect(read([[0, 99, node("a", 1)]])).toMatchObject({
		isWhole: false,
		troubles: [{ code: "partly unserved", detail: "16284 slots" }],
		shards: [{ place: { host: "a" } }],
	});
});

test.each([
	["nothing", null],
	["no rows", []],
	["text", "hello"],
	["a host with a slash", [[0, 9, node("a/../b", 1)]]],
	["a host with a space", [[0, 9, node("a b", 1)]]],
	["a host that is an option", [[0, 9, node("-h", 1)]]],
	["a user in the host", [[0, 9, node("u:p@a", 1)]]],
	["an unknown host", [[0, 9, node("?", 1)]]],
	["no port", [[0, 9, node("a", 0)]]],
	["a port beyond all", [[0, 9, node("a", 70_000)]]],
	["a port that is text", [[0, 9, node("a", "22")]]],
	["a slot beyond all", [[0, 16_384, node("a", 1)]]],
	["a range that ends before it begins", [[9, 0, node("a", 1)]]],
	["a range of numbers between numbers", [[0.5, 9, node("a", 1)]]],
	["rows without a server", [[0, 9]]],
	["more rows than slots", Array(16_385).fill([0, 9, node("a", 1)])],
])("%s is not understood", (_, reply) => {
	expect(read(reply)).toBeNull();
});

test("no more servers than one broker may take, and what is left out is said", () => {
	const rows = Array.from({ length: 1000 }, (_, i) => [
		i,
		i,
		node(`host-${i}`, 1),
	]);
	const table = read(rows);
	expect(table?.shards).toHaveLength(shardsMax);
	expect(table?.troubles).toMatchObject([
		{ code: "too much", detail: "800 ranges of slots" },
	]);
	expect(table?.isWhole).toBe(false);
});

test("where addresses are listed, servers are dialled there and nowhere else", () => {
	const nodes = new Map([["10.0.0.7:6379", { host: "cache", port: 7001 }]]);
	const reply = [
		[0, 99, node("10.0.0.7", 6379), node("10.0.0.9", 6379)],
		[100, 16_383, node("169.254.169.254", 80)],
	];
	expect(tableOf(reply, asked, nodes)).toMatchObject({
		isWhole: false,
		troubles: [{ code: "address not listed", part: "169.254.169.254:80" }],
		shards: [{ place: { host: "cache", port: 7001 }, copies: [] }],
	});
});

test("who has the slots of another is known by how many they share", () => {
	const ours = [
		{ from: 0, to: 9 },
		{ from: 20, to: 29 },
	];
	expect(slotsShared(ours, [{ from: 5, to: 24 }])).toBe(10);
	expect(slotsShared(ours, [{ from: 30, to: 40 }])).toBe(0);
});
