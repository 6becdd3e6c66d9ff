// Does a short chaos of a few seconds break any promise? The long ones are `npm run chaos`; a seed that failed there stands here from then on.
import { expect, test } from "@playwright/test";
import { play } from "../../chaos/run.ts";
import { scheduleOf } from "../../chaos/schedule.ts";
import { inFolder } from "../scene.ts";

/** The first few faults of a longer story, with which it begins. */
const seeds = [7];

for (const seed of seeds)
	test(`seed ${seed}: whatever breaks at once, everybody is told the truth, and nothing is done twice`, async () => {
		test.setTimeout(240_000);
		const length = { seconds: 16, calmSeconds: 2, hasKafka: false };
		await inFolder(async (folder) => {
			const told = await play({
				...{ folder, seed, steps: scheduleOf(seed, length) },
				...{ nodes: 0, crowd: 0, settleMs: 90_000, say() {} },
			});
			expect(told.broken).toEqual([]);
			expect(Object.keys(told.faults).length).toBeGreaterThan(2);
			expect(told.compared).toBeGreaterThan(0);
			expect(told.taken).toBeGreaterThanOrEqual(told.alarms);
		});
	});
