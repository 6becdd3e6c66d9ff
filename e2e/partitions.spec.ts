// Is the one partition of very many that does not move found at once: in the strip, on top of the table, and with its word?
import { randomUUID } from "node:crypto";
import { Kafka, logLevel } from "kafkajs";
import { BoardPage } from "./board-page.ts";
import { inTheWay } from "./looks.ts";
import { expect, type Stage, test } from "./stage.ts";

const many = 64;
const frozen = 17;

/** One reader of a wide topic that can let go of a single partition. */
async function wideWork({ kafka }: Stage) {
	const channel = `wide-${randomUUID().slice(0, 8)}`;
	await kafka.createTopics([{ topic: channel, numPartitions: many }]);
	const client = new Kafka({
		brokers: [...kafka.brokers],
		logLevel: logLevel.NOTHING,
	});
	const producer = client.producer();
	const consumer = client.consumer({ groupId: `${channel}-readers` });
	await Promise.all([producer.connect(), consumer.connect()]);
	await consumer.subscribe({ topic: channel, fromBeginning: true });
	await consumer.run({ autoCommitInterval: 200, eachMessage: async () => {} });
	return {
		channel,
		async produce(each: number) {
			const messages = Array.from({ length: many * each }, (_, i) => ({
				...{ partition: i % many, value: `message ${i}` },
			}));
			await producer.send({ topic: channel, messages });
		},
		freeze: () => consumer.pause([{ topic: channel, partitions: [frozen] }]),
		leave: () => consumer.disconnect(),
		async end() {
			await Promise.all([consumer.disconnect(), producer.disconnect()]);
		},
	};
}

test("of 64 partitions the one that is frozen stands out, and is called stuck once nobody reads", async ({
	page,
	stage,
}) => {
	const story = await wideWork(stage);
	const { channel } = story;
	try {
		const board = new BoardPage(page);
		await story.produce(1);
		await board.open(channel);
		await expect(await board.cell(channel, "Lag")).toHaveText(/^0/);
		story.freeze();
		await story.produce(10);
		await expect(await board.cell(channel, "Lag")).toHaveText(/^10(?!\d)/);

		await page.getByRole("link", { name: channel }).click();
		const strip = page.getByRole("img", { name: `Lag of ${many} partitions` });
		await expect(strip.locator("rect")).toHaveCount(many);
		await expect(strip.locator(".heat-3")).toHaveCount(1);
		await expect(strip.locator(".heat-3")).toContainText(
			`Partition ${frozen}: 10`,
		);
		const table = page.getByRole("table", { name: "Partitions" });
		const worst = table.getByRole("row").nth(1);
		await expect(worst.getByRole("rowheader")).toHaveText(String(frozen));
		await expect(table.getByRole("row").nth(2)).toContainText("caught up");

		await story.leave();
		await expect(page.locator(".s-verdict")).toContainText("stopped");
		await expect(strip).toHaveAccessibleName(/; 1 stuck$/);
		await expect(worst).toContainText("stuck");
		for (const colorScheme of ["light", "dark"] as const) {
			await page.emulateMedia({ colorScheme });
			expect(await inTheWay(page)).toEqual([]);
		}
	} finally {
		await story.end();
	}
});
