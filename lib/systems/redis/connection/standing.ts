// What would be lost by a restart of the server, or once its memory is full? From its own description of itself.
import type { Standing } from "#lib/core/standing.ts";
import { type Trouble, trouble } from "#lib/core/trouble.ts";
import { fieldOf, numberIn } from "./version.ts";

/** What the server says of its memory, where that is limited. */
export type Memory = {
	readonly limit: number;
	readonly used: number;
	readonly policy: string;
};

/** What decides what would be lost. */
export type Setup = {
	readonly memory: Memory | null;
	/** Null where nothing would be, or nobody knows. */
	readonly saving: Standing | null;
};

export const nothingSetUp: Setup = { memory: null, saving: null };

const shortAbove = 0.8;
const startsWithinMs = 3000;

/** `startedMs` by the server's clock; a copy that starts again takes all from its original. */
export function setupIn(
	info: string,
	server: { readonly nowMs: number; readonly startedMs: number | null },
): Setup {
	const isCopy = fieldOf(info, "role") === "slave";
	return {
		memory: memoryIn(info),
		saving: isCopy ? null : savedIn(info, server),
	};
}

export function memoryIn(info: string): Memory | null {
	const limit = numberIn(info, "maxmemory") ?? 0;
	const used = numberIn(info, "used_memory");
	const policy = fieldOf(info, "maxmemory_policy") ?? "";
	return limit === 0 || used === null ? null : { limit, used, policy };
}

function savedIn(
	info: string,
	{ nowMs, startedMs }: Parameters<typeof setupIn>[1],
): Standing | null {
	if (fieldOf(info, "aof_enabled") === "1")
		return { code: "logged", values: {} };
	const changes = numberIn(info, "rdb_changes_since_last_save") ?? 0;
	const savedSeconds = numberIn(info, "rdb_last_save_time");
	if (changes === 0 || savedSeconds === null) return null;
	const savedMs = savedSeconds * 1000;
	// It calls its own start a save.
	const isStart =
		startedMs !== null &&
		savedMs <= startedMs + startsWithinMs &&
		fieldOf(info, "rdb_last_bgsave_time_sec") === "-1";
	return {
		code: isStart ? "never saved" : "saved",
		values: {
			changes: rounded(changes),
			forSeconds: rounded(Math.max(0, nowMs - savedMs) / 1000),
		},
	};
}

/** `expiring`: how many of the known channels have a time to live. */
export function standingOf(
	{ memory, saving }: Setup,
	expiring: number,
): Standing[] {
	return [saving, evictionOf(memory, expiring)].filter((it) => it !== null);
}

function evictionOf(memory: Memory | null, expiring: number): Standing | null {
	if (memory === null) return null;
	const { policy, used, limit } = memory;
	const percent = Math.round((100 * used) / limit);
	if (policy.startsWith("allkeys-"))
		return { code: "evicts any", values: { policy, percent } };
	return policy.startsWith("volatile-") && expiring > 0
		? {
				code: "evicts what expires",
				values: { policy, percent, channels: expiring },
			}
		: null;
}

/** Nearly full, and channels would go; null where they already do. */
export function shortOf(
	{ memory }: Setup,
	expiring: number,
	findings: readonly Trouble[],
): Trouble | null {
	if (memory === null || memory.used <= shortAbove * memory.limit) return null;
	const isEvicting = findings.some(({ code }) => code === "evicting");
	return isEvicting || evictionOf(memory, expiring) === null
		? null
		: trouble("memory short", saidOf(memory));
}

export const saidOf = ({ limit, used, policy }: Memory): string =>
	`used_memory:${used} maxmemory:${limit} maxmemory_policy:${policy}`;

/** So that it stays the same for a while. */
const rounded = (n: number): number => Number(n.toPrecision(2));
