// Is the right person told, once, with what to do; is a rule tried before it is kept; and does somebody have peace who wants it?
import { expect, test, toldOf } from "./alert-stage.ts";
import { inTheWay, sideways, smallTargets } from "./looks.ts";

const hands = { dead: [], live: 1 } as const;

test("somebody gets the notice, follows its link, and sees the frozen moment", async ({
	page,
	crew,
	sink,
}) => {
	const { channel } = await crew({ ...hands, waiting: 9 });
	await expect.poll(() => toldOf(sink, channel).length).toBe(1);
	const [told] = toldOf(sink, channel);
	expect(told?.title).toContain(channel);
	expect(told?.text).toContain("Call the orders team.");
	const link = told?.links[0] ?? "";
	expect(link).toMatch(/\/subscriptions\/.+from=.+to=/);
	await page.goto(link);
	await expect(
		page.getByRole("heading", { level: 1, name: channel }),
	).toBeVisible();
	await expect(page.getByText("alert “waiting”")).toBeVisible();
	await expect(page.getByText(/^frozen/i).first()).toBeVisible();
	const bell = page.getByRole("link", { name: /\d+ alerts? firing/ });
	await bell.click();
	const alert = page
		.getByRole("listitem")
		.filter({ hasText: "Rule “waiting”" })
		.filter({ hasText: channel });
	await expect(alert).toContainText("Rule “waiting” · told hook");
	await expect(alert).toContainText("The lag is over 4: 9");
});

test("somebody writes a rule, and sees when it would have fired before it is kept", async ({
	page,
	crew,
}) => {
	const { channel } = await crew({ ...hands, waiting: 3 });
	await page.goto(`/?filter=${encodeURIComponent(`channel:"${channel}"`)}`);
	await expect(
		page.getByRole("row").filter({ hasText: channel }),
	).toBeVisible();
	await page.keyboard.press("g");
	await page.keyboard.press("a");
	await page.getByRole("button", { name: "New" }).click();
	await page.getByLabel("When").selectOption({ label: "the lag is over" });
	await page.getByLabel("Among").fill(`channel:"${channel}"`);
	await page.getByLabel("For how long").selectOption({ label: "0 s" });
	const would = page.getByRole("heading", { level: 3, name: /^Would/ });
	await expect(page.getByText("1 subscription", { exact: true })).toBeVisible();
	await expect(would).toContainText("Would not have fired in the last 7 days");
	await page.getByLabel("Number").fill("2");
	await expect(would).toHaveText("Would have fired once in the last 7 days");
	await expect(
		page.getByRole("img", { name: /1 firing marked/ }),
	).toBeVisible();
	await page.getByLabel("Number").fill("5");
	await expect(would).toContainText("Would not have fired");
	await page.getByLabel("Number").fill("2");
	const save = page.getByRole("button", { name: "Save rule" });
	await expect(page.getByText("It needs a name.")).toBeVisible();
	await expect(save).toHaveAttribute("aria-disabled", "true");
	await page.getByLabel("Name").fill(`backlog of ${channel}`);
	await save.click();
	await expect(
		page.getByText("Saved. It is watched from now on."),
	).toBeVisible();
	const alert = page
		.getByRole("listitem")
		.filter({ hasText: `Rule “backlog of ${channel}”` });
	await expect(alert).toContainText("The lag is over 2: 3");
	await page.getByRole("button", { name: "Remove" }).click();
	await expect(alert).toHaveCount(0);
});

test("somebody mutes a noisy group for an hour, and hears of the others", async ({
	page,
	crew,
	sink,
}) => {
	const noisy = await crew({ ...hands, waiting: 2 });
	await page.goto(
		`/?filter=${encodeURIComponent(`channel:"${noisy.channel}"`)}`,
	);
	await expect(
		page.getByRole("row").filter({ hasText: noisy.channel }),
	).toBeVisible();
	await page.keyboard.press("j");
	await page.keyboard.press("m");
	const dialog = page.getByRole("dialog", { name: "Mute alerts" });
	await expect(dialog.getByRole("textbox", { name: "Among" })).toHaveValue(
		`broker:jobs-redis channel:"${noisy.channel}" group:shipping`,
	);
	await expect(dialog.getByText("1 subscription matches now")).toBeVisible();
	await expect(dialog.getByRole("button", { name: "1 h" })).toHaveAttribute(
		"aria-pressed",
		"true",
	);
	await dialog.getByLabel("Why").fill("moving its workers");
	await dialog.getByRole("button", { name: "Mute", exact: true }).click();
	await expect(dialog).toHaveCount(0);
	for (let n = 0; n < 6; n++)
		await noisy.redis.xadd(noisy.channel, "*", "order", String(n));
	await page.goto("/alerts");
	const alert = page
		.getByRole("listitem")
		.filter({ hasText: "Rule “waiting”" });
	await expect(alert.filter({ hasText: noisy.channel })).toContainText(
		"nobody told · muted",
	);
	// Whoever is told of another one after that would have been told of this one before.
	const other = await crew({ ...hands, waiting: 9 });
	await expect.poll(() => toldOf(sink, other.channel).length).toBe(1);
	expect(toldOf(sink, noisy.channel)).toEqual([]);
	const mute = page
		.getByRole("listitem")
		.filter({ hasText: "moving its workers" });
	await mute.getByRole("button", { name: "End it" }).click();
	await expect.poll(() => toldOf(sink, noisy.channel).length).toBe(1);
});

