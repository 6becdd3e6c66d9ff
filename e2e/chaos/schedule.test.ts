// Does a seed tell the whole story, again and again?
import { expect, test } from "vitest";
import { brokenBy, isFault, scheduleOf } from "./schedule.ts";

const half = { seconds: 1800, calmSeconds: 60, hasKafka: true };
const seeds = Array.from({ length: 30 }, (_, seed) => seed);

test("the same seed gives the same story, and another another", () => {
	expect(scheduleOf(7, half)).toEqual(scheduleOf(7, half));
	expect(scheduleOf(7, half)).not.toEqual(scheduleOf(8, half));
});

test.each(seeds)(
	"seed %i breaks nobody twice at once, and all are whole before it is calm",
	(seed) => {
		const wholeMs = new Map<string, number>();
		for (const { atMs, forMs, does } of scheduleOf(seed, half)) {
			expect(atMs + forMs).toBeLessThanOrEqual(1_740_000);
			if (!isFault(does)) continue;
			expect(atMs).toBeGreaterThan(wholeMs.get(brokenBy(does)) ?? 0);
			wholeMs.set(brokenBy(does), atMs + forMs);
		}
	},
);

test.each(seeds)(
	"seed %i breaks everything there is, many times in half an hour",
	(seed) => {
		const times = new Map<string, number>();
		for (const { does } of scheduleOf(seed, half))
			times.set(does, (times.get(does) ?? 0) + 1);
		expect(times.size).toBe(23);
		expect(Math.min(...times.values())).toBeGreaterThanOrEqual(9);
	},
);

test("however long it is, each alarm can be given a rule of its own", () => {
	const steps = scheduleOf(7, { ...half, seconds: 7200 });
	const alarms = steps.filter(({ does }) => does === "alarm");
	expect(alarms.length).toBeGreaterThan(150);
	expect(alarms.length).toBeLessThanOrEqual(190);
});

test("where there is one system only, nothing of the other breaks", () => {
	const steps = scheduleOf(7, { ...half, hasKafka: false });
	expect(steps.filter(({ does }) => does.startsWith("kafka"))).toEqual([]);
});
