// Can an operator see that a subscriber falls behind, how long it has left, and that it was cut off?
import { randomUUID } from "node:crypto";
import { connect } from "node:net";
import { Redis } from "ioredis";
import { BoardPage } from "./board-page.ts";
import { expect, type Stage, test } from "./stage.ts";

const softBytes = 6_000_000;
/** Longer than the pause between two lists of connections, so that one falls into it. */
const softSeconds = 22;
const message = "x".repeat(10_000);

/** Listens, and takes nothing of what is sent to it; while somebody sends more than lies on the way. */
async function deafSubscriber({ redis }: Stage, channel: string) {
	const client = new Redis(redis.address);
	client.on("error", () => {});
	await client.config(
		...(["SET", "client-output-buffer-limit"] as const),
		`pubsub 0 ${softBytes} ${softSeconds}`,
	);
	const socket = connect(redis.port, "127.0.0.1");
	socket.on("error", () => {});
	const answered = new Promise((resolve) => socket.once("data", resolve));
	socket.write(`SUBSCRIBE ${channel}\r\n`);
	await answered;
	socket.pause();
	const many = client.pipeline();
	for (let i = 0; i < 2_500; i++) many.publish(channel, message);
	await many.exec();
	const timer = setInterval(() => {
		client.publish(channel, message).catch(() => {});
	}, 200);
	return {
		async end() {
			clearInterval(timer);
			socket.destroy();
			const usual = "pubsub 33554432 8388608 60";
			await client.config("SET", "client-output-buffer-limit", usual);
			client.disconnect();
		},
	};
}

test("a subscriber falls behind and is cut off", async ({ page, stage }) => {
	const channel = `prices:${randomUUID().slice(0, 8)}`;
	const subscriber = await deafSubscriber(stage, channel);
	try {
		const board = new BoardPage(page);
		await board.open(channel);
		await expect(board.row(channel)).toContainText("losing");
		await expect(board.row(channel)).toContainText(
			/1\s+subscriber cut off in .*waiting/,
		);
		await expect(await board.cell(channel, "Lag")).toHaveText("");

		await page.getByRole("link", { name: channel }).click();
		await expect(page.getByText("Nothing is kept")).toBeVisible();
		const table = page.getByRole("table", { name: "Subscribers" });
		await expect(table.getByRole("row")).toHaveCount(2);
		await expect(table).toContainText("127.0.0.1:");
		await expect(table).toContainText(/\d+%/);

		// What the server counts says that it was cut off; older ones count nothing, and it is gone.
		await expect(page.getByText(/(cut off|gone) at .*is lost/)).toBeVisible({
			timeout: 45_000,
		});
		await expect(page.getByText("Nobody listens since")).toBeVisible();
	} finally {
		await subscriber.end();
	}
});
