// Does every handler read from the store as whoever asks may see it? Only those who come in, and what is scraped whole, reach the store itself.
import { globSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";

/** Who somebody is and whom else there is lies in the store itself; what is scraped is for whoever may see everything. */
const whole = [
	...["guard.ts", "place.ts", "metrics/answer.ts"],
	/^(come-in|session|sessions|people|person|token|tokens|link|links|invitation|invitations|password|passwords|provider|proxy|header|sign-in|sign-out)\b[^/]*\.ts$/,
	/^(people|sign-in|provider|access)\//,
] as const;

const isWhole = (file: string): boolean =>
	whole.some((it) => (typeof it === "string" ? it === file : it.test(file)));

const handlers = globSync("**/*.ts", { cwd: import.meta.dirname })
	.filter((file) => !/\.test\.ts$|for-tests|^attacks\//.test(file))
	.filter((file) => !isWhole(file));

test.each(handlers)("%s reads what whoever asks may see", (file) => {
	const text = readFileSync(path.join(import.meta.dirname, file), "utf8");
	expect(text).not.toMatch(/\b(place|here)\??\.store\(|openStore\(/);
});

test("those who look past it are told apart", () => {
	expect(handlers).toContain("board.ts");
	expect(handlers).not.toContain("guard.ts");
});
