// How is each thing broken, and how is it whole again?
import { join } from "node:path";
import { Redis } from "ioredis";
import type { Chaos, ChaosMode } from "#world/chaos.ts";
import { startChild } from "#world/child.ts";
import { eventually } from "#world/eventually.ts";
import type { Place } from "./place.ts";
import type { Fault, Step } from "./schedule.ts";

/** Makes it whole again. */
type Whole = () => Promise<unknown>;

const slow = { latencyMs: 400, jitterMs: 200 };
const withinMs = 45_000;

export function breakIt(
	place: Place,
	does: Fault,
	{ choice, forMs }: Step,
): Promise<Whole> {
	const { redis, proxy, kafka, product, answers } = place;
	const nodes = kafka?.world.nodes ?? [];
	const node = nodes[Math.floor(choice * nodes.length)];
	const door = kafka?.proxies[Math.floor(choice * nodes.length)];
	const ways: Readonly<Record<Fault, () => Promise<Whole>>> = {
		"redis frozen": async () => frozen(redis),
		"redis killed": () => killed(redis),
		"redis cut": async () => passing(proxy, { swallows: "both" }),
		"redis half cut": async () =>
			passing(proxy, { swallows: choice < 0.5 ? "server" : "client" }),
		"redis slow": async () => passing(proxy, slow),
		"redis refuses": async () => passing(proxy, { refuses: true }),
		"members die": () => membersDie(place),
		"group destroyed": () => groupDestroyed(place),
		"kafka frozen": async () => frozen(node),
		"kafka killed": () => killed(node),
		"kafka cut": async () => passing(door, { swallows: "both" }),
		"kafka slow": async () => passing(door, slow),
		"kafka refuses": async () => passing(door, { refuses: true }),
		"collector killed": () => ended(product.collectorPid),
		"collector frozen": () => stopped(product.collectorPid),
		"web killed": () => ended(product.webPid),
		"web frozen": () => stopped(product.webPid),
		"store locked": async () => locked(place.folder, forMs),
		"outlet fails": async () => answering(answers, { code: 500 }),
		"outlet hangs": async () => answering(answers, "never"),
		"outlet resets": async () => answering(answers, "resets"),
	};
	return ways[does]();
}

const nothing: Whole = async () => {};

type Freezing = { freeze(): void; thaw(): void };
function frozen(server: Freezing | undefined): Whole {
	server?.freeze();
	return async () => server?.thaw();
}

type Killing = { kill(): Promise<void>; restart(): Promise<void> };
async function killed(server: Killing | undefined): Promise<Whole> {
	await server?.kill();
	return async () => server?.restart();
}

/** Bytes that were swallowed are missing, so what is left of those connections ends with it. */
function passing(proxy: Chaos | undefined, mode: ChaosMode): Whole {
	if (proxy === undefined) return nothing;
	proxy.mode = mode;
	if (mode.refuses) proxy.reset();
	return async () => {
		proxy.mode = {};
		if (mode.swallows !== undefined) proxy.reset();
	};
}

const pidOf = (pid: () => number) => eventually(pid, withinMs);

async function ended(pid: () => number): Promise<Whole> {
	process.kill(await pidOf(pid), "SIGKILL");
	return nothing;
}

async function stopped(pid: () => number): Promise<Whole> {
	const is = await pidOf(pid);
	process.kill(is, "SIGSTOP");
	return async () => process.kill(is, "SIGCONT");
}

function answering(
	answers: Place["answers"],
	next: Parameters<Place["answers"]>[0],
): Whole {
	answers(next);
	return async () => answers({ code: 200 });
}

const locking = `
import { DatabaseSync } from "node:sqlite";
const [file, forMs] = process.argv.slice(1);
const store = new DatabaseSync(file, { timeout: 5000 });
store.exec("BEGIN IMMEDIATE");
setTimeout(() => { store.exec("ROLLBACK"); store.close(); }, Number(forMs));
`;

/** By a process of its own, as another program would. */
function locked(folder: string, forMs: number): Whole {
	const child = startChild({
		command: process.execPath,
		args: [
			...["--input-type=module", "-e", locking],
			...[join(folder, "store/tidemark.db"), String(forMs)],
		],
		output: join(folder, "locking.log"),
	});
	return () => child.gone;
}

/** Two members take something and are gone without a word; nobody cleans up after them. */
async function membersDie({ redis }: Place): Promise<Whole> {
	const key = "crew";
	const client = new Redis(redis.address);
	client.on("error", () => {});
	await client.xgroup("CREATE", key, "crew", "0", "MKSTREAM").catch(() => {});
	for (const member of [1, 2]) {
		for (let n = 0; n < 3; n++) await client.xadd(key, "*", "n", n);
		await client.xreadgroup(
			...(["GROUP", "crew", `${member}-${Date.now()}`, "COUNT", 3] as const),
			...(["STREAMS", key, ">"] as const),
		);
	}
	client.disconnect();
	return nothing;
}

/** It was there long enough to be seen, and its stream stays. */
async function groupDestroyed({ redis }: Place): Promise<Whole> {
	const key = `passing:${Date.now()}`;
	const client = new Redis(redis.address);
	client.on("error", () => {});
	await client.xgroup("CREATE", key, "passing", "0", "MKSTREAM");
	return async () => {
		await client.xgroup("DESTROY", key, "passing");
		client.disconnect();
	};
}
