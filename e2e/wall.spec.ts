// Does the wall say from afar whether somebody has to stand up, does it scream when it knows nothing, and can it hang there for days?
import { inTheWay } from "./looks.ts";
import { calm, expect, test, wall } from "./wall-place.ts";
import { redisWork } from "./work.ts";

test.describe.configure({ timeout: 300_000 });

test("one calm sentence while all is well; what is wrong stands there alone, with why", async ({
	page,
	place,
}) => {
	const well = await redisWork(place, "well");
	const wrong = await redisWork(place, "unread");
	try {
		await well.startReading();
		await well.produce(3);
		await page.goto(wall);
		await expect(calm(page)).toBeVisible();
		await expect(page.getByText("1 of 1 broker answers.")).toBeVisible();
		await expect(page.getByText(/data \d+\ss old/)).toBeVisible();
		await expect(page.getByRole("navigation")).toHaveCount(0);

		await wrong.produce(1234);
		const row = page.getByRole("listitem").filter({ hasText: wrong.channel });
		await expect(row).toContainText("stopped");
		await expect(row).toContainText("1,234");
		await expect(row).toContainText(/No members for/);
		await expect(page.getByText(well.channel)).toHaveCount(0);
		await expect(calm(page)).toBeHidden();

		await page.keyboard.press("Escape");
		await expect(page.getByRole("navigation")).toBeVisible();
		await page.getByRole("link", { name: "Wall" }).click();
		await expect(row).toBeVisible();
		await wrong.startReading();
		await expect(calm(page)).toBeVisible({ timeout: 60_000 });
	} finally {
		await Promise.all([well.end(), wrong.end()]);
	}
});

test("when more is wrong than fits the pages turn until all of it was shown", async ({
	page,
	place,
}) => {
	const works = await Promise.all(
		Array.from({ length: 7 }, () => redisWork(place, "turned")),
	);
	try {
		for (const work of works) await work.produce(5);
		await page.clock.install();
		await page.setViewportSize({ width: 1920, height: 600 });
		await page.goto(wall);
		const rows = page.getByRole("listitem");
		await expect(page.getByText(/^\d of \d$/)).toBeVisible();
		const seen = new Set<string>();
		await expect
			.poll(async () => {
				await page.clock.runFor(1_000);
				for (const text of await rows.allInnerTexts())
					for (const { channel } of works)
						if (text.includes(channel)) seen.add(channel);
				return seen.size;
			})
			.toBe(works.length);
		expect(await rows.count()).toBeLessThan(works.length);
	} finally {
		await Promise.all(works.map((work) => work.startReading()));
		await page.clock.resume();
		await expect(calm(page)).toBeVisible({ timeout: 60_000 });
		await Promise.all(works.map((work) => work.end()));
	}
});

test("a collector that is silent fills the screen, and no backlog is told until it is heard again", async ({
	page,
	place,
}) => {
	const story = await redisWork(place, "stale");
	try {
		await story.startReading();
		await page.goto(wall);
		await expect(calm(page)).toBeVisible();
		const frozen = place.product.collectorPid();
		process.kill(frozen, "SIGSTOP");
		try {
			const scream = page.getByRole("main").getByRole("alert");
			await expect(scream).toContainText(/Nothing heard for \d+\ss/);
			await expect(scream).toContainText("The collector has stopped writing.");
			await expect(scream).toContainText(
				/What was known at \d\d:\d\d:\d\d: nothing wrong/,
			);
			await expect(calm(page)).toBeHidden();
			const box = await page.getByRole("main").boundingBox();
			expect(box).toEqual({ x: 0, y: 0, width: 1920, height: 1080 });
		} finally {
			process.kill(frozen, "SIGCONT");
		}
		await expect(calm(page)).toBeVisible();
	} finally {
		await story.end();
	}
});

test("a browser that is offline and a broker that is silent are told as what they are", async ({
	page,
	context,
	place,
}) => {
	const story = await redisWork(place, "alone");
	try {
		await story.startReading();
		await page.goto(wall);
		await expect(calm(page)).toBeVisible();
		const scream = page.getByRole("main").getByRole("alert");
		await context.setOffline(true);
		await expect(scream).toContainText("This browser is offline.");
		await context.setOffline(false);
		await expect(calm(page)).toBeVisible();
		place.redis.freeze();
		try {
			await expect(scream).toContainText("No broker answers.");
		} finally {
			place.redis.thaw();
		}
		await expect(calm(page)).toBeVisible({ timeout: 60_000 });
	} finally {
		await story.end();
	}
});

test("a server that hangs is told as that, and heard again by itself", async ({
	page,
	place,
}) => {
	const story = await redisWork(place, "hung");
	try {
		await story.startReading();
		await page.goto(wall);
		await expect(calm(page)).toBeVisible();
		const web = place.product.webPid();
		process.kill(web, "SIGSTOP");
		try {
			// As long as a screen waits for one answer, and then some.
			await expect(page.getByRole("main").getByRole("alert")).toContainText(
				"The server does not answer.",
				{ timeout: 60_000 },
			);
			await expect(page.getByText(/Nothing heard for [23]\d\ss/)).toBeVisible({
				timeout: 40_000,
			});
		} finally {
			process.kill(web, "SIGCONT");
		}
		await expect(calm(page)).toBeVisible({ timeout: 40_000 });
	} finally {
		await story.end();
	}
});

test("a new release is loaded by itself, once", async ({ page, place }) => {
	const story = await redisWork(place, "release");
	try {
		await story.startReading();
		let loaded = 0;
		page.on("load", () => loaded++);
		await page.goto(wall);
		await expect(calm(page)).toBeVisible();
		await page.route("**/api/board?*", async (route) => {
			const response = await route.fetch();
			const headers = { ...response.headers(), "tidemark-build": "another" };
			await route.fulfill({ response, headers });
		});
		await expect.poll(() => loaded).toBe(2);
		await expect(calm(page)).toBeVisible();
		const asked = page.waitForResponse("**/api/board?*");
		await asked;
		await page.waitForResponse("**/api/board?*");
		expect(loaded).toBe(2);
	} finally {
		await page.unrouteAll({ behavior: "ignoreErrors" });
		await story.end();
	}
});

test("it stands in nobody's way, in either theme and language", async ({
	page,
	context,
	place,
}) => {
	const story = await redisWork(place, "axe");
	const alert = page.getByRole("main").getByRole("alert");
	const speak = async (language: string) => {
		const { origin } = place.product;
		const cookie = { name: "tidemark-language", value: language };
		await context.addCookies([{ ...cookie, url: origin }]);
		await page.goto(wall);
	};
	const bothThemes = async () => {
		for (const colorScheme of ["light", "dark"] as const) {
			await page.emulateMedia({ colorScheme });
			expect(await inTheWay(page)).toEqual([]);
		}
	};
	try {
		await story.produce(5);
		for (const language of ["en", "ko"]) {
			await speak(language);
			await expect(page.getByRole("listitem")).toHaveCount(1);
			await bothThemes();
		}
		await story.startReading();
		await expect(page.getByRole("listitem")).toHaveCount(0);
		for (const language of ["en", "ko"]) {
			await speak(language);
			await expect(page.getByRole("heading", { level: 1 })).toHaveText(
				/moving|흐르고/,
			);
			await bothThemes();
			await context.setOffline(true);
			await expect(alert).not.toBeEmpty();
			await bothThemes();
			await context.setOffline(false);
		}
	} finally {
		await story.end();
	}
});
