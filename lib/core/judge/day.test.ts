// Are the lows of a day the same, whether they were kept from the beginning or not?
import { expect, test } from "vitest";
import { randomFrom } from "#world/random.ts";
import { blocksOf, dayMinutes, newDay, noteMinute } from "./day.ts";

const seeds = Array.from({ length: 40 }, (_, seed) => seed);

test.each(seeds)(
	"seed %i: once something has waited for a minute, all minutes since something first waited are known",
	(seed) => {
		const random = randomFrom(seed);
		const busy = random();
		const day = newDay();
		const lows = new Map<number, number>();
		for (let minute = 50; minute < 200; minute++) {
			for (let reading = 0; reading < 3; reading++) {
				const lag = random() < busy ? Math.floor(9 * random()) : 0;
				noteMinute(day, minute, lag, 7 * minute);
				if (lows.size === 0 && lag === 0) continue;
				lows.set(minute, Math.min(lag, lows.get(minute) ?? lag));
			}
			const told = [...lows.values()];
			const over = told.slice(0, -1);
			if (day.floors === null)
				expect(over.every((low) => low === 0)).toBe(true);
			else expect(blocksOf(day, 1, 200)).toEqual(told);
		}
	},
);

test("who reads all there is now and again costs no floors, however often something waits", () => {
	const day = newDay();
	for (let minute = 0; minute < dayMinutes; minute++)
		for (const lag of [40, 0, 7]) noteMinute(day, minute, lag, minute);
	expect(day.floors).toBeNull();
});

test("a minute without a reading ends the row of zeros: nobody knows what was before", () => {
	const day = newDay();
	for (const [minute, lag] of [
		[1, 3],
		[1, 0],
		[2, 0],
		[5, 0],
		[6, 4],
		[7, 5],
	] as const)
		noteMinute(day, minute, lag, 0);
	expect(blocksOf(day, 1, 100)).toEqual([0, 4, 5]);
});
