// Who may come in, what may they do, and how are they sent out? As people meet it, on the screens.
import type { Page } from "@playwright/test";
import {
	comeInAs,
	newBrowser,
	newSomebody,
	type Somebody,
	sent,
} from "./access-work.ts";
import { inTheWay, sideways, smallTargets } from "./looks.ts";
import { expect, type Stage, test } from "./stage.ts";
import { redisWork } from "./work.ts";

const account = (page: Page, name: string) =>
	page.getByRole("button", { name: `Your account: ${name}` });

const alert = (page: Page, hasText: string) =>
	page.getByRole("alert").filter({ hasText });

async function signIn(page: Page, { name, password }: Somebody) {
	await page.getByLabel("Name", { exact: true }).fill(name);
	await page.getByLabel("Password", { exact: true }).fill(password);
	await page.getByRole("button", { name: "Sign in", exact: true }).click();
}

/** In both themes, and on a phone. */
async function servesEverybody(page: Page) {
	const wrong: string[] = [];
	for (const colorScheme of ["light", "dark"] as const) {
		await page.emulateMedia({ colorScheme });
		wrong.push(...(await inTheWay(page)));
	}
	const size = page.viewportSize();
	await page.setViewportSize({ width: 390, height: 844 });
	wrong.push(...(await sideways(page)), ...(await smallTargets(page, 44)));
	if (size) await page.setViewportSize(size);
	expect(wrong).toEqual([]);
}

test("an admin adds a person, who sets a password and signs in", async ({
	browser,
	page,
	stage,
}) => {
	const mina = newSomebody("mina");
	await page.goto("/people");
	await page.getByRole("button", { name: "Add a person" }).click();
	const dialog = page.getByRole("dialog");
	await dialog.getByLabel("Name", { exact: true }).fill(mina.name);
	await dialog.getByRole("checkbox", { name: "operator" }).check();
	await dialog.getByRole("button", { name: /^Add and make/ }).click();
	const link = await dialog.getByText("/enter#invitation=").innerText();
	await servesEverybody(page);
	await dialog.getByRole("button", { name: "Done" }).click();
	const row = page.getByRole("row", { name: mina.name });
	await expect(row.first()).toContainText("viewer, operator");
	await expect(row.first()).toContainText("no password yet");
	await servesEverybody(page);

	const theirs = await newBrowser(browser, stage);
	const hers = await theirs.newPage();
	await hers.goto(link);
	await expect(hers.getByRole("heading")).toHaveText(
		`Choose a password, ${mina.name}`,
	);
	expect(hers.url()).not.toContain("invitation");
	await servesEverybody(hers);
	const password = hers.getByLabel("Password", { exact: true });
	await password.fill("too short");
	await expect(hers.getByText("3 characters to go.")).toBeVisible();
	await password.fill(mina.password);
	await hers.getByRole("button", { name: /^Set the password/ }).click();
	await account(hers, mina.name).click();
	await expect(hers.getByText("by password")).toBeVisible();
	await expect(hers.getByText("Roles: viewer, operator")).toBeVisible();
	expect(await inTheWay(hers)).toEqual([]);
	await hers.getByRole("button", { name: "Sign out" }).click();

	await expect(hers.getByText("You are signed out.")).toBeVisible();
	await signIn(hers, { ...mina, password: "something else entirely" });
	await expect(alert(hers, "Name and password do not fit.")).toBeVisible();
	await signIn(hers, mina);
	await expect(account(hers, mina.name)).toBeVisible();
	await hers.goto(link);
	await hers.getByLabel("Password", { exact: true }).fill(mina.password);
	await hers.getByRole("button", { name: /^Set the password/ }).click();
	await expect(alert(hers, "used already")).toBeVisible();
	await theirs.close();
});

