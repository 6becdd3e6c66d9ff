// Is a clock that was set told from one that only goes a little wrong?
import { expect, test } from "vitest";
import { clockSet } from "./clock-set.ts";

const hourMs = 3_600_000;

test.each([
	["both go on", 0, 0],
	["it is kept right by a second", 1_000, 0],
	["somebody sets it two hours ahead", 2 * hourMs, 2 * hourMs],
	["somebody sets it an hour back", -hourMs, -hourMs],
])("%s", (_, setByMs, said) => {
	const by = clockSet();
	expect(by(1_000_000, 500)).toBe(0);
	expect(by(1_001_000, 1_500)).toBe(0);
	expect(by(1_002_000 + setByMs, 2_500)).toBe(said);
	expect(by(1_003_000 + setByMs, 3_500)).toBe(0);
});

test("a clock that goes wrong slowly was never set", () => {
	const by = clockSet();
	for (let second = 0; second < 10_000; second++)
		expect(by(1000 * second * 1.01, 1000 * second)).toBe(0);
});
