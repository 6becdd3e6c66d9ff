// Can what is seen be taken along: as a file, as a command that tells the same, and as a link that looks the same?
import { execFileSync } from "node:child_process";
import { readFile } from "node:fs/promises";
import { BoardPage } from "./board-page.ts";
import { expect, test } from "./stage.ts";
import { redisWork } from "./work.ts";

test.use({ permissions: ["clipboard-read", "clipboard-write"] });

test("a file holds the rows of the filter, a colleague sees the same columns by the link, and neither the pointer nor a reload loses them", async ({
	page,
	context,
	stage,
}) => {
	const story = await redisWork(stage, "taken");
	try {
		await story.produce(7);
		const board = new BoardPage(page);
		await board.open(story.channel);
		await expect(await board.cell(story.channel, "Lag")).toContainText("7");
		await page.getByRole("button", { name: "Take along" }).click();
		const download = page.waitForEvent("download");
		await page.getByRole("link", { name: "CSV of 1 subscription" }).click();
		const csv = await readFile(await (await download).path(), "utf8");
		const lines = csv.trimEnd().split("\r\n");
		expect(lines).toHaveLength(2);
		expect(lines[1]).toContain(story.channel);
		await page.keyboard.press("Escape");

		await page.getByRole("button", { name: "Columns" }).click();
		await page.getByRole("checkbox", { name: "Members" }).uncheck();
		await page.getByRole("checkbox", { name: "Last hour" }).uncheck();
		const heads = ["Verdict", "Lag", "Forecast", "Reason"];
		for (const name of heads)
			await expect(page.getByRole("columnheader", { name })).toBeVisible();
		await expect(
			page.getByRole("columnheader", { name: "Members" }),
		).toBeHidden();
		await expect(page).toHaveURL(/columns=lag/);
		await page.keyboard.press("Escape");
		await page.getByRole("button", { name: "Take along" }).click();
		await page.getByRole("button", { name: "Copy a link" }).click();
		const link = await page.evaluate(() => navigator.clipboard.readText());
		const colleague = await context.newPage();
		await colleague.goto(link);
		await expect(new BoardPage(colleague).row(story.channel)).toBeVisible();
		await expect(
			colleague.getByRole("columnheader", { name: "Last hour" }),
		).toBeHidden();
		await colleague.close();
	} finally {
		await story.end();
	}
});

test("the command that is copied tells the numbers of the row", async ({
	page,
	stage,
}) => {
	const story = await redisWork(stage, "commanded");
	try {
		await story.produce(5);
		const board = new BoardPage(page);
		await board.open(story.channel);
		await expect(await board.cell(story.channel, "Lag")).toContainText("5");
		await page.keyboard.press("j");
		await page.keyboard.press("c");
		await expect(page.getByText("Copied: redis-cli")).toBeVisible();
		const command = await page.evaluate(() => navigator.clipboard.readText());
		const said = execFileSync("sh", ["-c", command], { encoding: "utf8" });
		expect(said.split("\n").map((line) => line.trim())).toEqual(
			expect.arrayContaining(["lag", "5"]),
		);
		await page.evaluate(() => navigator.clipboard.writeText(""));
		await page.keyboard.press("Control+k");
		await page.getByRole("combobox", { name: /^Find/ }).fill(story.channel);
		// What can be done is about the one that is chosen, which another was before it was found.
		const chosen = page.getByRole("option", { selected: true });
		await expect(chosen).toContainText(story.channel);
		const deed = page.getByRole("option", { name: /^Copy it as a command/ });
		await deed.click();
		await expect
			.poll(() => page.evaluate(() => navigator.clipboard.readText()))
			.toBe(command);
		await board.row(story.channel).getByRole("link").click();
		await page.getByRole("button", { name: "Copy as command" }).click();
		await expect(page.getByText("Command copied")).toBeVisible();
		expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
			command,
		);
	} finally {
		await story.end();
	}
});
