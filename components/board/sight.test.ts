// Which part of a long board is asked for, and how seldom another one?
import { expect, test } from "vitest";
import { partFor, partLines } from "./sight.ts";

test("whoever is at the top is shown the first part, and it stays while they look around in it", () => {
	expect(partFor(0, 0, 31)).toBe(0);
	expect(partFor(0, 140, 170)).toBe(0);
});

test("what is seen lies in the part, wherever somebody jumps", () => {
	for (let first = 0; first < 10_000; first += 37) {
		const part = partFor(0, first, first + 55);
		expect(part).toBeLessThanOrEqual(first);
		expect(part + partLines).toBeGreaterThan(first + 55);
	}
});

test("scrolling down 10,000 lines and back asks for another part about every 50 lines", () => {
	const parts: number[] = [];
	let part = 0;
	const look = (first: number) => {
		part = partFor(part, first, first + 45);
		if (parts.at(-1) !== part) parts.push(part);
	};
	for (let first = 0; first < 10_000; first++) look(first);
	for (let first = 10_000; first > 0; first--) look(first);
	expect(parts.at(-1)).toBe(0);
	expect(parts.length).toBeLessThan(2 * 220);
});
