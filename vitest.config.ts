// Which tests are there? Two kinds: those that need nothing, and those that need real brokers.
import { defineConfig } from "vitest/config";

export default defineConfig({
	cacheDir: ".tidemark/vite",
	test: {
		projects: [
			{
				test: {
					name: "unit",
					include: ["**/*.test.{ts,tsx}"],
					exclude: ["**/*.live.test.ts", "node_modules/**", ".tidemark/**"],
				},
			},
			{
				test: {
					name: "live",
					include: ["**/*.live.test.ts"],
					exclude: ["node_modules/**", ".tidemark/**"],
					globalSetup: ["world/for-tests.ts"],
					testTimeout: 60_000,
					hookTimeout: 120_000,
					maxWorkers: 2,
				},
			},
		],
	},
});
