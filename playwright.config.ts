// How are the browser tests run? One after the other, on real brokers and the built product; beside them what mostly waits.
import { defineConfig } from "@playwright/test";

/** The distribution's own browser; without it Playwright looks for one of its own. */
const chromium = process.env.TIDEMARK_CHROMIUM;
const asRoot = process.getuid?.() === 0;
/** Mostly waiting, the first of them six minutes: they have brokers, products and a browser of their own. */
const waiting = [
	...["verdicts.spec.ts", "wall.spec.ts", "wall-day.spec.ts"],
	"scale.spec.ts",
];

/** They prove nothing: they are drawn for somebody who looks, and only when asked for. */
const pictures = {
	...{ name: "pictures", testMatch: "pictures.ts", workers: 1 },
	...{ retries: 0, timeout: 1_200_000 },
};

export default defineConfig({
	testDir: "e2e",
	globalSetup: "./e2e/build.ts",
	outputDir: ".tidemark/reports/browser",
	workers: 2,
	fullyParallel: false,
	projects: [
		{ name: "waiting", testMatch: waiting, workers: 1 },
		{ name: "screens", testIgnore: waiting, workers: 1 },
		...(process.env.TIDEMARK_PICTURES ? [pictures] : []),
	],
	forbidOnly: true,
	retries: 1,
	timeout: 120_000,
	expect: { timeout: 20_000 },
	reporter: [["list"]],
	use: {
		viewport: { width: 1440, height: 900 },
		locale: "en-GB",
		timezoneId: "UTC",
		trace: "retain-on-failure",
		launchOptions: {
			...(chromium && { executablePath: chromium }),
			args: asRoot ? ["--no-sandbox"] : [],
		},
	},
});
