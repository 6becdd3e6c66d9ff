// Can one work on it: are pages made as they are asked for, and does the collector begin again when a file of it was changed?
import { readFileSync, utimesSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Child, startChild } from "#world/child.ts";
import { eventually } from "#world/eventually.ts";
import { freePorts } from "#world/ports.ts";
import { type RedisWorld, startRedis } from "#world/redis.ts";
import { root } from "../../supply/lock.ts";

const minuteMs = 60_000;

let folder: string;
let world: RedisWorld;
let product: Child;
let origin: string;
const said = () => readFileSync(path.join(folder, "said.log"), "utf8");

beforeAll(async () => {
	folder = await mkdtemp(path.join(tmpdir(), "tidemark-dev-"));
	world = await startRedis({ folder: path.join(folder, "server") });
	const [port = 0] = await freePorts(1);
	product = startChild({
		command: process.execPath,
		args: [
			...["bin/dev.ts", "--listen", `127.0.0.1:${port}`],
			...["--folder", path.join(folder, "store")],
			...["--broker", `jobs=${world.address}`],
		],
		...{ cwd: root, output: path.join(folder, "said.log"), graceSeconds: 8 },
	});
	const link = () => /http:\S+\/enter#key=\S+/.exec(said())?.[0];
	origin = new URL(await eventually(link, minuteMs)).origin;
}, 2 * minuteMs);
afterAll(async () => {
	await product?.end(10_000);
	await world?.stop();
	await rm(folder, { recursive: true, force: true });
});

test(
	"a page is made when it is asked for, and may be changed while it is open",
	async () => {
		const reply = await fetch(`${origin}/enter`);
		expect(reply.status).toBe(200);
		expect(reply.headers.get("content-security-policy")).toContain("ws:");
		expect(await reply.text()).toContain("Tidemark");
		const changes = new WebSocket(
			`${origin.replace("http", "ws")}/_next/hmr?id=dev`,
		);
		await new Promise((resolve, reject) => {
			changes.addEventListener("open", resolve, { once: true });
			changes.addEventListener("error", reject, { once: true });
		});
		changes.close();
	},
	minuteMs,
);

test(
	"the collector begins again when a file of it was changed",
	async () => {
		const begun = () => said().split("collector started").length - 1;
		await eventually(() => begun() === 1 || undefined, minuteMs);
		const now = new Date();
		utimesSync(path.join(root, "lib/collector/clock.ts"), now, now);
		await eventually(() => begun() === 2 || undefined, minuteMs);
	},
	minuteMs,
);
