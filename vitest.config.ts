// Which tests are there? Those that need nothing, those that need real brokers, and of these some once more for each version of a server.
import { defineConfig } from "vitest/config";
import Mixed from "#world/order.ts";
import { packageProject, versionProjects } from "#world/versions.mjs";

/** Brokers elect and machines stall: a second try is given, and told (world/second-tries.ts). */
const live = {
	...{ testTimeout: 60_000, hookTimeout: 120_000, maxWorkers: 4 },
	retry: 1,
	// A client of the tests sets timers for before now.
	execArgv: ["--disable-warning=TimeoutNegativeWarning"],
};

export default defineConfig({
	cacheDir: ".tidemark/vite",
	test: {
		sequence: { sequencer: Mixed },
		projects: [
			{
				test: {
					name: "unit",
					include: ["**/*.test.{ts,tsx}"],
					exclude: ["**/*.live.test.ts", "node_modules/**", ".tidemark/**"],
					// Modules are loaded once and not for each file, which halves the time: no file may leave anything behind in them.
					isolate: false,
					// They take milliseconds; on a machine that does something else as well, those of many random cases take seconds.
					testTimeout: 30_000,
				},
			},
			{
				test: {
					name: "live",
					include: ["**/*.live.test.ts"],
					// What takes minutes of the processor is for `npm run test:versions`.
					exclude: ["**/live/long/**", "node_modules/**", ".tidemark/**"],
					globalSetup: ["world/for-tests.ts"],
					...live,
				},
			},
			...[...versionProjects, packageProject].map((project) => ({
				test: { ...project, ...live },
			})),
		],
	},
});
