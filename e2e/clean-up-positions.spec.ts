// Is a group put where somebody wants it to read on, and is everybody told what that repeats or skips? On a real broker, as an operator does it.
import type { Locator, Page } from "@playwright/test";
import { BoardPage } from "./board-page.ts";
import { inTheWay, sideways } from "./looks.ts";
import { type PositionsWork, positionsWork } from "./positions-work.ts";
import { expect, type Stage, test as staged } from "./stage.ts";

const test = staged.extend<{ work: PositionsWork }>({
	work: async ({ stage }: { stage: Stage }, use) => {
		const work = await positionsWork(stage, "rewound");
		await use(work);
		await work.end();
	},
});

const dialog = (page: Page): Locator => page.getByRole("dialog");
const heading = (page: Page, name: string | RegExp): Locator =>
	dialog(page).getByRole("heading", { level: 2, name });
const button = (page: Page, name: string | RegExp): Locator =>
	dialog(page).getByRole("button", { name });

async function openReset(page: Page, { channel }: PositionsWork) {
	await new BoardPage(page).open(channel);
	await page.getByRole("link", { name: channel }).first().click();
	await page
		.getByRole("region", { name: "Clean up" })
		.getByRole("button", { name: "Reset positions…" })
		.click();
}

test("an operator rewinds a group by an hour, sees the replay, and undoes it", async ({
	page,
	work,
}) => {
	expect(await work.positions()).toEqual([6, 6, 6]);
	await openReset(page, work);
	await expect(heading(page, /^Reset 3.positions$/)).toBeVisible();
	await expect(
		dialog(page).getByRole("radio", { name: "Some time ago" }),
	).toBeFocused();
	await expect(dialog(page)).toContainText(
		/6.messages of 3.partitions are read again/,
	);
	const rows = dialog(page).getByRole("table", { name: "Positions" });
	await expect(
		rows.getByRole("row").filter({ hasText: "2 read again" }),
	).toHaveCount(3);
	await expect(dialog(page)).toContainText(/reading them again takes/i);
	await dialog(page).getByLabel("Reason").fill("OPS-1190");
	await button(page, "Reset 3").click();
	await expect(heading(page, /^Done: 3 reset/)).toBeVisible();
	expect(await work.positions()).toEqual([4, 4, 4]);

	await button(page, /^Undo for 3.positions$/).click();
	await expect(heading(page, /^Restore 3.positions$/)).toBeVisible();
	await button(page, "Restore 3").click();
	await expect(heading(page, /^Done: 3 restored/)).toBeVisible();
	expect(await work.positions()).toEqual([6, 6, 6]);
});

test("a reset is refused because the group came back", async ({
	page,
	work,
}) => {
	await openReset(page, work);
	await dialog(page)
		.getByRole("radio", { name: "First" })
		.check({ force: true });
	await expect(dialog(page)).toContainText(/18.messages of 3.partitions/);
	// Of the plan before nothing is left.
	const positions = dialog(page).getByRole("table", { name: "Positions" });
	await expect(positions).toHaveCount(1);
	await work.comeBack();
	await button(page, "Reset 3").click();
	await expect(heading(page, "Nothing was done: it has changed")).toBeVisible();
	await expect(dialog(page)).toContainText(
		/The group has 1.member\. Stop its program/,
	);
	expect(await work.positions()).toEqual([6, 6, 6]);
	await button(page, "Draw a new plan").click();
	// What was asked for is still asked for, and now refused before anybody says yes.
	await expect(heading(page, "This cannot be done")).toBeVisible();
	await expect(
		dialog(page).getByRole("radio", { name: "First" }),
	).toBeChecked();
	await button(page, "Close").click();
});

test("a file puts each partition where it says, once every line of it is right", async ({
	page,
	work,
}) => {
	const { channel } = work;
	await openReset(page, work);
	await dialog(page)
		.getByRole("radio", { name: "From CSV" })
		.check({ force: true });
	const file = dialog(page).getByRole("textbox", { name: "Positions" });
	await file.fill(
		`topic,partition,offset\n${channel},0,1\n${channel},x,2\nother,0,5`,
	);
	await expect(dialog(page)).toContainText("Line 3: “x” is no partition");
	await expect(dialog(page)).toContainText(/1.position is of other channels/);
	await button(page, "Reset 3").press("Enter");
	expect(await work.positions()).toEqual([6, 6, 6]);
	await file.fill(`${channel},0,1\n${channel},2,2`);
	await expect(heading(page, /^Reset 2.positions$/)).toBeVisible();
	await expect(file).toBeFocused();
	await button(page, "Reset 2").click();
	await expect(heading(page, /^Done: 2 reset/)).toBeVisible();
	expect(await work.positions()).toEqual([1, 6, 2]);
});

test("what is skipped wants the name typed, stands in nobody's way, and goes by keys alone", async ({
	page,
	work,
}) => {
	await work.rewind();
	await openReset(page, work);
	await expect(
		dialog(page).getByRole("radio", { name: "Some time ago" }),
	).toBeFocused();
	await page.keyboard.press("ArrowRight");
	await page.keyboard.press("ArrowRight");
	await page.keyboard.press("ArrowRight");
	await expect(dialog(page).getByRole("radio", { name: "End" })).toBeFocused();
	await expect(dialog(page)).toContainText(
		/18.messages of 3.partitions are skipped/,
	);
	await expect(dialog(page).getByRole("radio", { name: "End" })).toBeFocused();
	for (const colorScheme of ["light", "dark"] as const) {
		await page.emulateMedia({ colorScheme });
		expect(await inTheWay(page)).toEqual([]);
	}
	await dialog(page).getByLabel(`Type ${work.group}`).focus();
	await page.keyboard.type(work.group);
	await button(page, "Reset 3").focus();
	await page.keyboard.press("Enter");
	await expect(heading(page, /^Done: 3 reset/)).toBeVisible();
	expect(await work.positions()).toEqual([6, 6, 6]);
	expect(await inTheWay(page)).toEqual([]);
});

test.describe("on a phone, in Korean", () => {
	test.use({
		...{ locale: "ko-KR", viewport: { width: 390, height: 844 } },
		hasTouch: true,
	});

	test("a group is put at the first message, and nothing lies beside the screen", async ({
		page,
		work,
	}) => {
		const { channel } = work;
		await new BoardPage(page).open(channel);
		await page.getByRole("link", { name: channel }).first().tap();
		await page.getByRole("button", { name: "읽기 위치 재설정…" }).tap();
		await dialog(page).getByText("처음", { exact: true }).tap();
		await expect(dialog(page)).toContainText(
			"메시지 18건(파티션 3개)을 다시 읽습니다.",
		);
		expect(await sideways(page)).toEqual([]);
		expect(await inTheWay(page)).toEqual([]);
		const yes = button(page, "읽기 위치 3개 재설정");
		expect((await yes.boundingBox())?.height).toBeGreaterThanOrEqual(44);
		await yes.tap();
		await expect(heading(page, /^완료: 읽기 위치 3개 재설정/)).toBeVisible();
		expect(await work.positions()).toEqual([0, 0, 0]);
		expect(await sideways(page)).toEqual([]);
	});
});
