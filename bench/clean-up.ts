// What does everybody else feel while a million messages are handed over? Our steps, a plain loop of claims, and the member simply deleted.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import { Redis } from "ioredis";
import { reclaimAll } from "#lib/core/clean-up/clean-up.ts";
import { parseAddress } from "#lib/systems/address.ts";
import { redis } from "#lib/systems/redis/index.ts";
import { startRedis } from "#world/redis.ts";
import { charged, type ServerCost } from "./redis-cost.ts";
import { percentile, table } from "./table.ts";

/** `--messages=100000` for a short look. */
const asked = process.argv.find((word) => word.startsWith("--messages="));
const messages = Number(asked?.split("=")[1] ?? 1_000_000);
const [key, group] = ["work", "g"] as const;
const atOnce = 1_000;
/** Microseconds, and how many that took longer are remembered. */
const slowAfter = 500;
const slowMax = 20_000;

const folder = await mkdtemp(join(tmpdir(), "tidemark-bench-"));
const world = await startRedis({ folder, settings: ["--appendonly", "no"] });
const client = new Redis(world.address);
const pinger = new Worker(new URL("./clean-up-pinger.ts", import.meta.url), {
	workerData: world.port,
});

async function fill(): Promise<void> {
	await client.xgroup("CREATE", key, group, "0", "MKSTREAM");
	const body = "x".repeat(80);
	for (let i = 0; i < messages; i += 5_000) {
		const pipeline = client.pipeline();
		for (let n = i; n < Math.min(i + 5_000, messages); n++)
			pipeline.xadd(key, "*", "n", n, "body", body);
		await pipeline.exec();
		await client.xreadgroup(
			...(["GROUP", group, "gone", "COUNT", 5_000] as const),
			...(["STREAMS", key, ">"] as const),
		);
	}
	for (const name of ["taker", "other"])
		await client.xgroup("CREATECONSUMER", key, group, name);
}

async function ours(): Promise<void> {
	const address = parseAddress(world.address);
	if (!address) throw new Error("The world gives no address");
	const connection = redis.open({ broker: "b", address, deadlineMs: 30_000 });
	const where = { broker: "b", kind: "stream", channel: key, group };
	const wish = { ...reclaimAll, members: ["gone"], to: "taker" };
	const handOver = { ...wish, fate: "hand over" } as const;
	const { cleanUps } = connection;
	if (!cleanUps) throw new Error("It offers no clean-ups");
	const plan = await cleanUps.plan(where, handOver, null);
	const outcome = await cleanUps.apply(where, plan, {
		...{ progress: async () => {}, keep: async () => {} },
		...{ before: [], stop: new AbortController().signal },
	});
	await connection.close();
	if (outcome.messagesDone !== messages)
		throw new Error(JSON.stringify(outcome));
}

async function plainLoop(): Promise<void> {
	let from = "-";
	for (;;) {
		const rows = await client.xpending(
			...([key, group, from, "+", atOnce, "taker"] as const),
		);
		const ids = rows.map((row) => String(Array.isArray(row) ? row[0] : ""));
		if (ids.length === 0) return;
		await client.xclaim(key, group, "other", 0, ...ids);
		from = `(${ids.at(-1)}`;
	}
}

type Felt = {
	readonly cost: ServerCost;
	readonly longestMs: number;
	readonly mostMs: number;
	/** As the server itself timed them: the longest, and the middle of those that took half a millisecond. */
	readonly commandMs: number;
	readonly usualMs: number;
};

async function felt(work: () => Promise<unknown>): Promise<Felt> {
	await client.call("SLOWLOG", "RESET");
	await waits();
	const cost = await charged(client, work);
	const all = await waits();
	const longestMs = percentile(all, 1);
	const mostMs = percentile(all, 0.999);
	const commands = await commandsMs();
	const commandMs = Math.max(0, ...commands);
	const usualMs = commands.length > 0 ? percentile(commands, 0.5) : 0;
	return { cost, longestMs, mostMs, commandMs, usualMs };
}

async function commandsMs(): Promise<number[]> {
	const all: unknown = await client.call("SLOWLOG", "GET", slowMax);
	return (Array.isArray(all) ? all : []).map((it) => Number(it[2]) / 1_000);
}

function waits(): Promise<number[]> {
	return new Promise((resolve) => {
		pinger.once("message", resolve);
		pinger.postMessage("tell");
	});
}

const line = (name: string, felt: Felt) => [
	name,
	...[felt.longestMs, felt.mostMs, felt.commandMs, felt.usualMs].map((ms) =>
		ms.toFixed(1),
	),
	(felt.cost.wallMs / 1_000).toFixed(1),
	`${((100 * felt.cost.serverMs) / felt.cost.wallMs).toFixed(0)} %`,
];

try {
	await fill();
	await client.config("SET", "slowlog-log-slower-than", slowAfter);
	await client.config("SET", "slowlog-max-len", slowMax);
	// Whatever else this machine does is felt as well.
	const nothing = await felt(() => pause(10_000));
	const steps = await felt(ours);
	const loop = await felt(plainLoop);
	const deletion = await felt(() =>
		client.xgroup("DELCONSUMER", key, group, "other"),
	);
	table(
		[
			`${messages.toLocaleString("en")} messages held by one`,
			...["longest wait ms", "one in 1,000 ms", "longest command ms", "usual"],
			...["seconds", "server"],
		],
		[
			line("nobody does anything", nothing),
			line("Tidemark: handed over, kept, counted", steps),
			line(`a plain loop of XCLAIM, ${atOnce} at once`, loop),
			line("XGROUP DELCONSUMER: all forgotten", deletion),
		],
	);
	process.stdout.write(
		`\nfigure clean-up ${(steps.commandMs / loop.commandMs).toFixed(3)}\n`,
	);
} finally {
	pinger.postMessage("end");
	client.disconnect();
	await world.stop();
	await rm(folder, { recursive: true, force: true });
}
