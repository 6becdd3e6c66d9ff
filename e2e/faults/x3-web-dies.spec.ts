// X3: the web dies. Is it back by itself, and do open pages go on?
import { once } from "node:events";
import { existsSync } from "node:fs";
import { connect, type Socket } from "node:net";
import { join } from "node:path";
import { eventually } from "#world/eventually.ts";
import { startHttpSink } from "#world/http-sink.ts";
import { startRedis } from "#world/redis.ts";
import { BoardPage } from "../board-page.ts";
import { expect, test } from "../stage.ts";
import { redisWork } from "../work.ts";
import { backlogsOn } from "./backlogs.ts";
import { readingsIn } from "./readings.ts";
import { inFolder, played } from "./scene.ts";
import { alertsTo, namedTwice, rulesTold } from "./told.ts";
import { redisTruth } from "./truth.ts";

const withinMs = 60_000;

test("the web is killed: it is back by itself, and an open page goes on without being loaded again", async ({
	page,
	stage,
}) => {
	const story = await redisWork(stage, "web");
	try {
		await story.startReading();
		await story.produce(3);
		const board = new BoardPage(page);
		await board.open(story.channel);
		await expect(board.row(story.channel)).toContainText("caught up");
		await page.evaluate(() => document.body.setAttribute("data-here", "still"));
		process.kill(stage.product.webPid(), "SIGKILL");
		await story.stopReading();
		await story.produce(55);
		await expect(await board.cell(story.channel, "Lag")).toContainText("55", {
			timeout: 40_000,
		});
		expect(
			await page.evaluate(() => document.body.getAttribute("data-here")),
		).toBe("still");
	} finally {
		await story.end();
	}
});

test("the web is asked to end while somebody keeps it waiting, and is killed: it goes, it is back, and the collector goes on reading and telling", async () => {
	test.slow();
	await inFolder(async (folder) => {
		const redis = await startRedis({ folder: join(folder, "redis") });
		const truth = await redisTruth("jobs", redis);
		const sink = await startHttpSink();
		const backlogs = backlogsOn(redis.address);
		const slow: Socket[] = [];
		try {
			await played(
				{
					...{ folder, truths: [truth] },
					brokers: { jobs: redis.address },
					settings: alertsTo(sink, ["alarm:1", "alarm:2"]),
				},
				async ({ product, visitor, witness }) => {
					await witness.until(({ rows }) => rows.length > 0, withinMs);
					const collector = product.collectorPid();
					const fromMs = Date.now();
					for (const signal of ["SIGTERM", "SIGKILL"] as const) {
						slow.push(...(await keptWaiting(product.origin)));
						const pid = product.webPid();
						const goneFromMs = Date.now();
						process.kill(pid, signal);
						await backlogs.raise(signal === "SIGTERM" ? "alarm:1" : "alarm:2");
						await eventually(
							() => !existsSync(`/proc/${pid}`) || undefined,
							10_000,
						);
						await witness.until(
							({ at }) => Date.parse(at) > goneFromMs,
							withinMs,
						);
						expect(await eventually(product.webPid, withinMs)).not.toBe(pid);
					}
					await eventually(
						() => rulesTold(sink, "fires").length === 2 || undefined,
						withinMs,
					);
					const toMs = Date.now();
					expect(product.collectorPid()).toBe(collector);
					const read = await readingsIn(visitor, truth.channel, {
						...{ fromMs, toMs },
					});
					// It asks every second, and a busy machine is given twice that.
					expect(read.length).toBeGreaterThan((toMs - fromMs) / 2000 - 2);
					expect(witness.broken).toEqual([]);
					expect(namedTwice(sink)).toEqual([]);
				},
			);
		} finally {
			for (const socket of slow) socket.destroy();
			await truth.end();
			backlogs.end();
			await sink.stop();
			await redis.stop();
		}
	});
});

/** A question that is never asked to its end, an answer that nobody reads, and a connection on which nothing is said. */
async function keptWaiting(origin: string): Promise<readonly Socket[]> {
	const { host, hostname, port } = new URL(origin);
	const openings = [
		`GET /api/ready HTTP/1.1\r\nHost: ${host}\r\nX-Slow: `,
		`POST /api/session HTTP/1.1\r\nHost: ${host}\r\nContent-Length: 900000\r\n\r\n{`,
		`GET / HTTP/1.1\r\nHost: ${host}\r\n\r\n`.repeat(5),
		"",
	];
	return Promise.all(
		openings.map(async (opening) => {
			const socket = connect({ host: hostname, port: Number(port) });
			socket.on("error", () => {});
			socket.pause();
			await once(socket, "connect");
			socket.write(opening);
			return socket;
		}),
	);
}
