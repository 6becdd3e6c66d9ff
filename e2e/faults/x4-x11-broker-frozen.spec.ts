// X4, X11: a broker is frozen, or dies. Does only its own part of the board grow old, and does it come back by itself?
import { BoardPage } from "../board-page.ts";
import { expect, kafkaName, redisName, type Stage, test } from "../stage.ts";
import { kafkaWork, redisWork } from "../work.ts";

type Broken = { mend(): Promise<void> };

const faults: readonly {
	readonly title: string;
	readonly silent: "kafka" | "redis";
	break(stage: Stage): Promise<Broken>;
}[] = [
	{
		title: "Redis is frozen",
		silent: "redis",
		async break({ redis }) {
			redis.freeze();
			return { mend: async () => redis.thaw() };
		},
	},
	{
		title: "Redis is killed",
		silent: "redis",
		async break({ redis }) {
			await redis.kill();
			return { mend: () => redis.restart() };
		},
	},
	{
		title: "Kafka is frozen",
		silent: "kafka",
		async break({ kafka }) {
			kafka.nodes[0]?.freeze();
			return { mend: async () => kafka.nodes[0]?.thaw() };
		},
	},
	{
		title: "Kafka is killed",
		silent: "kafka",
		async break({ kafka }) {
			await kafka.nodes[0]?.kill();
			return { mend: async () => kafka.nodes[0]?.restart() };
		},
	},
];

const names = { kafka: kafkaName, redis: redisName };

for (const fault of faults) {
	test(`${fault.title}: its rows are dimmed and dated, the others stay live, and it recovers by itself`, async ({
		page,
		stage,
	}) => {
		const works = {
			kafka: await kafkaWork(stage, "silent"),
			redis: await redisWork(stage, "silent"),
		};
		const neighbour = fault.silent === "kafka" ? "redis" : "kafka";
		const { channel } = works[fault.silent];
		const well = works[neighbour];
		try {
			for (const work of Object.values(works)) {
				await work.startReading();
				await work.produce(5);
			}
			const board = new BoardPage(page);
			await page.goto("/?filter=silent");
			await expect(board.row(channel)).toContainText("caught up");
			await expect(board.row(well.channel)).toContainText("caught up");
			const fresh = await board.ink(channel);

			const broken = await fault.break(stage);
			try {
				await expect(board.row(channel)).toContainText("unknown");
				await expect(board.row(channel)).toContainText(
					/No answer from the broker since \d\d:\d\d/,
				);
				await expect(await board.cell(channel, "Lag")).toHaveText("0");
				await expect.poll(() => board.ink(channel)).not.toBe(fresh);
				await expect(board.broker(names[fault.silent])).toContainText(
					"no answer for",
				);

				await well.stopReading();
				await well.produce(77);
				await expect(await board.cell(well.channel, "Lag")).toContainText("77");
				await expect(board.broker(names[neighbour])).toContainText("s ago");
				await expect(board.row(well.channel)).not.toContainText("unknown");
				expect(await board.ink(well.channel)).toBe(fresh);
			} finally {
				await broken.mend();
			}
			await expect(board.row(channel)).toContainText("healthy", {
				timeout: 60_000,
			});
			await expect.poll(() => board.ink(channel)).toBe(fresh);
			await expect(board.broker(names[fault.silent])).toContainText("s ago");
		} finally {
			await Promise.allSettled(Object.values(works).map((work) => work.end()));
		}
	});
}
