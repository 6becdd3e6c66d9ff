// Can everybody use every screen: in the dark, in Korean, on a phone, with longer words, without colours, and holding still?
import type { Page } from "@playwright/test";
import {
	cutWords,
	inTheWay,
	lengthen,
	moving,
	sideways,
	smallTargets,
} from "./looks.ts";
import { enterEmpty, expect, type Scene, settled, test } from "./scene.ts";

// A record of so many screens is larger than all of them, and takes longer.
test.use({ trace: "off" });

/** Goes to every screen there is, and keeps what is wrong with each. */
async function walk(
	page: Page,
	scene: Scene,
	wrongWith: () => Promise<readonly string[]>,
): Promise<readonly string[]> {
	const wrong: string[] = [];
	for (const [name, address] of scene.screens) {
		await page.goto(address);
		await settled(page);
		for (const each of await wrongWith()) wrong.push(`${name}: ${each}`);
	}
	await enterEmpty(page, scene);
	for (const each of await wrongWith()) wrong.push(`the first run: ${each}`);
	return wrong;
}

/** Cookies know no ports: both products hear it. */
const speak = (page: Page, language: "en" | "ko") =>
	page.context().addCookies([
		{
			...{ name: "tidemark-language", value: language },
			...{ domain: "127.0.0.1", path: "/" },
		},
	]);

const desk = { width: 1440, height: 900 };
const schemes = ["light", "dark"] as const;
const isWall = (page: Page) => page.url().includes("view=wall");
const told = (about: string, wrong: readonly string[]) =>
	wrong.map((each) => `${about}, ${each}`);

async function throughEyes(page: Page): Promise<readonly string[]> {
	const wrong: string[] = [];
	for (const colorScheme of schemes) {
		await page.emulateMedia({ colorScheme });
		wrong.push(...told(colorScheme, await inTheWay(page)));
	}
	return wrong;
}

/** A chart learns a moment later that its place has another width. */
async function soon(
	look: () => Promise<readonly string[]>,
): Promise<readonly string[]> {
	try {
		await expect.poll(look, { timeout: 3_000 }).toEqual([]);
		return [];
	} catch {
		return look();
	}
}

async function onPhones(page: Page): Promise<readonly string[]> {
	const wrong: string[] = [];
	for (const width of [390, 360]) {
		await page.setViewportSize({ width, height: 800 });
		wrong.push(...told(`${width} wide`, await soon(() => sideways(page))));
		if (!isWall(page))
			wrong.push(...told(`${width} wide`, await smallTargets(page, 44)));
	}
	await page.setViewportSize(desk);
	return wrong;
}

/** In place, so that it comes last: the words are no longer those of the screen. */
async function withLongerWords(page: Page): Promise<readonly string[]> {
	if (isWall(page)) return [];
	await lengthen(page);
	const wrong: string[] = [];
	for (const width of [desk.width, 360]) {
		await page.setViewportSize({ ...desk, width });
		const found = await soon(async () => [
			...(await sideways(page)),
			...(await cutWords(page)),
		]);
		wrong.push(...told(`longer words ${width} wide`, found));
	}
	await page.setViewportSize(desk);
	return wrong;
}

async function whileStill(page: Page): Promise<readonly string[]> {
	await page.emulateMedia({ reducedMotion: "reduce" });
	return told("still", await moving(page));
}

test("every screen serves those who use it by ear, by thumb, in the dark, with longer words, and those who want it to hold still", async ({
	page,
	scene,
}) => {
	test.setTimeout(600_000);
	const wrong = await walk(page, scene, async () => [
		...(await throughEyes(page)),
		...(await onPhones(page)),
		...(await whileStill(page)),
		...(await withLongerWords(page)),
	]);
	expect(wrong).toEqual([]);
});

test("every screen serves those who read Korean as well", async ({
	page,
	scene,
}) => {
	test.setTimeout(600_000);
	await speak(page, "ko");
	const wrong = await walk(page, scene, async () => [
		...((await page.getAttribute("html", "lang")) === "ko"
			? []
			: ["no Korean"]),
		// What is named, and in which colours, is the same in every language; how long it is differs.
		...(await onPhones(page)),
	]);
	expect(wrong).toEqual([]);
});

for (const key of ["?", "Control+k"])
	test(`the dialog behind ${key} is for everybody, in both themes and languages`, async ({
		page,
		scene: _,
	}) => {
		for (const language of ["en", "ko"] as const) {
			await speak(page, language);
			await page.goto("/");
			await settled(page);
			await expect(page.locator("html")).toHaveAttribute("lang", language);
			await page.keyboard.press(key);
			const dialog = page.getByRole("dialog");
			await expect(dialog).toBeVisible();
			expect(await throughEyes(page)).toEqual([]);
			expect(await onPhones(page)).toEqual([]);
			await page.keyboard.press("Escape");
			await expect(dialog).toHaveCount(0);
		}
	});

test("without any colour each verdict is still a word and a mark of its own", async ({
	page,
	scene: _,
}) => {
	await page.emulateMedia({ forcedColors: "active" });
	await page.goto("/");
	await settled(page);
	const words = /^(losing|stopped|stalled|slow|unknown|abandoned|healthy)\s\d/;
	const chips = page.getByRole("button", { name: words });
	await expect(chips.first()).toBeVisible();
	const marks = await chips.evaluateAll((buttons) =>
		buttons.map((button) => {
			const mark = button.querySelector("svg");
			const drawn = mark && getComputedStyle(mark);
			const isSeen =
				drawn &&
				drawn.color !== getComputedStyle(document.body).backgroundColor;
			return {
				word: (button.textContent ?? "").replaceAll(/[\d\s,]/g, ""),
				shape: isSeen ? mark.innerHTML : "not seen",
			};
		}),
	);
	expect(marks).toHaveLength(7);
	expect(new Set(marks.map(({ word }) => word)).size).toBe(7);
	expect(new Set(marks.map(({ shape }) => shape)).size).toBe(7);
	expect(marks.map(({ shape }) => shape)).not.toContain("not seen");
});