test("an operator takes an alert on with a note, and nobody is told of it again", async ({
	page,
	crew,
	sink,
}) => {
	const nagging = await crew({ ...hands, waiting: 9, under: "nag" });
	const goingOn = await crew({ ...hands, waiting: 9, under: "on" });
	const timesAgain = (channel: string) =>
		toldOf(sink, channel).filter(({ says }) => says === "still fires").length;
	await page.goto("/alerts");
	await expect.poll(() => timesAgain(nagging.channel)).toBeGreaterThan(0);
	const alert = page
		.getByRole("listitem")
		.filter({ hasText: "Rule “nagging”" })
		.filter({ hasText: nagging.channel });
	await alert.getByRole("button", { name: "Acknowledge" }).click();
	await alert.getByLabel("A note, if you like").fill("adding a member");
	await alert.getByRole("button", { name: "Acknowledge" }).click();
	await expect(alert).toContainText("owner took it on");
	await expect(alert).toContainText("adding a member");
	// One may be on its way; whoever is told three times more of the other would have been told of this one.
	const before = timesAgain(nagging.channel);
	const others = timesAgain(goingOn.channel);
	await expect
		.poll(() => timesAgain(goingOn.channel))
		.toBeGreaterThan(others + 2);
	expect(timesAgain(nagging.channel)).toBeLessThanOrEqual(before + 1);
	await page.goto("/activity");
	const line = page
		.getByRole("row")
		.filter({ hasText: "Acknowledge “nagging”" })
		.filter({ hasText: nagging.channel });
	await expect(line).toContainText("adding a member");
	await expect(line).toContainText("done");
});

test("somebody tries an outlet before anything goes wrong, and reads what came back", async ({
	page,
	sink,
}) => {
	await page.goto("/alerts?rule=waiting");
	const outlet = page.getByRole("listitem").filter({ hasText: "webhook" });
	const send = outlet.getByRole("button", { name: "Send me one hook" });
	await send.click();
	await expect(outlet).toContainText(/It took it, 200 after [\d,]+\sms/);
	const tried = sink.heard
		.map(({ body }) => JSON.parse(body))
		.filter(({ says }) => says === "test");
	expect(tried.at(-1)).toMatchObject({ rule: "waiting" });
	sink.answer({ code: 410, body: "moved to the other desk" });
	try {
		await send.click();
		await expect(outlet).toContainText(
			"It turned it down, 410: “moved to the other desk”",
		);
	} finally {
		sink.answer({ code: 200 });
	}
});

test("the alerts and their dialog serve everybody: both themes, both languages, and a phone", async ({
	page,
	crew,
}) => {
	const { channel } = await crew({ ...hands, waiting: 9 });
	const wrong: string[] = [];
	for (const language of ["en", "ko"]) {
		await page.context().addCookies([
			{
				...{ name: "tidemark-language", value: language },
				...{ domain: "127.0.0.1", path: "/" },
			},
		]);
		for (const address of ["/alerts", "/alerts?mute="]) {
			await page.setViewportSize({ width: 1440, height: 900 });
			await page.goto(address);
			await expect(
				page.getByRole("listitem").filter({ hasText: channel }).first(),
			).toBeAttached();
			if (address.includes("mute"))
				await expect(page.getByRole("dialog")).toBeVisible();
			for (const colorScheme of ["light", "dark"] as const) {
				await page.emulateMedia({ colorScheme });
				wrong.push(...(await inTheWay(page)));
			}
			await page.setViewportSize({ width: 360, height: 800 });
			await expect.poll(() => sideways(page)).toEqual([]);
			wrong.push(...(await smallTargets(page, 44)));
		}
	}
	expect(wrong).toEqual([]);
});
