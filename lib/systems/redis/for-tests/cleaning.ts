// What does a test of clean-ups begin with? Members that hold messages, some of them gone for good, and all that the server would show.
import { Redis } from "ioredis";
import { onTestFinished } from "vitest";
import type { CleanUp } from "#lib/core/clean-up/clean-up.ts";
import type { Before, Progress } from "#lib/core/clean-up/outcome.ts";
import type { Plan } from "#lib/core/clean-up/plan.ts";
import type { MemberVerdict } from "#lib/core/member.ts";
import { eventually } from "#world/eventually.ts";
import type { CleanUps, Connection, Course } from "../../system.ts";
import { nothingConfigured } from "../connection/configured.ts";
import { openAt } from "./own.ts";

export const where = {
	...{ broker: "b", kind: "stream", channel: "orders", group: "billing" },
} as const;

const patienceMs = 300;

/** A console that knows its members by the names of their connections, so that it soon tells who is gone. */
export const openKnowing = (address: string): Connection =>
	openAt(address, {
		...nothingConfigured,
		members: {
			...{ patienceMs: () => patienceMs, shortestMs: patienceMs },
			named: () => true,
		},
	});

/** Here for as long as its test, and neither asks nor finishes. */
export async function still(address: string, member: string): Promise<Redis> {
	const client = new Redis(address, {
		...{ connectionName: `tm:${where.group}:${member}` },
		retryStrategy: () => null,
	});
	client.on("error", () => {});
	onTestFinished(() => client.disconnect());
	await client.ping();
	return client;
}

/** The same, but it waits for what never comes, in a stream that nobody writes to. */
export async function live(address: string, member: string) {
	const client = await still(address, member);
	await client
		.xgroup("CREATE", "quiet", where.group, "0", "MKSTREAM")
		.catch(() => undefined);
	const waiting = ["BLOCK", 0, "STREAMS", "quiet", ">"] as const;
	void client
		.xreadgroup("GROUP", where.group, member, ...waiting)
		.catch(() => undefined);
}

export async function add(client: Redis, count: number, key = "orders") {
	const ids: string[] = [];
	for (let n = 0; n < count; n++)
		ids.push((await client.xadd(key, "*", "n", n, "text", `of ${n}`)) ?? "");
	return ids;
}

/** Who reads by this has no connection of its own, and is gone as soon as it has read. */
export async function take(client: Redis, member: string, count: number) {
	const reply = await client.xreadgroup(
		...(["GROUP", where.group, member, "COUNT", count] as const),
		...(["STREAMS", where.channel, ">"] as const),
	);
	const [[, entries] = []] = Array.isArray(reply) ? reply : [];
	return Array.isArray(entries) ? entries.map(([id]) => String(id)) : [];
}

/** Reads until all of these are called so. */
export async function judged(
	connection: Connection,
	called: MemberVerdict,
	names: readonly string[],
) {
	const page = { part: "members", sort: "lag", offset: 0, limit: 500 } as const;
	await eventually(async () => {
		await connection.read();
		const { members } = await connection.look(where, page);
		const meant = members.filter(({ verdict }) => verdict === called);
		const found = new Set(meant.map(({ name }) => name));
		return names.every((name) => found.has(name)) || undefined;
	}, 20_000);
}

export const dead = (connection: Connection, names: readonly string[]) =>
	judged(connection, "dead", names);

export function cleanUpsOf({ cleanUps }: Connection): CleanUps {
	if (cleanUps === undefined) throw new Error("It offers no clean-ups");
	return cleanUps;
}

export const planned = (connection: Connection, cleanUp: CleanUp) =>
	cleanUpsOf(connection).plan(where, cleanUp, null);

export type Told = {
	readonly course: Course;
	readonly kept: Before[];
	readonly told: Progress[];
};

export function courseOf(
	before: readonly Before[] = [],
	onProgress: (told: Progress, stop: AbortController) => unknown = () => {},
): Told {
	const kept: Before[] = [];
	const told: Progress[] = [];
	const stop = new AbortController();
	const course: Course = {
		...{ before, stop: stop.signal },
		async progress(it) {
			told.push(it);
			await onProgress(it, stop);
		},
		async keep(some) {
			kept.push(...some);
		},
	};
	return { course, kept, told };
}

export async function applied(
	connection: Connection,
	plan: Plan,
	told: Told = courseOf(),
) {
	// As a store gives it back.
	const stored: Plan = JSON.parse(JSON.stringify(plan));
	return cleanUpsOf(connection).apply(where, stored, told.course);
}

export type HeldLine = {
	readonly id: string;
	readonly owner: string;
	readonly deliveredMs: number;
	readonly deliveries: number;
};

/** All that a group holds. */
export async function held(
	client: Redis,
	key: string = where.channel,
	group: string = where.group,
): Promise<HeldLine[]> {
	const [time, rows] = await Promise.all([
		client.time(),
		client.xpending(key, group, "-", "+", 100_000),
	]);
	const nowMs = Number(time[0]) * 1000 + Math.floor(Number(time[1]) / 1000);
	return rows.map((row) => {
		const [id, owner, idle, deliveries] = Array.isArray(row) ? row : [];
		return {
			...{ id: String(id), owner: String(owner) },
			deliveredMs: nowMs - Number(idle),
			deliveries: Number(deliveries),
		};
	});
}

export const idsOf = (lines: readonly { readonly id: string }[]) =>
	lines.map(({ id }) => id);

export async function membersOf(
	client: Redis,
	key: string = where.channel,
	group: string = where.group,
): Promise<string[]> {
	const all = await client.xinfo("CONSUMERS", key, group);
	return (Array.isArray(all) ? all : []).map((it) => String(it[1]));
}

/** Every message of every stream, every group's position and what it holds; no times, which go on by themselves. */
export async function picture(client: Redis): Promise<string> {
	const keys = (await client.keys("*")).sort();
	const streams: unknown[] = [];
	for (const key of keys) {
		const groups: unknown = await client.xinfo("GROUPS", key);
		const of: unknown[] = [];
		for (const group of Array.isArray(groups) ? groups : []) {
			const name = String(group[1]);
			const lines = await held(client, key, name);
			const members = await membersOf(client, key, name);
			const rest = lines.map(({ deliveredMs, ...line }) => line);
			of.push([name, group[7], group[9], members, rest]);
		}
		streams.push([key, await client.xrange(key, "-", "+"), of]);
	}
	return JSON.stringify(streams);
}
