// T5: does any screen, file or notice run what somebody put into a name, or take it for anything but text?
import type { Page } from "@playwright/test";
import { expect, test } from "../alert-stage.ts";
import { settled } from "../scene.ts";
import { hostile, plant } from "./names.ts";

type Caught = { readonly what: string[] };

/** Whatever ran, opened a dialog, was stopped by the policy, or became an element. */
async function watch(page: Page): Promise<Caught> {
	const what: string[] = [];
	page.on("dialog", (dialog) => {
		what.push(`dialog: ${dialog.message()}`);
		void dialog.dismiss();
	});
	page.on("pageerror", (error) => what.push(`error: ${error.message}`));
	await page.exposeFunction("caughtBy", (said: string) => what.push(said));
	await page.addInitScript(() => {
		const told = (said: string) =>
			(globalThis as unknown as { caughtBy(said: string): void }).caughtBy(
				said,
			);
		Object.assign(globalThis, { attack: () => told("it ran") });
		document.addEventListener("securitypolicyviolation", (event) =>
			told(`policy: ${event.violatedDirective} ${event.blockedURI}`),
		);
	});
	return { what };
}

/** Elements that only a name could have made. */
const elements = (page: Page): Promise<readonly string[]> =>
	page.evaluate(() =>
		[
			...document.querySelectorAll(
				"img, iframe, svg[onload], [onerror], a[href^='javascript' i], a[href*='evil.example']",
			),
		].map((element) => element.outerHTML.slice(0, 120)),
	);

async function seen(page: Page, caught: Caught): Promise<void> {
	await settled(page);
	expect(await elements(page)).toEqual([]);
	expect(caught.what).toEqual([]);
}

const text = (name: string) => ({ hasText: name });

test("T5: names made of scripts are text on every screen, in every file and every notice", async ({
	page,
	clean,
	sink,
}) => {
	test.setTimeout(240_000);
	const end = await plant(clean.redis);
	const caught = await watch(page);
	try {
		const ids = new Map<string, string>();
		await expect
			.poll(async () => {
				const reply = await page.request.get("/api/board?limit=200");
				const { rows } = await reply.json();
				for (const { id, group } of rows) if (group) ids.set(group, id);
				return hostile.filter((name) => !ids.has(name));
			})
			.toEqual([]);

		await test.step("the board, its menus and its completion", async () => {
			await page.goto("/");
			for (const name of hostile)
				await expect(
					page.getByRole("row").filter(text(`said ${name}`)),
				).toHaveCount(1);
			for (const name of hostile.slice(0, 3))
				await page.getByRole("row").filter(text(name)).first().hover();
			await seen(page, caught);
			await page.getByRole("combobox", { name: /^Filter/ }).fill("channel:<");
			await expect(page.getByRole("option").first()).toBeVisible();
			await seen(page, caught);
			await page.goto(`/?filter=${encodeURIComponent(`"${hostile[0]}`)}`);
			await seen(page, caught);
		});

		await test.step("the palette", async () => {
			await page.goto("/");
			await settled(page);
			await page.keyboard.press("Control+k");
			await page.keyboard.type("<");
			await expect(
				page.getByRole("option").filter(text("attack()")).first(),
			).toBeVisible();
			await seen(page, caught);
		});

		await test.step("each subscription, its chart and its title", async () => {
			for (const name of hostile.slice(0, 6)) {
				await page.goto(`/subscriptions/${ids.get(name)}`);
				const heading = page.getByRole("heading", { level: 1 });
				await expect(heading).toContainText(name);
				expect(await page.title()).toContain(name);
				await seen(page, caught);
			}
			await page.goto(`/subscriptions/${ids.get(hostile[1] ?? "")}?as=table`);
			await seen(page, caught);
		});

		await test.step("a clean-up, what is told of it, and the activity", async () => {
			for (const name of hostile.slice(0, 2)) {
				await page.goto(`/subscriptions/${ids.get(name)}`);
				const offers = page.getByRole("region", { name: "Clean up" });
				await offers.getByRole("button", { name: "Reclaim…" }).click();
				const dialog = page.getByRole("dialog");
				await expect(dialog).toContainText(name);
				await dialog.getByRole("button", { name: /2.*member$/ }).click();
				await expect(
					dialog.getByRole("heading", { level: 2, name: /^Done: 2/ }),
				).toBeVisible();
				await seen(page, caught);
			}
			await page.goto("/activity");
			await expect(
				page
					.getByRole("row")
					.filter(text(hostile[0] ?? ""))
					.first(),
			).toBeVisible();
			await page.getByRole("button", { name: "Details" }).first().click();
			await seen(page, caught);
		});

		await test.step("the broker, the alerts and the wall", async () => {
			for (const address of [
				"/brokers/jobs-redis",
				"/alerts",
				"/alerts?mute=",
				`/alerts?mute=${encodeURIComponent(`channel:"${hostile[2]}"`)}`,
				"/?view=wall",
				`/enter?next=${encodeURIComponent(hostile[1] ?? "")}#key=${encodeURIComponent(hostile[0] ?? "")}`,
			]) {
				await page.goto(address);
				await seen(page, caught);
			}
			await page.goto("/alerts");
			for (const name of hostile)
				await expect(
					page.getByRole("listitem").filter(text(name)).first(),
				).toBeVisible();
		});

		await test.step("the files", async () => {
			const csv = await page.request.get("/api/rows?format=csv");
			const table = await csv.text();
			expect(csv.headers()["content-disposition"]).toMatch(/^attachment;/);
			for (const name of hostile)
				expect(table).toContain(name.replaceAll('"', '""'));
			expect(table).not.toMatch(/(?:^|,|")=cmd/m);
			const json = await page.request.get("/api/rows?format=json");
			expect(json.headers()["content-type"]).toContain("application/json");
			expect(json.headers()["x-content-type-options"]).toBe("nosniff");
		});

		await test.step("the notices", async () => {
			const told = () =>
				sink.heard.flatMap(({ body }) =>
					JSON.parse(body).alerts.map(
						({ target }: { target: { channel?: string } }) => target.channel,
					),
				);
			await expect
				.poll(() => hostile.filter((name) => !told().includes(name)))
				.toEqual([]);
		});

		await test.step("and what watched would have seen it", async () => {
			await page.goto("/");
			await settled(page);
			await page.evaluate((name) => {
				document.body.insertAdjacentHTML("beforeend", name);
			}, hostile[1] ?? "");
			expect(await elements(page)).toHaveLength(1);
			await expect
				.poll(() => caught.what)
				.toContainEqual(expect.stringMatching(/^policy: script-src-attr/));
		});
	} finally {
		end();
	}
});
