// Which tests are there? Those that need nothing, those that need real brokers, and of these some once more for each version of a server.
import { defineConfig } from "vitest/config";
import Mixed from "#world/order.ts";
import {
	longProjects,
	unitProjects,
	versionProjects,
} from "#world/projects.mjs";

/** What runs together has as many. */
const workers = 4;

/** Brokers elect and machines stall: a second try is given, and told (world/second-tries.ts). */
const live = {
	...{ testTimeout: 60_000, hookTimeout: 120_000, maxWorkers: workers },
	retry: 1,
	// A client of the tests sets timers for before now.
	execArgv: ["--disable-warning=TimeoutNegativeWarning"],
};

export default defineConfig({
	cacheDir: ".tidemark/vite",
	test: {
		sequence: { sequencer: Mixed },
		projects: [
			...unitProjects.map((test) => ({
				test: { ...test, maxWorkers: workers },
			})),
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
			...[...versionProjects, ...longProjects].map((project) => ({
				test: { ...project, ...live },
			})),
		],
	},
});
