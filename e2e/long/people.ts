// Who sits before the product for hours? A few people in one browser, who click whatever comes, from a seed.
import { writeFileSync } from "node:fs";
import { setPriority } from "node:os";
import { setTimeout as after } from "node:timers/promises";
import { chromium, type Page } from "@playwright/test";
import { type Random, randomFrom } from "#world/random.ts";
import * as tools from "#world/tools.mjs";
import { entryLinkFor, type Product } from "../product.ts";
import { type Deed, deeds, oneOf, watchingTheWall } from "./deeds.ts";

export type People = {
	/** What was done, and how often. */
	readonly done: ReadonlyMap<string, number>;
	/** What somebody began and could not end: while the product is down that is nobody's mistake. */
	readonly missed: ReadonlyMap<string, number>;
	/** What no page may do, whatever is down: throw. */
	readonly thrown: readonly string[];
	/** Answers of 500 and above. */
	readonly failed: readonly string[];
	leave(): Promise<void>;
};

type Seeing = {
	readonly seed: number;
	/** Beside the one who watches the wall. */
	readonly clicking: number;
	/** Between two deeds of one person, at the most. */
	readonly restMs: number;
};

const withinMs = 20_000;

export async function people(
	product: Product,
	{ seed, clicking, restMs }: Seeing,
): Promise<People> {
	const path = tools.chromium();
	if (path === null) throw new Error("There is no Chromium on this machine.");
	const started = await chromium.launchServer({
		executablePath: path,
		args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
		handleSIGINT: false,
		handleSIGTERM: false,
	});
	standBack(started.process().pid);
	const browser = await chromium.connect(started.wsEndpoint());
	const done = new Map<string, number>();
	const missed = new Map<string, number>();
	const thrown: string[] = [];
	const failed: string[] = [];
	const context = await browser.newContext({
		...{ baseURL: product.origin, locale: "en-GB", timezoneId: "UTC" },
		viewport: { width: 1440, height: 900 },
	});
	context.setDefaultTimeout(withinMs);
	let leaving = false;

	async function come(): Promise<Page> {
		const page = await context.newPage();
		page.on("pageerror", (error) =>
			thrown.push(`${page.url()}: ${error.stack ?? error.message}`),
		);
		page.on("response", (answer) => {
			if (answer.status() >= 500)
				failed.push(`${answer.status()} ${answer.url()}`);
		});
		page.on("dialog", (dialog) => void dialog.dismiss().catch(() => {}));
		return page;
	}

	async function sit(does: readonly Deed[], random: Random): Promise<void> {
		const page = await come();
		await page.goto("/").catch(() => {});
		while (!leaving) {
			const deed = oneOf(does, random);
			if (deed === undefined) return;
			try {
				await deed.do(page, random);
				count(done, deed.called);
			} catch {
				if (leaving) return;
				count(missed, deed.called);
				await page.goto("/").catch(() => {});
			}
			await after(random() * restMs);
		}
	}

	const first = await come();
	await first.goto(await entryLinkFor(product));
	await first.waitForURL(`${product.origin}/`);
	await first.close();
	const sitting = [
		...Array.from({ length: clicking }, (_, n) =>
			sit(deeds, randomFrom(seed + n)),
		),
		sit([watchingTheWall], randomFrom(seed + clicking)),
	];
	return {
		...{ done, missed, thrown, failed },
		async leave() {
			leaving = true;
			await started.close();
			await Promise.all(sitting);
		},
	};
}

/** People sit at machines of their own: what they take of this one is what the product leaves. */
function standBack(pid: number | undefined): void {
	if (pid === undefined) return;
	try {
		// Linux shares its processors between sessions, of which the browser is one.
		writeFileSync(`/proc/${pid}/autogroup`, "19");
	} catch {
		// It does not, and the browser is one process among all others.
		setPriority(pid, 19);
	}
}

export function count(into: Map<string, number>, called: string): void {
	into.set(called, (into.get(called) ?? 0) + 1);
}
