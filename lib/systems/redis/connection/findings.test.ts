// What does a server's description of itself tell that somebody should know?
import { expect, test } from "vitest";
import { findingsIn } from "./findings.ts";

const info = (fields: Record<string, string | number>) =>
	Object.entries(fields)
		.map(([name, value]) => `${name}:${value}\r\n`)
		.join("");

const full = (used: number, policy: string) =>
	info({ used_memory: used, maxmemory: 100, maxmemory_policy: policy });

test.each([
	["a server that is well", info({ role: "master" }), null, []],
	["one without a limit", full(99, "x").replace(":100", ":0"), null, []],
	["nearly full, and nothing would go", full(99, "noeviction"), 0, []],
	["full, and nothing may go", full(100, "noeviction"), 0, ["memory full"]],
	["keys went since the last look", full(50, "allkeys-lru"), 3, ["evicting"]],
	[
		"its file cannot be written",
		info({ rdb_last_bgsave_status: "err" }),
		null,
		["not saved"],
	],
	[
		"its log cannot be written",
		info({ aof_last_write_status: "err" }),
		null,
		["not saved"],
	],
	["a copy", info({ role: "slave", master_link_status: "up" }), null, ["copy"]],
	[
		"a copy alone",
		info({ role: "slave", master_link_status: "down" }),
		null,
		["copy cut off"],
	],
] as const)("%s", (_, text, evicted, codes) => {
	expect(findingsIn(text, evicted).map(({ code }) => code)).toEqual(codes);
});
