// X2: the collector, the web, or whoever started both, is frozen or killed. Is it said, and is nothing made up once it is over?
import { existsSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as after } from "node:timers/promises";
import { expect, test } from "@playwright/test";
import { eventually } from "#world/eventually.ts";
import { untilFrozen } from "#world/frozen.ts";
import { type HttpSink, startHttpSink } from "#world/http-sink.ts";
import { type RedisWorld, startRedis } from "#world/redis.ts";
import type { Board } from "../../visitor.ts";
import { redisWork } from "../../work.ts";
import { backlogsOn } from "../backlogs.ts";
import { readingsIn } from "../readings.ts";
import { inFolder, played, type Scene } from "../scene.ts";
import { sized } from "../size.ts";
import { alertsTo, illnessAmong, illnesses, rulesTold } from "../told.ts";
import { redisTruth, type Truth } from "../truth.ts";

/** Longer than five intervals, after which whoever says nothing is silent. */
const frozenMs = sized(10_000, 60_000);
const withinMs = 60_000;
const alarms = ["alarm:1", "alarm:2"] as const;

type Stand = {
	readonly folder: string;
	readonly redis: RedisWorld;
	readonly truth: Truth;
	readonly sink: HttpSink;
};

async function standing(work: (stand: Stand) => Promise<void>) {
	await inFolder(async (folder) => {
		const redis = await startRedis({ folder: join(folder, "redis") });
		const truth = await redisTruth("jobs", redis);
		const sink = await startHttpSink();
		try {
			await work({ folder, redis, truth, sink });
		} finally {
			await truth.end();
			await sink.stop();
			await redis.stop();
		}
	});
}

const playedOn = (
	{ folder, redis, truth, sink }: Stand,
	work: (scene: Scene) => Promise<void>,
) =>
	played(
		{
			...{ folder, truths: [truth] },
			brokers: { jobs: redis.address },
			settings: alertsTo(sink, alarms, illnessAmong("watched:*")),
		},
		work,
	);

const shows =
	({ channel }: Truth) =>
	({ rows, collector }: Board) =>
		collector.freshness === "fresh" &&
		rows.some((row) => row.channel === channel && !row.stale && row.lag);

const freeze = (pid: number) => {
	process.kill(pid, "SIGSTOP");
	untilFrozen(pid);
};
const gone = (pid: number) =>
	eventually(() => !existsSync(`/proc/${pid}`) || undefined, withinMs);

test("the collector is frozen: the board says so, and nobody is called ill or dead for what nobody saw; the web is frozen: the collector goes on reading and telling", async () => {
	test.setTimeout(180_000 + frozenMs);
	await standing(async (stand) => {
		const { redis, truth, sink } = stand;
		const work = await redisWork({ redis }, "watched");
		const backlogs = backlogsOn(redis.address);
		await work.startReading();
		const producing = setInterval(() => void work.produce(1), 200);
		try {
			await playedOn(stand, async (scene) => {
				const { product, witness } = scene;
				const ill: string[] = [];
				const isWell = (board: Board) => {
					for (const { channel, verdict, reason, members } of board.rows)
						if (
							channel === work.channel &&
							(members?.dead || !calm.includes(verdict))
						)
							ill.push(`${board.at} ${channel} ${verdict} ${reason.code}`);
					return false;
				};
				await witness.until(
					({ rows }) => rows.some(({ channel }) => channel === work.channel),
					withinMs,
				);
				await witness.until(shows(truth), withinMs);
				const watching = witness.until(isWell, 600_000);
				watching.catch(() => {});

				const pid = product.collectorPid();
				freeze(pid);
				await witness.until(
					({ collector }) => collector.freshness === "silent",
					withinMs,
				);
				await after(frozenMs);
				process.kill(pid, "SIGCONT");
				await witness.until(shows(truth), withinMs);
				// Alerts are looked at every two seconds: what is real comes behind whatever was made up.
				await backlogs.raise(alarms[0]);
				await eventually(
					() => rulesTold(sink, "fires").includes(alarms[0]) || undefined,
					withinMs,
				);
				expect(ill).toEqual([]);
				expect(
					illnesses.filter((it) => rulesTold(sink, "fires").includes(it)),
				).toEqual([]);
				expect(product.collectorPid()).toBe(pid);
				await webFrozen(stand, scene, () => backlogs.raise(alarms[1]));
				expect(witness.broken).toEqual([]);
				expect(witness.compared).toBeGreaterThan(0);
			});
		} finally {
			clearInterval(producing);
			backlogs.end();
			await work.end();
		}
	});
});

const calm = ["healthy", "unknown"];

async function webFrozen(
	{ truth, sink }: Stand,
	{ product, visitor, witness }: Scene,
	raise: () => Promise<void>,
) {
	const fromMs = Date.now();
	const pid = product.webPid();
	freeze(pid);
	await raise();
	await eventually(
		() => rulesTold(sink, "fires").includes(alarms[1]) || undefined,
		withinMs,
	);
	await after(sized(2000, frozenMs));
	const toMs = Date.now();
	process.kill(pid, "SIGCONT");
	await witness.until(shows(truth), withinMs);
	expect(product.webPid()).toBe(pid);
	const read = await readingsIn(visitor, truth.channel, { fromMs, toMs });
	expect(read.length).toBeGreaterThan(1);
}

test("whoever started both is killed: both end by themselves, and another start goes on at once, also beside a collector that was frozen then", async () => {
	test.slow();
	await standing(async (stand) => {
		const { truth } = stand;
		const left: number[] = [];
		await playedOn(stand, async ({ product, witness }) => {
			await witness.until(shows(truth), withinMs);
			const [frozen, web] = [product.collectorPid(), product.webPid()];
			freeze(frozen);
			left.push(frozen);
			process.kill(product.pid, "SIGKILL");
			await gone(web);
		});
		await playedOn(stand, async ({ product, witness }) => {
			await witness.until(shows(truth), withinMs);
			for (const pid of left) process.kill(pid, "SIGCONT");
			for (const pid of left) await gone(pid);
			await witness.until(shows(truth), withinMs);
			const both = [product.collectorPid(), product.webPid()];
			process.kill(product.pid, "SIGKILL");
			for (const pid of both) await gone(pid);
			expect(witness.broken).toEqual([]);
			expect(witness.compared).toBeGreaterThan(0);
		});
	});
});
