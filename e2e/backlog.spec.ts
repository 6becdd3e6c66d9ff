// Does the board tell the story of a backlog as it happens?
import { BoardPage } from "./board-page.ts";
import { expect, kafkaName, redisName, test } from "./stage.ts";
import { kafkaWork, redisWork } from "./work.ts";

const systems = [
	{ system: "Kafka", broker: kafkaName, work: kafkaWork },
	{ system: "Redis", broker: redisName, work: redisWork },
] as const;

for (const { system, broker, work } of systems) {
	test(`a group falls behind and catches up (${system})`, async ({
		page,
		stage,
	}) => {
		const story = await work(stage, "story");
		try {
			await story.startReading();
			await story.produce(10);
			const board = new BoardPage(page);
			await board.open(story.channel);
			const row = board.row(story.channel);
			await expect(row).toContainText(broker);
			await expect(row).toContainText(story.group);
			await expect(await board.cell(story.channel, "Lag")).toHaveText("0");
			await expect(row).toContainText("healthy");
			await expect(row).toContainText("caught up");

			await story.stopReading();
			await story.produce(1234);
			await expect(await board.cell(story.channel, "Lag")).toContainText(
				"1,234",
			);
			await expect(row).not.toContainText("caught up");

			await story.startReading();
			await expect(await board.cell(story.channel, "Lag")).toHaveText("0");
			await expect(row).toContainText("caught up");
		} finally {
			await story.end();
		}
	});

	test(`a row opens into what the broker shows now (${system})`, async ({
		page,
		stage,
	}) => {
		const story = await work(stage, "looked-at");
		try {
			await story.startReading();
			await story.produce(30);
			const board = new BoardPage(page);
			await board.open(story.channel);
			await expect(await board.cell(story.channel, "Lag")).toHaveText("0");
			await page.getByRole("link", { name: story.channel }).click();
			await expect(page.getByRole("heading", { level: 1 })).toContainText(
				story.group,
			);
			const members = page.getByRole("table", { name: "Members" });
			await expect(members.getByRole("row")).toHaveCount(2);
			await expect(
				page.getByText(/as the broker showed it/).first(),
			).toBeVisible();
			if (system === "Kafka") {
				const partitions = page.getByRole("table", { name: "Partitions" });
				await expect(partitions.getByRole("row")).toHaveCount(4);
			} else await expect(members).toContainText("worker-1");
		} finally {
			await story.end();
		}
	});
}

test("a reader of a stream holds what it has not acknowledged", async ({
	page,
	stage,
}) => {
	const story = await redisWork(stage, "held");
	try {
		await story.produce(5);
		await story.take(3);
		const board = new BoardPage(page);
		await board.open(story.channel);
		await expect(await board.cell(story.channel, "Lag")).toContainText("2");
		await expect(
			await board.cell(story.channel, "Holding · oldest"),
		).toContainText("3");
		const members = await board.cell(story.channel, "Members");
		await expect(members).toContainText("≤1 live / 1");
		await expect(
			members.getByTitle("1 registered · at most 1 live"),
		).toBeVisible();
	} finally {
		await story.end();
	}
});
