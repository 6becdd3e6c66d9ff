// Does somebody who cannot see the board hear that a verdict changed: politely, once, and nothing of what only moves?
import type { Page } from "@playwright/test";
import { BoardPage } from "./board-page.ts";
import { expect, test } from "./stage.ts";
import { redisWork, type Work } from "./work.ts";

/** Only so that a broken test ends: a verdict waits for readings, and a voice for the end of its sentence. */
const patient = { timeout: 60_000 };

type Heard = {
	/** How often a row was drawn anew. */
	readonly drawn: number;
	readonly said: readonly { readonly text: string; readonly how: string }[];
};

/** Keeps what any part of the page says by itself, as a voice would: its words, and how much it presses. */
const listen = (page: Page) =>
	page.evaluate(() => {
		const said: { text: string; how: string }[] = [];
		let drawn = 0;
		const usual = { status: "polite", log: "polite", alert: "assertive" };
		const speaks = "[aria-live], [role=status], [role=log], [role=alert]";
		new MutationObserver((changes) => {
			const parts = changes.map(({ target }) =>
				target instanceof Element ? target : target.parentElement,
			);
			if (parts.some((part) => part?.closest("tbody"))) drawn++;
			for (const part of new Set(parts.map((it) => it?.closest(speaks)))) {
				const text = part?.textContent;
				if (!part || !text) continue;
				const told = Object.entries(usual).find(
					([role]) => role === part.getAttribute("role"),
				);
				const how = part.getAttribute("aria-live") ?? told?.[1] ?? "off";
				if (how !== "off") said.push({ text, how });
			}
		}).observe(document.body, {
			...{ subtree: true, childList: true, characterData: true },
		});
		Object.assign(globalThis, { heard: () => ({ drawn, said }) });
	});

const heardOn = (page: Page): Promise<Heard> =>
	page.evaluate(() => Reflect.get(globalThis, "heard")());

/** Its number moves, tick after tick, and each is drawn. */
async function ticks(page: Page, work: Work): Promise<void> {
	const before = (await heardOn(page)).drawn;
	for (let more = 1; more <= 3; more++) {
		await work.produce(3);
		await expect
			.poll(async () => (await heardOn(page)).drawn)
			.toBeGreaterThanOrEqual(before + more);
	}
}

test("a verdict that changes is said politely and once, and no tick is", async ({
	page,
	stage,
}) => {
	const work = await redisWork(stage, "heard");
	try {
		await work.produce(5);
		const board = new BoardPage(page);
		await board.open(work.channel);
		await expect(board.row(work.channel)).toContainText("stopped", patient);
		// Opened anew: whoever comes later was not there when that was said.
		await board.open(work.channel);
		await expect(board.row(work.channel)).toContainText("stopped");
		await listen(page);
		await ticks(page, work);
		expect((await heardOn(page)).said).toEqual([]);

		await work.startReading();
		const well = `${work.channel} → ${work.group} is healthy`;
		const voice = page.getByRole("status").getByText(well);
		await expect(voice).toBeAttached(patient);
		await ticks(page, work);
		const { said } = await heardOn(page);
		expect(said.filter(({ text }) => text === well)).toHaveLength(1);
		expect(new Set(said.map(({ how }) => how))).toEqual(new Set(["polite"]));
		// Each is a change of this row's verdict, and none is said again.
		const named = new RegExp(`^${work.channel} → ${work.group} is [a-z]+$`);
		for (const { text } of said) expect(text).toMatch(named);
		expect(new Set(said.map(({ text }) => text)).size).toBe(said.length);
	} finally {
		await work.end();
	}
});
