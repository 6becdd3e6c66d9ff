// What is wrong with the server as a whole, though it answers? From its own description of itself.
import { type Trouble, trouble } from "#lib/core/trouble.ts";
import { crowdedIn } from "./connections.ts";
import { memoryIn, saidOf } from "./standing.ts";
import { fieldOf, numberIn } from "./version.ts";

/** `info` holds its sections clients, memory, persistence, replication and stats; `evicted` counts keys since the last look. */
export function findingsIn(info: string, evicted: number | null): Trouble[] {
	const [full, saving, copy] = [
		fullIn(info, evicted),
		savingIn(info),
		copyIn(info),
	];
	return [full, crowdedIn(info), saving, copy].filter((it) => it !== null);
}

export const evictedIn = (info: string): number | null =>
	numberIn(info, "evicted_keys");

function fullIn(info: string, evicted: number | null): Trouble | null {
	const memory = memoryIn(info);
	if (memory === null) return null;
	const said = saidOf(memory);
	if (evicted !== null && evicted > 0)
		return trouble("evicting", `${said} evicted_keys:+${evicted}`);
	const isFull = memory.used >= memory.limit;
	return memory.policy === "noeviction" && isFull
		? trouble("memory full", said)
		: null;
}

function savingIn(info: string): Trouble | null {
	const failed = ["rdb_last_bgsave_status", "aof_last_write_status"].find(
		(field) => fieldOf(info, field) === "err",
	);
	return failed === undefined ? null : trouble("not saved", `${failed}:err`);
}

function copyIn(info: string): Trouble | null {
	if (fieldOf(info, "role") !== "slave") return null;
	const link = fieldOf(info, "master_link_status");
	const original = `${fieldOf(info, "master_host")}:${fieldOf(info, "master_port")}`;
	return link === "up"
		? trouble("copy", `original ${original}`)
		: trouble("copy cut off", `original ${original}, link ${link}`);
}
