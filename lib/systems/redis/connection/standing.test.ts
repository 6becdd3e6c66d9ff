// What does a server's description of itself tell of what would be lost by a restart, or once it is full?
import { describe, expect, test } from "vitest";
import { trouble } from "#lib/core/trouble.ts";
import { type Setup, setupIn, shortOf, standingOf } from "./standing.ts";

const startedMs = 1_000_000_000;
const hourMs = 3_600_000;
const server = { nowMs: startedMs + 3 * hourMs, startedMs };

const info = (fields: Record<string, string | number>) =>
	Object.entries({ role: "master", ...fields })
		.map(([name, value]) => `${name}:${value}\r\n`)
		.join("");

const saves = (fields: Record<string, string | number>) =>
	info({
		...{ aof_enabled: 0, rdb_changes_since_last_save: 1234 },
		...{ rdb_last_save_time: startedMs / 1000, rdb_last_bgsave_time_sec: -1 },
		...fields,
	});

describe("a restart", () => {
	test.each([
		[
			"of one that never saved since it started loses all it has written",
			saves({}),
			{ code: "never saved", values: { changes: 1200, forSeconds: 11_000 } },
		],
		[
			"of one that saved an hour ago loses what came since",
			saves({
				...{ rdb_last_bgsave_time_sec: 0 },
				rdb_last_save_time: startedMs / 1000 + 7200,
			}),
			{ code: "saved", values: { changes: 1200, forSeconds: 3600 } },
		],
		[
			"of one that was told to save loses what came since, though it counts no save of its own",
			saves({ rdb_last_save_time: startedMs / 1000 + 7200 }),
			{ code: "saved", values: { changes: 1200, forSeconds: 3600 } },
		],
		[
			"of one that writes a log loses next to nothing",
			saves({ aof_enabled: 1 }),
			{ code: "logged", values: {} },
		],
		[
			"of one where nothing changed loses nothing",
			saves({ rdb_changes_since_last_save: 0 }),
			null,
		],
		["of a copy loses nothing", saves({ role: "slave" }), null],
		["of one that may not be asked is not known", "", null],
	])("%s", (_, text, saving) => {
		expect(setupIn(text, server).saving).toEqual(saving);
		expect(standingOf(setupIn(text, server), 0)).toEqual(
			saving === null ? [] : [saving],
		);
	});

	test("of one whose start is not known is told by its last save", () => {
		const { saving } = setupIn(saves({}), { ...server, startedMs: null });
		expect(saving?.code).toBe("saved");
	});
});

const full = (used: number, policy: string, limit = 100) =>
	setupIn(
		info({ used_memory: used, maxmemory: limit, maxmemory_policy: policy }),
		server,
	);

describe("a full memory", () => {
	test.each([
		["without a limit is none", full(99, "allkeys-lru", 0), 5, null, false],
		["with room left", full(80, "allkeys-lru"), 0, "evicts any", false],
		["nearly full", full(81, "allkeys-lfu"), 0, "evicts any", true],
		[
			"nearly full, and only what expires would go, which is here",
			...[full(81, "volatile-ttl"), 2, "evicts what expires", true],
		],
		[
			"nearly full, and only what expires would go, which nothing does",
			...[full(99, "volatile-ttl"), 0, null, false],
		],
		[
			"nearly full, and nothing would go",
			full(99, "noeviction"),
			2,
			null,
			false,
		],
	] as const)("%s", (_, setup: Setup, expiring, code, isShort) => {
		const [said] = standingOf(setup, expiring);
		expect(said?.code ?? null).toBe(code);
		const short = shortOf(setup, expiring, []);
		expect(short?.code ?? null).toBe(isShort ? "memory short" : null);
		if (isShort) expect(short?.detail).toContain("maxmemory:100");
	});

	test("that removes channels already is not told a second time", () => {
		const evicting = [trouble("evicting", "evicted_keys:+3")];
		expect(shortOf(full(99, "allkeys-lru"), 0, evicting)).toBeNull();
	});

	test("tells the policy, how much is in use, and how many would go", () => {
		expect(standingOf(full(34, "volatile-lru"), 3)[0]?.values).toEqual({
			...{ policy: "volatile-lru", percent: 34, channels: 3 },
		});
	});
});
