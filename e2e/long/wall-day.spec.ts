// Can a wall hang for days? A day passes in front of it, with thousands of answers, and its memory stays as it was.
import type { CDPSession, Page } from "@playwright/test";
import { calm, expect, test, wall } from "../wall-place.ts";
import { redisWork } from "../work.ts";

// What records a test would keep every answer of the day.
test.use({ trace: "off" });

const dayMs = 86_400_000;
const jumps = 1_200;
const growthMaxBytes = 20_000_000;

async function heapBytes(session: CDPSession): Promise<number> {
	await session.send("HeapProfiler.collectGarbage");
	return (await session.send("Runtime.getHeapUsage")).usedSize;
}

/** Each jump ends the wait for the next question, and its answer comes before the next jump. */
async function pass(page: Page, from: number, to: number) {
	for (let jump = from; jump < to; jump++) {
		const answered = page.waitForResponse(/\/api\/board/);
		await page.clock.fastForward(dayMs / jumps);
		await answered;
	}
}

test("a day in front of the wall leaves its memory as it was", async ({
	page,
	place,
}) => {
	test.setTimeout(600_000);
	const story = await redisWork(place, "day");
	try {
		await story.startReading();
		await page.clock.install();
		const session = await page.context().newCDPSession(page);
		await session.send("HeapProfiler.enable");
		let answers = 0;
		let news = 0;
		page.on("response", (response) => {
			if (!response.url().includes("/api/board")) return;
			answers++;
			if (response.status() === 200) news++;
		});
		await page.goto(wall);
		await expect(calm(page)).toBeVisible();
		const step = 100;
		await pass(page, 0, step);
		const before = await heapBytes(session);
		for (let at = step; at < jumps; at += step) {
			await story.produce(3);
			await pass(page, at, Math.min(jumps, at + step));
		}
		await page.clock.resume();
		await expect(calm(page)).toBeVisible();
		await expect(page.getByText(/data \d+\ss old/)).toBeVisible();
		expect(answers).toBeGreaterThan(1_000);
		expect(news).toBeGreaterThan(10);
		const growth = (await heapBytes(session)) - before;
		test.info().annotations.push({
			type: "heap",
			description: `${answers} answers, ${news} with rows, ${growth} bytes`,
		});
		expect(growth).toBeLessThan(growthMaxBytes);
	} finally {
		await story.end();
	}
});
