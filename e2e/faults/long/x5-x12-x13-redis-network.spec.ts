// X5, X12, X13: the network before a Redis is refused, torn, deaf, mute, cut, slow or narrow. Is it given up in time without a storm, and well again by itself?
import { join } from "node:path";
import { setTimeout as after } from "node:timers/promises";
import { expect, test } from "@playwright/test";
import { Redis } from "ioredis";
import { type Chaos, type ChaosMode, startChaos } from "#world/chaos.ts";
import { startHttpSink } from "#world/http-sink.ts";
import { startRedis } from "#world/redis.ts";
import type { Board } from "../../visitor.ts";
import { alertsTo, toldOf, untilTold } from "../notices.ts";
import { inFolder, played } from "../scene.ts";
import { sized } from "../size.ts";
import { redisTruth } from "../truth.ts";

/** One server, and as many ways to it, each of which goes wrong in its own way. */
const faults: Readonly<
	Record<string, { readonly mode: ChaosMode; readonly code: string | null }>
> = {
	refused: { mode: { refuses: true }, code: "unreachable" },
	torn: { mode: { cutAfterBytes: 70 }, code: "unreachable" },
	cut: { mode: { swallows: "both" }, code: "no answer" },
	deaf: { mode: { swallows: "client" }, code: "no answer" },
	mute: { mode: { swallows: "server" }, code: "no answer" },
	narrow: { mode: { bytesPerSecond: 300 }, code: "no answer" },
	// 400 ms there and back.
	slow: { mode: { latencyMs: 200 }, code: null },
};
const names = Object.keys(faults);
const brokenForMs = sized(8_000, 120_000);

const chipOf = ({ brokers }: Board, name: string) =>
	brokers.find((it) => it.name === name);

test("seven ways to one server go wrong at once: each is given up in time, the eighth stays live, and all are well again by themselves", async () => {
	test.slow();
	await inFolder(async (folder) => {
		const redis = await startRedis({ folder: join(folder, "redis") });
		const sink = await startHttpSink();
		const ways = new Map<string, Chaos>();
		for (const name of [...names, "well"])
			ways.set(name, await startChaos(redis));
		const client = new Redis(redis.address);
		const truth = await redisTruth("well", redis);
		try {
			await client.sadd("rq:queues", "rq:queue:mail");
			await client.rpush("rq:queue:mail", "one", "two");
			await played(
				{
					folder,
					brokers: Object.fromEntries(
						[...ways].map(([name, { port }]) => [
							name,
							`redis://127.0.0.1:${port}`,
						]),
					),
					truths: [...ways.keys()].map((broker) => ({ ...truth, broker })),
					settings: alertsTo(sink, {
						silent: "broker silent",
						waiting: "lag over 0",
					}),
				},
				async ({ visitor, witness }) => {
					const isWell = (board: Board, name: string) =>
						chipOf(board, name)?.freshness === "fresh" &&
						["rq:queue:mail", truth.channel].every((channel) =>
							board.rows.some(
								(row) =>
									row.broker === name && row.channel === channel && !row.stale,
							),
						);
					const areAllWell = (board: Board) =>
						[...ways.keys()].every((name) => isWell(board, name));
					await witness.until(areAllWell, 30_000);
					await untilTold(sink, [...ways.keys()], ["waiting fires"], 30_000);

					for (const [name, { mode }] of Object.entries(faults)) {
						const way = ways.get(name);
						if (!way) continue;
						[way.mode, way.knocked] = [mode, 0];
						// Whoever is inside would stay.
						if (mode.refuses) way.reset();
					}
					const brokenMs = performance.now();
					const wellTroubles = new Set<string>();
					await witness.until((board) => {
						wellTroubles.add(chipOf(board, "well")?.trouble?.code ?? "none");
						return Object.entries(faults).every(
							([name, { code }]) =>
								code === null || chipOf(board, name)?.trouble?.code === code,
						);
					}, 20_000);
					await after(brokenMs + brokenForMs - performance.now());
					const lost = names.filter((name) => faults[name]?.code !== null);
					const soFar = ["waiting fires", "silent fires"];
					await untilTold(sink, lost, soFar, 30_000);
					const during = await witness.until(() => true, 10_000);
					const brokenSeconds = (performance.now() - brokenMs) / 1000;
					for (const [name, { code }] of Object.entries(faults)) {
						const rows = during.rows.filter(({ broker }) => broker === name);
						// What was known stays, dated; nobody says it is gone.
						expect(rows.length, name).toBeGreaterThan(1);
						if (code !== null) {
							expect(chipOf(during, name)?.freshness, name).toBe("silent");
							for (const row of rows)
								expect([row.verdict, row.stale], name).toEqual([
									"unknown",
									true,
								]);
						}
						// One try a tick, and one look at why it was refused.
						const knocks = ways.get(name)?.knocked ?? 0;
						expect(knocks / brokenSeconds, name).toBeLessThan(3);
						// What was given up is not still under way in front of what is asked next.
						expect(ways.get(name)?.waiting, name).toBeLessThan(8_000);
					}
					expect(chipOf(during, "well")?.freshness).not.toBe("silent");
					expect([...wellTroubles]).toEqual(["none"]);

					for (const way of ways.values()) {
						// Where bytes are missing nothing that follows makes sense.
						if (way.mode.swallows) way.reset();
						way.mode = {};
					}
					const backlog = truth.lag();
					await witness.until(
						(board) =>
							areAllWell(board) &&
							board.rows
								.filter(({ channel }) => channel === truth.channel)
								.every(({ lag }) => (lag?.n ?? 0) >= backlog),
						30_000,
					);
					// One notice of each, and nobody heard that what waits was over while nobody knew.
					const all = ["waiting fires", "silent fires", "silent over"];
					await untilTold(sink, lost, all, 30_000);
					expect(toldOf(sink, "well")).toEqual(["waiting fires"]);
					expect(witness.broken).toEqual([]);
					expect(witness.compared).toBeGreaterThan(0);
					const { rows } = await visitor.board();
					expect(rows.some(({ stale }) => stale)).toBe(false);
					// I4: one connection for each way, and none was left behind.
					const own = String(await client.client("LIST"))
						.split("\n")
						.filter((it) => it.includes(" name=tidemark"));
					expect(own.length).toBeLessThanOrEqual(2 * ways.size);
				},
			);
		} finally {
			await truth.end();
			client.disconnect();
			for (const way of ways.values()) await way.close();
			await redis.stop();
			await sink.stop();
		}
	});
});
