// Does one click end an incident, and is everybody told what came of it? On a real server, as an operator does it.
import type { Locator, Page } from "@playwright/test";
import { BoardPage } from "./board-page.ts";
import { expect, test } from "./clean-stage.ts";
import type { Crew } from "./crew.ts";

/** Twelve of twenty-one are dead, and seven of these hold 42 messages. */
const incident = {
	...{ live: 9, waiting: 5 },
	dead: [11, 9, 8, 6, 4, 3, 1, 0, 0, 0, 0, 0],
};

const dialog = (page: Page): Locator => page.getByRole("dialog");
const heading = (page: Page, name: string | RegExp): Locator =>
	dialog(page).getByRole("heading", { level: 2, name });
const button = (page: Page, name: string | RegExp): Locator =>
	dialog(page).getByRole("button", { name });

/** The page of its subscription, once the dead are known to be. */
async function openPage(page: Page, crew: Crew): Promise<void> {
	await new BoardPage(page).open(crew.channel);
	await page.getByRole("link", { name: crew.channel }).first().click();
	await expect(offer(page, /^Reclaim \d+ from/)).toBeVisible();
}

const offer = (page: Page, name: string | RegExp): Locator =>
	page.getByRole("region", { name: "Clean up" }).getByRole("button", { name });

test("an operator ends 21/9 with two clicks", async ({ page, crew }) => {
	const story = await crew(incident);
	const board = new BoardPage(page);
	await board.open(story.channel);
	const row = board.row(story.channel);
	await expect(row).toContainText("9 live / 21");
	await row.getByRole("button", { name: "Clean up" }).click();
	await button(page, /42, remove 12.members$/).click();
	await expect(
		heading(page, /^Done: 42 .+, 12.members removed$/),
	).toBeVisible();
	expect(Object.keys(await story.held()).toSorted()).toEqual(story.live);
	await button(page, "Close").click();
	await expect(dialog(page)).toHaveCount(0);
	await expect(row).toContainText("9 live");
	await expect(row).not.toContainText("21");
});

test("an operator hands a dead member's messages to a living one, and takes it back", async ({
	page,
	crew,
}) => {
	const story = await crew({ dead: [3, 0], live: 1 });
	await openPage(page, story);
	await offer(page, /^Reclaim 3 from/).click();
	await expect(heading(page, /3.messages/)).toBeVisible();
	await dialog(page).getByRole("radio", { name: "Hand over" }).check();
	await expect(heading(page, /^Hand over 3.messages/)).toBeVisible();
	await expect(dialog(page)).toContainText("go from 1\u00a0member to here-01");
	await dialog(page).getByLabel("Reason").fill("OPS-1182");
	await button(page, /^Hand over 3, remove 2.members$/).click();
	await expect(heading(page, /^Done: 3 handed over/)).toBeVisible();
	expect(await story.held()).toEqual({ "here-01": 3 });

	await button(page, /^Undo for 3.messages$/).click();
	await expect(heading(page, /^Give back 3.messages/)).toBeVisible();
	await button(page, /^Give back 3/).click();
	await expect(heading(page, /^Done: 3 given back/)).toBeVisible();
	expect(await story.held()).toMatchObject({ "gone-01": 3, "here-01": 0 });

	await dialog(page).getByRole("link", { name: "See in Activity" }).click();
	const activity = page.getByRole("table", { name: "Activity" });
	const lines = activity.getByRole("row").filter({ hasText: story.channel });
	await expect(lines).toHaveCount(2);
	await page.getByRole("combobox", { name: "Outcome" }).selectOption("any");
	// With the plan that another choice took the place of.
	await expect(lines).toHaveCount(3);
	await expect(lines.nth(1)).toContainText("Hand over 3");
	await expect(lines.nth(1)).toContainText("Taken back");
	await lines.nth(1).getByRole("button", { name: "Details" }).click();
	await expect(activity).toContainText("OPS-1182");
});

test("a clean-up is refused because the members came back, and another plan is drawn", async ({
	page,
	crew,
}) => {
	const story = await crew({ dead: [2, 2], live: 1 });
	await openPage(page, story);
	await offer(page, /^Reclaim 4 from/).click();
	const yes = button(page, /4, remove 2.members$/);
	await expect(yes).toBeVisible();
	for (const name of story.dead) await story.comeBack(name);
	await yes.click();
	await expect(heading(page, "Nothing was done: it has changed")).toBeVisible();
	await expect(dialog(page)).toContainText("gone-01 came back");
	expect(await story.held()).toMatchObject({ "gone-01": 3, "gone-02": 3 });
	await button(page, "Draw a new plan").click();
	await expect(heading(page, "There is nothing to do")).toBeVisible();
	await button(page, "Close").click();
	await expect(dialog(page)).toHaveCount(0);
	expect(await story.held()).toMatchObject({ "gone-01": 3, "gone-02": 3 });
});