test("a viewer sees what they may not do, and why", async ({
	browser,
	request,
	stage,
}) => {
	const work = await redisWork(stage, "looked at");
	await work.produce(8);
	await work.take(4);
	const context = await comeInAs(
		...([browser, request, stage, newSomebody("noor")] as const),
		["viewer"],
	);
	const page = await context.newPage();
	await page.goto(
		`/?filter=${encodeURIComponent(`channel:"${work.channel}"`)}`,
	);
	await page.getByRole("link", { name: work.channel }).click();
	const reclaim = page.getByRole("button", { name: /^Reclaim/ });
	await expect(reclaim).toHaveAttribute("aria-disabled", "true");
	await expect(reclaim).toHaveAccessibleDescription("needs operator");
	await page.goto("/alerts");
	const mute = page.getByRole("button", { name: /^Mute all/ });
	await expect(mute).toHaveAttribute("aria-disabled", "true");
	await expect(mute).toHaveAttribute(
		"title",
		"Needs the role operator or admin",
	);
	await page.goto("/people");
	await expect(page.getByRole("heading", { level: 1 })).toHaveText(
		"Your account",
	);
	await expect(page.getByText("May see, look into")).toBeVisible();
	await expect(page.getByRole("button", { name: /^Add a/ })).toHaveCount(0);
	await expect(
		page.getByRole("row").filter({ hasText: "this one" }),
	).toHaveCount(1);
	await servesEverybody(page);
	await context.close();
	await work.end();
});

test("somebody ends a session they do not know, and that browser is out at once", async ({
	browser,
	request,
	stage,
}) => {
	const jun = newSomebody("jun");
	const own = await comeInAs(browser, request, stage, jun, ["viewer"]);
	const foreign = await newBrowser(browser, stage);
	const there = await foreign.newPage();
	await there.goto("/alerts");
	await signIn(there, jun);
	await expect(there).toHaveURL(/\/alerts$/);
	await expect(account(there, jun.name)).toBeVisible();

	const page = await own.newPage();
	await page.goto("/people");
	const sessions = page.getByRole("table", { name: "Your sessions" });
	await expect(sessions.getByRole("row")).toHaveCount(3);
	await sessions.getByRole("button", { name: /^End/ }).click();
	await expect(sessions.getByRole("row")).toHaveCount(2);

	await expect(there.getByText("Your session is over.")).toBeVisible();
	await signIn(there, jun);
	await expect(there).toHaveURL(/\/alerts$/);
	for (const context of [own, foreign]) await context.close();
});

test("too many wrong passwords wait, and the known browser does not", async ({
	browser,
	request,
	stage,
}) => {
	const aida = newSomebody("aida");
	const known = await comeInAs(browser, request, stage, aida, ["viewer"]);
	const stranger = await newBrowser(browser, stage);
	const page = await stranger.newPage();
	await flood(stage, page, aida);
	await page.goto("/enter");
	await signIn(page, { ...aida, password: "one more guess" });
	await expect(alert(page, "Too many tries. Wait")).toBeVisible();
	await expect(
		page.getByRole("button", { name: "Sign in", exact: true }),
	).toHaveAttribute("aria-disabled", "true");

	const hers = await known.newPage();
	await hers.goto("/");
	await account(hers, aida.name).click();
	await hers.getByRole("button", { name: "Sign out" }).click();
	await signIn(hers, aida);
	await expect(account(hers, aida.name)).toBeVisible();
	for (const context of [known, stranger]) await context.close();
});

/** As many as are answered before somebody has to wait. */
async function flood(stage: Stage, { request }: Page, { name }: Somebody) {
	await expect
		.poll(
			async () => {
				const reply = await sent(request, stage, "/api/session", {
					...{ by: "password", person: name, password: "a wrong guess" },
				});
				return (await reply.json()).detail.key;
			},
			{ intervals: [0] },
		)
		.toBe("too many tries");
}

test.describe("in Korean", () => {
	test.use({ locale: "ko-KR" });

	test("people and the way in serve those who read Korean as well", async ({
		browser,
		page,
		stage,
		request,
	}) => {
		const somebody = newSomebody("mina");
		const theirs = await comeInAs(browser, request, stage, somebody, [
			"viewer",
		]);
		await theirs.close();
		await page.goto("/people");
		await expect(page.getByRole("heading", { name: "세션" })).toBeVisible();
		await servesEverybody(page);
		await page.context().clearCookies();
		await expect(page.getByRole("heading", { name: "로그인" })).toBeVisible();
		await servesEverybody(page);
	});
});
