// Which server answers, what time has it, how many keys are there, and how much was written?
import type { Redis } from "ioredis";
import { countOf, listOf } from "../streams/replies.ts";
import { type Answer, ask } from "./ask.ts";
import { fieldOf, numberIn, type Version, versionOf } from "./version.ts";

export type Server = {
	readonly version: Version | null;
	/** New with each start of the server. */
	readonly runId: string | null;
	readonly isCluster: boolean;
	/** It follows another server, which alone knows who reads. */
	readonly isCopy: boolean;
	/** For how long a copy has heard nothing from its original; 0 while it does. */
	readonly behindMs: number;
	/** Of our own database; null where it may not be asked. */
	readonly keys: number | null;
	readonly nowMs: number;
	/** By its own clock, to the second. */
	readonly startedMs: number | null;
	/** Keys it removed by itself since it started, for want of memory and since their time was over; null where it may not be asked. */
	readonly evicted: number | null;
	readonly expired: number | null;
	/** Stays the same for as long as nobody writes; null where that cannot be told. */
	readonly written: string | null;
	/** Its disk, its own counts and whom it copies, as INFO says them; empty where it may not be asked. */
	readonly said: string;
};

/**
 * Each write counts in the first, and a save, which sets it back, in the second. What time or memory removes counts
 * in the last two. A copy that is made anew counts nowhere, so only an original tells.
 */
const writes = [
	...["rdb_changes_since_last_save", "rdb_last_save_time"],
	...["expired_keys", "evicted_keys"],
];

/** INFO and not DBSIZE: the rights we ask for hold the one and not the other. */
export async function askServer(
	client: Redis,
	secret: string,
): Promise<Server> {
	const [server, keyspace, time, ...rest] = await ask(client, secret, [
		["info", "server"],
		["info", "keyspace"],
		["time"],
		["info", "persistence"],
		["info", "stats"],
		["info", "replication"],
	]);
	const text = textOf(server);
	const texts = rest.map(textOf);
	const [, stats = "", copying = ""] = texts;
	const nowMs = msOf(time) ?? Date.now();
	const upSeconds = numberIn(text, "uptime_in_seconds");
	return {
		version: versionOf(text),
		runId: fieldOf(text, "run_id"),
		isCluster: fieldOf(text, "redis_mode") === "cluster",
		isCopy: fieldOf(copying, "role") === "slave",
		behindMs: behindIn(copying),
		keys: keyspace?.error ? null : keysIn(textOf(keyspace), dbOf(client)),
		nowMs,
		startedMs: upSeconds === null ? null : nowMs - 1000 * upSeconds,
		evicted: numberIn(stats, "evicted_keys"),
		expired: numberIn(stats, "expired_keys"),
		written: writtenIn([text, ...texts].join("\n")),
		said: texts.join("\n"),
	};
}

function writtenIn(info: string): string | null {
	const fields = ["run_id", ...writes].map((field) => fieldOf(info, field));
	const isOriginal = fieldOf(info, "role") === "master";
	return isOriginal && !fields.includes(null) ? fields.join(" ") : null;
}

/** The original speaks at least every ten seconds, also when there is nothing to say. */
function behindIn(copying: string): number {
	if (fieldOf(copying, "master_link_status") !== "down") return 0;
	const seconds = fieldOf(copying, "master_link_down_since_seconds");
	return 1000 * Math.max(0, Number(seconds ?? 0) || 0);
}

function keysIn(keyspace: string, db: number): number {
	const keys = /keys=(\d+)/.exec(fieldOf(keyspace, `db${db}`) ?? "");
	return Number(keys?.[1] ?? 0);
}

/** What TIME answered. */
export function msOf(time: Answer | undefined): number | null {
	const [seconds, micros] = listOf(time?.reply).map(Number);
	if (seconds === undefined || micros === undefined) return null;
	return countOf(seconds * 1000 + Math.floor(micros / 1000));
}

const textOf = (answer: Answer | undefined): string =>
	typeof answer?.reply === "string" ? answer.reply : "";

const dbOf = (client: Redis): number => client.options.db ?? 0;
