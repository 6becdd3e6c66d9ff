// Does a tide bring as many messages as it promises?
import { expect, test } from "vitest";
import { bursts, counter, steady, swell, type Tide } from "./tide.ts";

function broughtBy(tide: Tide, forMs: number, everyMs = 500): number {
	const due = counter(tide);
	let sum = 0;
	for (let atMs = everyMs; atMs <= forMs; atMs += everyMs) sum += due(atMs);
	return sum;
}

test("a steady tide of less than one message a second loses none", () => {
	expect(broughtBy(steady(0.3), 100_000)).toBe(30);
});

test("a swell brings its average over a whole period", () => {
	expect(broughtBy(swell(8, 60_000), 60_000)).toBeCloseTo(480, -1);
});

test("a burst is over when it is over", () => {
	const tide = bursts({
		perSecond: 60,
		everyMs: 60_000,
		lastsMs: 10_000,
		betweenPerSecond: 1,
	});
	expect([tide(9_999), tide(10_000), tide(60_000)]).toEqual([60, 1, 60]);
});

test("a long silence is not made up for at once", () => {
	const due = counter(steady(10));
	expect(due(3_600_000)).toBe(20);
});
