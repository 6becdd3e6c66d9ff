// X17: somebody sets the clock, summer time ends, or the clock stands still. Is anybody called ill for it, and is it still told how long ago things were?
import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "@playwright/test";
import { eventually } from "#world/eventually.ts";
import { type FalseClock, falseClockIn } from "#world/false-clock.ts";
import { startHttpSink } from "#world/http-sink.ts";
import { startRedis } from "#world/redis.ts";
import { tidemark } from "../../product.ts";
import type { Board } from "../../visitor.ts";
import { redisWork } from "../../work.ts";
import { backlogsOn } from "../backlogs.ts";
import { readingsIn } from "../readings.ts";
import { planOn } from "../reclaim.ts";
import { inFolder, played, type Scene } from "../scene.ts";
import { sized } from "../size.ts";
import { alertsTo, illnessAmong, illnesses, rulesTold } from "../told.ts";
import { redisTruth, type Truth } from "../truth.ts";

const withinMs = 60_000;
const hour = 3_600;
/** Berlin sets its clocks back then; nothing else of the product's place or time is of today. */
const endOfSummer = Date.UTC(2025, 9, 26, 1);
const berlin = "Europe/Berlin";
/** Readings that are looked at after each step. */
const looks = sized(4, 200);
/** What a busy machine and a reading of every second make wrong. */
const slackMs = 6_000;
const calm = ["healthy", "unknown"];

const steps: readonly (readonly [
	says: string,
	set: (it: FalseClock, base: number) => Promise<void>,
])[] = [
	["two hours ahead", (it, base) => it.set(base + 2 * hour)],
	["three hours back", (it, base) => it.set(base - hour)],
	["it stands still", (it) => it.freeze()],
	["an hour ahead, where it goes on", (it, base) => it.set(base)],
	["half an hour back", (it, base) => it.set(base - hour / 2)],
];
const alarms = steps.map((_, n) => `alarm:${n}`);
const stepsTaken = sized(3, steps.length);

test("the clock is set ahead and back, summer time ends, and it stands still: nobody is called ill, ages stay true, alerts come, and old plans are not carried out", async () => {
	test.setTimeout(240_000 + stepsTaken * looks * 2_000);
	await inFolder(async (folder) => {
		const redis = await startRedis({ folder: join(folder, "redis") });
		const truth = await redisTruth("jobs", redis);
		const sink = await startHttpSink();
		const backlogs = backlogsOn(redis.address);
		const work = await redisWork({ redis }, "watched");
		await work.startReading();
		const producing = setInterval(() => void work.produce(1), 200);
		const clock = await falseClockIn(join(folder, "clock"));
		const base = Math.round((endOfSummer - Date.now()) / 1000) - 15;
		await clock.set(base);
		const settings = `brokers:
  jobs: { address: "${redis.address}", members: { patience: { shipping: 1s }, named: shipping } }
${alertsTo(sink, alarms, illnessAmong("watched:*"))}`;
		const env = { ...clock.env, TZ: berlin };
		try {
			await played({ folder, brokers: {}, settings, env }, async (scene) => {
				const { visitor, witness } = scene;
				const begunMs = performance.now();
				const wrong: string[] = [];
				const look = (board: Board) => {
					wrong.push(
						...wrongIn(board, work.channel, performance.now() - begunMs),
					);
				};
				await witness.until(shows(truth, 0), withinMs);
				const plan = await planOn(redis.address, "acts", visitor);
				// Past the end of summer time.
				const { at } = await witness.until(
					(it) => Date.parse(it.at) > endOfSummer && shows(truth, 0)(it),
					withinMs,
				);
				const atFirst = {
					...{ fromMs: Date.parse(at) - 20_000, toMs: Date.parse(at) },
				};
				for (const [n, [says, set]] of steps.slice(0, stepsTaken).entries()) {
					await set(clock, base);
					await goesOn(scene, truth, look);
					expect(wrong, says).toEqual([]);
					await backlogs.raise(alarms[n] ?? "");
					await eventually(
						() =>
							rulesTold(sink, "fires").includes(alarms[n] ?? "") || undefined,
						withinMs,
					);
					if (n === 0)
						expect(
							(await readingsIn(visitor, truth.channel, atFirst)).length,
						).toBeGreaterThan(2);
					// Drawn two hours ago, or in an hour: in neither case a moment ago.
					const { http } = await plan.approve(visitor);
					expect(http, says).toBe(409);
				}
				expect(
					illnesses.filter((it) => rulesTold(sink, "fires").includes(it)),
				).toEqual([]);
			});
			const { stdout } = await promisify(execFile)(tidemark, [
				...["audit", "verify", "--folder", join(folder, "store")],
			]);
			expect(stdout).toMatch(/whole/i);
		} finally {
			clearInterval(producing);
			await work.end();
			await truth.end();
			backlogs.end();
			await sink.stop();
			await redis.stop();
		}
	});
});

/** More than so many wait, and the board vouches for it. */
const shows =
	({ channel }: Truth, least: number) =>
	({ rows, collector }: Board) =>
		collector.freshness === "fresh" &&
		rows.some(
			(row) =>
				row.channel === channel && !row.stale && (row.lag?.n ?? 0) > least,
		);

/** Ticks go on: what waits grows from one look to the next. */
async function goesOn(
	{ witness }: Scene,
	truth: Truth,
	look: (board: Board) => void,
): Promise<void> {
	let least = truth.lag();
	for (let n = 0; n < looks; n++) {
		const board = await witness.until(shows(truth, least), withinMs);
		look(board);
		least = Math.max(least, lagOf(board, truth));
	}
}

const lagOf = ({ rows }: Board, { channel }: Truth): number =>
	rows.find((row) => row.channel === channel)?.lag?.n ?? 0;

/** Nothing is older than the product, nothing is yet to come, and who reads all there is is well. */
function wrongIn(
	{ at, rows, brokers }: Board,
	watched: string,
	runMs: number,
): readonly string[] {
	const nowMs = Date.parse(at);
	const ages = [
		...rows.map(({ channel, since }) => ["verdict", channel, since] as const),
		...brokers.map(({ name, heard }) => ["heard", name, heard ?? at] as const),
	];
	return [
		...ages.flatMap(([what, name, then]) => {
			const ageMs = nowMs - Date.parse(then);
			const isSane = ageMs > -slackMs && ageMs < runMs + slackMs;
			return isSane ? [] : [`at ${at} ${what} of ${name} is ${ageMs} ms old`];
		}),
		...rows.flatMap(({ channel, reason }) => {
			const { forSeconds } = reason.values;
			return Number(forSeconds ?? 0) * 1000 < runMs + slackMs
				? []
				: [`at ${at} ${channel}: ${reason.code} for ${forSeconds} s`];
		}),
		...rows.flatMap(({ channel, verdict, reason }) =>
			channel !== watched || calm.includes(verdict)
				? []
				: [`at ${at} ${channel} is ${verdict}: ${reason.code}`],
		),
	];
}
