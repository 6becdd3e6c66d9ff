// X1: the collector is killed again and again, at any moment of its work. Is anything lost, told wrongly, or done twice?
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { setTimeout as after } from "node:timers/promises";
import { expect, test } from "@playwright/test";
import { eventually } from "#world/eventually.ts";
import { startHttpSink } from "#world/http-sink.ts";
import { randomFrom } from "#world/random.ts";
import { startRedis } from "#world/redis.ts";
import { backlogsOn } from "../backlogs.ts";
import { type Account, messages, type Reclaim, reclaimOn } from "../reclaim.ts";
import { inFolder, played, type Scene } from "../scene.ts";
import { sized } from "../size.ts";
import { alertsTo, namedTwice, noticesIn, rulesTold } from "../told.ts";
import { redisTruth } from "../truth.ts";

/** After so many in a row the pauses are half a minute: the whole product starts anew then, and goes on in the same folder. */
const killsInARow = sized(4, 6);
const rounds = sized(1, 17);
const kills = rounds * killsInARow;
const withinMs = 90_000;
/** What could not be told between two deaths is told one by one at the end, and each lost answer is a rest of some seconds. */
const toldWithinMs = withinMs + kills * 4_000;
const endings = ["done", "partly done", "refused", "failed", "unknown"];
const alarm = (n: number) => `alarm:${n}`;
const alarms = Array.from({ length: kills }, (_, n) => alarm(n));

test("the collector is killed at any moment of its work: nothing is lost, nothing is shown as new that is old, everybody is told, and nothing is done twice", async () => {
	test.setTimeout(120_000 + rounds * 90_000 + toldWithinMs);
	const random = randomFrom(1);
	const acts: Reclaim[] = [];
	const told = new Map<string, Account>();
	const cleared = new Set<string>();
	await inFolder(async (folder) => {
		const redis = await startRedis({ folder: join(folder, "redis") });
		const truth = await redisTruth("jobs", redis);
		const backlogs = backlogsOn(redis.address);
		const sink = await startHttpSink();
		/** Of 4 some answers are lost on their way, so that it has to be told again. */
		sink.answer(() => (random() < 0.25 ? "resets" : { code: 200 }));
		const settings = `brokers:
  jobs: { address: "${redis.address}", members: { patience: { "*": 1s }, named: "*" } }
${alertsTo(sink, alarms)}`;

		async function killedIn({ product, visitor, witness }: Scene, n: number) {
			const pid = await eventually(product.collectorPid, withinMs);
			await backlogs.raise(alarm(n));
			// What nobody has heard of yet may be over before anybody looked.
			const heard = rulesTold(sink, "fires").find((it) => !cleared.has(it));
			if (heard !== undefined) {
				cleared.add(heard);
				await backlogs.clear(heard);
			}
			// The first of a round has a collector that lives already, and is killed in the middle of an act.
			const isActing = n % killsInARow === 0;
			if (isActing)
				acts.push(await reclaimOn(redis.address, `acts:${n}`, visitor));
			await after(random() * (isActing ? 700 : 3000));
			process.kill(pid, "SIGKILL");
			const killedMs = performance.now();
			const killedAt = Date.now();
			const isMeasured = isActing || n % killsInARow === killsInARow - 1;
			if (!isMeasured) {
				await eventually(() => isOther(product.collectorPid, pid), withinMs);
				return 0;
			}
			await witness.until(
				({ collector: { at } }) => Date.parse(at ?? "") > killedAt,
				withinMs,
			);
			return performance.now() - killedMs;
		}

		async function round(first: number) {
			const brokers = {};
			const setting = { folder, brokers, truths: [truth], settings };
			await played(setting, async (scene) => {
				const backMs: number[] = [];
				for (let n = first; n < first + killsInARow; n++)
					backMs.push(await killedIn(scene, n));
				const [firstMs = 0, lastMs = 0] = [backMs.at(0), backMs.at(-1)];
				console.log(
					`the first time it was back after ${Math.round(firstMs)} ms, after ${killsInARow} times in a row after ${Math.round(lastMs)} ms`,
				);
				expect(firstMs).toBeLessThan(lastMs);
				const act = acts.at(-1);
				const ended = await act?.ended(scene.visitor);
				const account = await act?.account();
				expect(endings).toContain(ended?.state);
				expect(account?.wrong).toBe(0);
				expect((account?.held ?? 0) + (account?.copied ?? 0)).toBe(messages);
				expect(ended?.messages).toBeLessThanOrEqual(account?.copied ?? 0);
				console.log(`an act was told as ${ended?.state}, ${account?.copied}`);
				if (act && account) told.set(act.id, account);
				if (first + killsInARow === kills) await settled(scene);
				expect(scene.witness.broken).toEqual([]);
				expect(scene.witness.compared).toBeGreaterThan(0);
			});
		}

		/** No more is killed: what is true is shown, and everybody is told. */
		async function settled({ witness }: Scene) {
			await truth.end();
			const isTrue = ({
				rows,
			}: Awaited<ReturnType<Scene["visitor"]["board"]>>) =>
				rows.some(
					({ channel, lag, stale }) =>
						channel === truth.channel && !stale && lag?.n === truth.lag(),
				);
			await witness.until(isTrue, withinMs);
			await eventually(
				() => {
					expect(rulesTold(sink, "fires").toSorted()).toEqual(
						alarms.toSorted(),
					);
					expect(rulesTold(sink, "over").toSorted()).toEqual(
						[...cleared].toSorted(),
					);
					return true;
				},
				toldWithinMs,
				500,
			);
			expect(namedTwice(sink)).toEqual([]);
			for (const rule of alarms)
				expect(
					new Set(
						noticesIn(sink)
							.filter((notice) => notice.rule === rule)
							.flatMap(({ alerts }) => alerts.map(({ id }) => id)),
					).size,
					rule,
				).toBe(1);
		}

		try {
			for (let n = 0; n < rounds; n++) await round(n * killsInARow);
			// Nothing went on after it was told to have ended.
			for (const act of acts)
				expect(await act.account()).toEqual(told.get(act.id));
			const store = new DatabaseSync(join(folder, "store", "tidemark.db"));
			expect(store.prepare("PRAGMA integrity_check").all()).toEqual([
				{ integrity_check: "ok" },
			]);
			store.close();
		} finally {
			await truth.end();
			for (const act of acts) act.close();
			backlogs.end();
			await sink.stop();
			await redis.stop();
		}
	});
});

const isOther = (pidOf: () => number, pid: number) =>
	pidOf() === pid ? undefined : true;
