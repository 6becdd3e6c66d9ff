// Are the neighbours of a subscription found by their exact names, counted without itself, and led to?
import { expect, test } from "vitest";
import { parseFilter } from "#lib/core/filter/filter.ts";
import type { RowReply } from "#lib/wire/board.ts";
import { boardOf, nearIn, nearMost, nearPath } from "./near.ts";

const row = (
	id: string,
	channel = "orders:1",
	group: string | null = "billing",
): RowReply => ({
	...{ id, broker: "eu", system: "some", kind: "log", channel, group },
	...{ family: null, verdict: "healthy", since: "" },
	reason: { code: "caught up", values: {} },
	...{ lag: null, timeLagSeconds: null, holding: 0, oldestHeldSeconds: null },
	...{ deliveriesMax: null, members: null, marginSeconds: null },
	...{ state: null, notes: [], drainedSeconds: null, spark: [] },
	...{ highWater: null },
	pace: { in: null, out: null },
	...{ at: "", stale: false },
});
const self = row("self");

test("the filter names broker and channel exactly, whatever letters are in them", () => {
	const odd = { ...self, channel: 'a "b": c\\d' };
	const filter = new URL(nearPath(odd, "groups"), "http://x").searchParams;
	expect(parseFilter(filter.get("filter") ?? "")).toEqual({
		filter: [
			{ is: "match", key: "broker", pattern: "eu", not: false },
			{ is: "match", key: "channel", pattern: odd.channel, not: false },
		],
	});
	expect(
		new URL(boardOf(odd, "groups"), "http://x").searchParams.get("filter"),
	).toBe(filter.get("filter"));
});

test("itself is no neighbour, and no other", () => {
	const others = [row("a", "orders:1", "mail"), self];
	expect(nearIn({ rows: others, total: 2 }, self, "groups")).toEqual({
		...{ rows: [others[0]], more: 0 },
	});
});

test("what a star in the name found besides is not shown", () => {
	const star = row("self", "orders:*");
	const found = [
		star,
		row("a", "orders:7", "mail"),
		row("b", "orders:*", "mail"),
	];
	const { rows, more } = nearIn({ rows: found, total: 3 }, star, "groups");
	expect(rows.map(({ id }) => id)).toEqual(["b"]);
	expect(more).toBe(0);
});

test("those that are not shown are counted, whether this one came with the page or not", () => {
	const page = (first: RowReply) => [
		first,
		...Array.from({ length: nearMost }, (_, i) => row(`n${i}`)),
	];
	const told = nearIn({ rows: page(self), total: 21 }, self, "channels");
	expect([told.rows.length, told.more]).toEqual([nearMost, 15]);
	const without = nearIn({ rows: page(row("x")), total: 21 }, self, "channels");
	expect([without.rows.length, without.more]).toEqual([nearMost, 15]);
});
