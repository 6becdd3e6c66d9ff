// Do ages renew without a body, and by the server's clock?
import { expect, test } from "vitest";
import type { BoardReply } from "./board.ts";
import { renewed, seen, serverNow } from "./seen.ts";

const broker = (name: string, heard: string | null) => ({
	name,
	system: "s",
	address: "",
	everyMs: 5_000,
	heard,
	freshness: "fresh" as const,
	trouble: null,
	parts: [],
	version: null,
	subscriptions: 0,
});

const reply: BoardReply = {
	rev: 1,
	at: "2026-11-20T14:32:08.000Z",
	askAgainMs: 2_500,
	total: 0,
	counts: {
		healthy: 0,
		abandoned: 0,
		unknown: 0,
		slow: 0,
		stalled: 0,
		stopped: 0,
		losing: 0,
	},
	collector: {
		at: "2026-11-20T14:32:07.000Z",
		freshness: "fresh",
		everyMs: 1_000,
		history: "kept",
	},
	brokers: [broker("a", "2026-11-20T14:32:06.000Z"), broker("b", null)],
	systems: [],
	lines: 0,
	...{ offset: 0, calmLines: 0, calm: 0, firing: 0 },
	rows: [],
	folds: {},
	opened: {},
	next: null,
};

test("an answer with a body dates each broker", () => {
	const it = seen(reply, 100);
	expect(it.serverMs - (it.heardMs[0] ?? 0)).toBe(2_000);
	expect(it.heardMs[1]).toBeNull();
	expect(it.serverMs - (it.collectorMs ?? 0)).toBe(1_000);
});

test("an answer without a body renews every age and keeps the rows", () => {
	const headers = new Headers({
		"tidemark-at": "2026-11-20T14:32:18.000Z",
		"tidemark-heard": "500,-",
		"tidemark-collector": "200",
	});
	const before = seen(reply, 100);
	const it = renewed(before, headers, 10_100);
	expect(it.reply).toBe(before.reply);
	expect(it.serverMs - (it.heardMs[0] ?? 0)).toBe(500);
	expect(it.heardMs[1]).toBeNull();
	expect(it.serverMs - (it.collectorMs ?? 0)).toBe(200);
});

test("an answer without ages renews nothing, so that values cannot look fresh", () => {
	const before = seen(reply, 100);
	expect(renewed(before, new Headers(), 10_100)).toBe(before);
});

test("the server's clock goes on by the monotonic one, never backwards", () => {
	const it = seen(reply, 1_000);
	expect(serverNow(it, 4_000) - it.serverMs).toBe(3_000);
	expect(serverNow(it, 500)).toBe(it.serverMs);
});
