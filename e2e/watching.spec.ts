// Does watching cost the brokers nothing? However many look, only the collector asks, and it only reads.
import { readdirSync, readFileSync, readlinkSync } from "node:fs";
import { Redis } from "ioredis";
import { BoardPage } from "./board-page.ts";
import { expect, test } from "./stage.ts";
import { kafkaWork, redisWork } from "./work.ts";

/** What a browser asks for to show the board; some of the times by a browser itself. */
const asked = ["/?filter=watched", "/api/board?filter=watched", "/api/alerts"];
const times = 100;
const inBrowser = 10;

test("a page opened a hundred times sends the brokers nothing", async ({
	page,
	stage,
}) => {
	const streams = await redisWork(stage, "watched");
	const topics = await kafkaWork(stage, "watched");
	const redis = new Redis(stage.redis.address);
	const { port } = stage.kafka.nodes[0] ?? { port: 0 };
	try {
		await streams.produce(3);
		await topics.startReading();
		await topics.produce(3);
		const board = new BoardPage(page);
		await page.goto("/?filter=watched");
		await expect(board.row(streams.channel)).toBeVisible();
		await expect(board.row(topics.channel)).toBeVisible();
		await topics.end();

		// With the collector held still, whatever still reaches a broker comes from the pages.
		const collector = stage.product.collectorPid();
		process.kill(collector, "SIGSTOP");
		try {
			const before = await served(redis);
			for (let opened = 0; opened < times; opened++) {
				if (opened % (times / inBrowser) === 0) {
					await page.goto("/?filter=watched", { waitUntil: "commit" });
					await expect(board.row(streams.channel)).toBeVisible();
				}
				for (const address of asked)
					expect((await page.request.get(address)).ok()).toBe(true);
			}
			const after = await served(redis);
			// One command of ours lies between the two.
			expect(after.commands - before.commands).toBeLessThanOrEqual(1);
			expect(after.connections).toBe(before.connections);
			expect(socketsTo(stage.product.webPid(), [port, stage.redis.port])).toBe(
				0,
			);
			expect(socketsTo(collector, [port])).toBeGreaterThan(0);
		} finally {
			process.kill(collector, "SIGCONT");
		}
	} finally {
		redis.disconnect();
		await streams.end();
	}
});

async function served(
	redis: Redis,
): Promise<{ commands: number; connections: number }> {
	const stats = await redis.info("stats");
	const figure = (name: string) =>
		Number(stats.match(new RegExp(`${name}:(\\d+)`))?.[1]);
	return {
		commands: figure("total_commands_processed"),
		connections: figure("total_connections_received"),
	};
}

/** Connections of a process to these ports of this machine, as the system lists them. */
function socketsTo(pid: number, ports: readonly number[]): number {
	const own = new Set(
		readdirSync(`/proc/${pid}/fd`).map((fd) => {
			try {
				return readlinkSync(`/proc/${pid}/fd/${fd}`);
			} catch {
				return "";
			}
		}),
	);
	const lines = ["tcp", "tcp6"].flatMap((table) =>
		readFileSync(`/proc/${pid}/net/${table}`, "utf8")
			.trim()
			.split("\n")
			.slice(1),
	);
	return lines.filter((line) => {
		const cells = line.trim().split(/\s+/);
		const port = Number.parseInt(cells[2]?.split(":")[1] ?? "0", 16);
		return ports.includes(port) && own.has(`socket:[${cells[9]}]`);
	}).length;
}
