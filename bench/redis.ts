// What does it cost to know how far every group of a Redis is behind, and who reads it? Everybody who can say it, on the same streams.
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { Redis } from "ioredis";
import { ledgerOf } from "#lib/collector/ledger.ts";
import { openStore } from "#lib/store/open.ts";
import { parseAddress } from "#lib/systems/address.ts";
import { redis } from "#lib/systems/redis/index.ts";
import { startRedis } from "#world/redis.ts";
import { compared, servedIn } from "./compared.ts";
import { middle } from "./cost.ts";
import { exporterScrape, naivePoll } from "./redis-contenders.ts";
import { charged, type ServerCost } from "./redis-cost.ts";
import {
	groupsEach,
	makeStreams,
	membersEach,
	streamCount,
	write,
} from "./redis-work.ts";
import { table } from "./table.ts";

/** As the collector does it: members are asked for by a slow clock, so ticks in a row without a rest would hide them. */
const everyMs = 5_000;
const ticksAMinute = 60_000 / everyMs;
const rounds = 5;

const folder = await mkdtemp(join(tmpdir(), "tidemark-bench-"));
const world = await startRedis({
	folder: join(folder, "redis"),
	settings: ["--appendonly", "no"],
});
const client = new Redis(world.address);

type Ticks = { tick(): Promise<ServerCost>; close(): Promise<void> };

async function startTicks(): Promise<Ticks> {
	const own = join(folder, "store");
	await mkdir(own, { mode: 0o700 });
	const store = await openStore(own);
	const address = parseAddress(world.address);
	if (!address) throw new Error("The world gives no address");
	const named = { name: "b", system: "redis", address: world.address };
	const ledger = ledgerOf({ ...named, everyMs }, [], null);
	await store.board.write(ledger.begin);
	const deadlineMs = 30_000;
	const connection = redis.open({ broker: "b", address, deadlineMs });
	return {
		tick: () =>
			charged(client, async () => {
				const snapshot = await connection.read();
				if (snapshot.readings.length !== streamCount * groupsEach)
					throw new Error(`${snapshot.readings.length} readings`);
				await store.board.write(ledger.heard(snapshot, Date.now()));
			}),
		async close() {
			await connection.close();
			await store.close();
		},
	};
}

async function minute(
	ticks: Ticks,
	before: () => Promise<unknown>,
): Promise<ServerCost[]> {
	const costs: ServerCost[] = [];
	for (let i = 0; i < ticksAMinute; i++) {
		await before();
		const startMs = performance.now();
		costs.push(await ticks.tick());
		await pause(Math.max(0, everyMs - (performance.now() - startMs)));
	}
	return costs;
}

/** The mean: what a slow clock asks falls into one tick of many, and has to be paid all the same. */
function mean(costs: readonly ServerCost[]): ServerCost {
	const of = (figure: (cost: ServerCost) => number | null) =>
		costs.reduce((sum, cost) => sum + (figure(cost) ?? 0), 0) / costs.length;
	return {
		wallMs: of((it) => it.wallMs),
		cpuMs: of((it) => it.cpuMs),
		serverMs: of((it) => it.serverMs),
		requests: of((it) => it.requests),
		bytes: of((it) => it.bytes),
	};
}

const longest = (costs: readonly ServerCost[]): number =>
	Math.max(...costs.map(({ wallMs }) => wallMs));

async function several(
	work: () => Promise<ServerCost | null>,
): Promise<ServerCost | null> {
	const costs: ServerCost[] = [];
	for (let round = 0; round < rounds; round++) {
		// As rarely as ours: what is asked again at once is cheaper than what a server has put out of its mind.
		await pause(everyMs);
		const cost = await work();
		if (cost === null) return null;
		costs.push(cost);
	}
	return { ...middle(costs), serverMs: mean(costs).serverMs };
}

function line(name: string, cost: ServerCost | null, against: number) {
	if (cost === null) return [name, "not installed", "", "", "", "", ""];
	const { wallMs, serverMs, cpuMs, requests, bytes } = cost;
	const kibibytes = bytes === null ? null : bytes / 1024;
	return [
		name,
		...[wallMs.toFixed(0), serverMs.toFixed(1), cpuMs?.toFixed(0) ?? "–"],
		...[requests?.toFixed(0) ?? "–", kibibytes?.toFixed(0) ?? "–"],
		(serverMs / against).toFixed(1),
	];
}

try {
	await makeStreams(client);
	const ticks = await startTicks();
	const first = await ticks.tick();
	await minute(ticks, async () => {});
	const quiet = await minute(ticks, async () => {});
	const busy = await minute(ticks, () => write(client));
	await ticks.close();
	const naive = await several(() => naivePoll(client));
	const output = join(folder, "exporter.log");
	const exporter = await several(() =>
		exporterScrape(client, world.address, output),
	);
	const ours = mean(quiet);
	const size = `${streamCount} streams × ${groupsEach} groups × ${membersEach} members`;
	table(
		[size, "ms", "server ms", "own CPU ms", "commands", "KiB", "times"],
		[
			line("Tidemark: a quiet tick, of a minute's", ours, ours.serverMs),
			line("Tidemark: a busy tick, of a minute's", mean(busy), ours.serverMs),
			line("Tidemark: the first tick", first, ours.serverMs),
			line("a naive poll of the same keys", naive, ours.serverMs),
			line("redis_exporter: a scrape", exporter, ours.serverMs),
		],
	);
	process.stdout.write(
		`\nThe longest quiet tick took ${longest(quiet).toFixed(0)} ms, the longest busy one ${longest(busy).toFixed(0)} ms.\n`,
	);
	if (naive === null) throw new Error("The poll was not measured");
	compared(
		`${streamCount * groupsEach} groups of Redis streams read once`,
		servedIn(ours),
		[
			`a plain poll, which judges nothing: ${servedIn(naive)}`,
			...(exporter ? [`redis_exporter: ${servedIn(exporter)}`] : []),
		].join("; "),
	);
	process.stdout.write(
		`figure redis ${(ours.serverMs / naive.serverMs).toFixed(3)}\n`,
	);
} finally {
	client.disconnect();
	await world.stop();
	await rm(folder, { recursive: true, force: true });
}
