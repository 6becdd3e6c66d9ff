// How are the browser tests run? Three at a time, on real brokers and the built product, and beside them what only waits.
import { defineConfig } from "@playwright/test";

/** The distribution's own browser; without it Playwright looks for one of its own. */
const chromium = process.env.TIDEMARK_CHROMIUM;
const asRoot = process.getuid?.() === 0;
/** Six minutes in which next to nothing is done: it begins with the first, and takes no place from the others. */
const waiting = "verdicts.spec.ts";

/** Every screen and state, looked at by rules: minutes of the processor, and one scene for both. */
const walk = ["everyone.spec.ts", "states.spec.ts"];

/** Most of it is waiting until what was broken is well again. */
const faults = "faults/*.spec.ts";
/** Those that take minutes of the processor are broken by whoever asks for all of it (`npm run faults`). */
const longFaults = "faults/long/*.spec.ts";
const broken =
	process.env.TIDEMARK_FAULTS === "whole" ? [faults, longFaults] : [faults];

/** Others that take a minute of it are for whoever asks for all versions (\`npm run test:versions\`). */
const atLength = { name: "at length", testMatch: "e2e/long/*.spec.ts" };

/** They prove nothing: they are drawn for somebody who looks, and only when asked for. */
const pictures = {
	...{ name: "pictures", testMatch: "pictures.ts", workers: 1 },
	...{ retries: 0, timeout: 1_200_000 },
};

export default defineConfig({
	testDir: "e2e",
	// Beside them lie tests that need no browser, and another runner.
	testMatch: "**/*.spec.ts",
	globalSetup: "./e2e/build.ts",
	outputDir: ".tidemark/reports/browser",
	workers: 4,
	fullyParallel: false,
	// The longest begin; the many short ones fill up three places, so that all end together.
	projects: [
		{ name: "waiting", testMatch: waiting, workers: 1 },
		{ name: "walk", testMatch: walk, workers: 1 },
		{ name: "faults", testMatch: broken, workers: 1 },
		{
			name: "screens",
			testIgnore: [waiting, ...walk, faults, longFaults, atLength.testMatch],
			workers: 3,
		},
		{ ...atLength, workers: 1 },
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
		// A record of what passes takes a quarter of the time: a second try is recorded, a first failure pictured.
		trace: "on-first-retry",
		screenshot: "only-on-failure",
		launchOptions: {
			...(chromium && { executablePath: chromium }),
			args: asRoot ? ["--no-sandbox"] : [],
		},
	},
});
