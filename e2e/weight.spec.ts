// How much has to come before the board is there? At most 200 kB of JavaScript, packed, whatever language it speaks.
import { gzipSync } from "node:zlib";
import { BoardPage } from "./board-page.ts";
import { expect, test } from "./stage.ts";
import { redisWork } from "./work.ts";

const mostBytes = 200_000;

for (const locale of ["en-GB", "ko-KR"])
	test.describe(`in ${locale}`, () => {
		test.use({ locale });

		test("the first JavaScript of the board is within its budget", async ({
			page,
			stage,
		}) => {
			const story = await redisWork(stage, "weighed");
			try {
				const board = new BoardPage(page);
				await board.open(story.channel);
				await expect(board.row(story.channel)).toBeVisible();
				const scripts = await page.evaluate(() =>
					performance
						.getEntriesByType("resource")
						.map(({ name }) => name)
						.filter((name) => new URL(name).pathname.endsWith(".js")),
				);
				let bytes = 0;
				for (const script of new Set(scripts)) {
					const body = await (await page.request.get(script)).body();
					const packed = gzipSync(body, { level: 9 });
					bytes += packed.length;
				}
				expect(scripts.length).toBeGreaterThan(3);
				expect(bytes).toBeLessThanOrEqual(mostBytes);
			} finally {
				await story.end();
			}
		});
	});