test("an operator sees why a member cannot be removed", async ({
	page,
	crew,
}) => {
	const story = await crew({ dead: [2, 0], live: 1 });
	await openPage(page, story);
	await offer(page, /^Remove 2.dead/).click();
	// One holds something, which has to be settled in the same plan.
	await expect(heading(page, /2.messages and remove 2.members$/)).toBeVisible();
	await dialog(page).getByText("Members 2").click();
	await expect(
		dialog(page).getByRole("listitem").filter({ hasText: "holds 2" }),
	).toContainText("gone-01");
	await story.comeBack("gone-02");
	await button(page, /2, remove 2.members$/).click();
	await expect(dialog(page)).toContainText(/gone-02 came back: .+ it stays/);
	await page.keyboard.press("Escape");
	await expect(dialog(page)).toHaveCount(0);
	const held = await story.held();
	expect(held).toMatchObject({ "gone-02": 1 });
	// The other one was cleaned up after all the same.
	expect(held).not.toHaveProperty("gone-01");
});

test("what can lose messages wants its name typed, and until then does nothing", async ({
	page,
	crew,
}) => {
	const story = await crew({ dead: [4], live: 1 });
	await openPage(page, story);
	await offer(page, /^Reclaim 4 from/).click();
	await dialog(page).getByRole("radio", { name: "Acknowledge" }).check();
	await expect(heading(page, /^Acknowledge 4.messages/)).toBeVisible();
	const yes = button(page, /^Acknowledge 4/);
	await yes.press("Enter");
	await expect(dialog(page)).toContainText("The name has to be typed first.");
	expect(await story.held()).toMatchObject({ "gone-01": 4 });
	await dialog(page)
		.getByLabel(/^Type shipping/)
		.fill("shipping");
	await yes.click();
	await expect(heading(page, /^Done: 4 acknowledged/)).toBeVisible();
	expect(await story.held()).toEqual({ "here-01": 0 });
});

test("only some are taken: by member, and nobody else is touched", async ({
	page,
	crew,
}) => {
	const story = await crew({ dead: [2, 3], live: 1 });
	await openPage(page, story);
	await offer(page, /^Reclaim 5 from/).click();
	await expect(heading(page, /5.messages/)).toBeVisible();
	await dialog(page).getByText("Members 2").click();
	await dialog(page).getByRole("checkbox", { name: "gone-01" }).uncheck();
	await button(page, /for 1.member only$/).click();
	await expect(heading(page, /3.messages and remove 1.member$/)).toBeVisible();
	await button(page, /3, remove 1.member$/).click();
	await expect(heading(page, /^Done: 3/)).toBeVisible();
	expect(await story.held()).toMatchObject({ "gone-01": 2, "here-01": 0 });
	expect(Object.keys(await story.held())).not.toContain("gone-02");
});

test("a reload shows the same plan, Back closes it, and nothing was done", async ({
	page,
	crew,
}) => {
	const story = await crew({ dead: [2], live: 1 });
	await openPage(page, story);
	const address = page.url();
	await offer(page, /^Reclaim 2 from/).click();
	await expect(heading(page, /2.messages/)).toBeVisible();
	await page.reload();
	await expect(heading(page, /2.messages/)).toBeVisible();
	await page.goBack();
	await expect(dialog(page)).toHaveCount(0);
	expect(page.url()).toBe(address);
	expect(await story.held()).toMatchObject({ "gone-01": 2 });
});

test("an operator says who takes the messages", async ({ page, crew }) => {
	const story = await crew({ dead: [2], live: 3 });
	await openPage(page, story);
	await offer(page, /^Reclaim 2 from/).click();
	await dialog(page).getByRole("radio", { name: "Hand over" }).check();
	await expect(heading(page, /^Hand over 2.messages/)).toBeVisible();
	const receiver = dialog(page).getByRole("combobox", {
		name: "Who takes them",
	});
	const fitting = await receiver.inputValue();
	const wanted = story.live.find((name) => name !== fitting) ?? "";
	await receiver.selectOption(wanted);
	// On a slow page at once, while the plan before still stands there: the yes waits for the plan it is meant for.
	await button(page, /^Hand over 2, remove 1.member$/).click();
	await expect(heading(page, /^Done: 2 handed over/)).toBeVisible();
	expect(await story.held()).toMatchObject({ [wanted]: 2, [fitting]: 0 });
});
