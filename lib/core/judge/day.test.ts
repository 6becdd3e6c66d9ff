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
			else expect(blocksOf(day, 1, 120)).toEqual(told.slice(-120));
		}
	},
);

/** Five minutes together, the newest beside its block. */
function blockFrom(
	lows: ReadonlyMap<number, number>,
	newest: number,
	[minutes, block]: readonly [number, number],
): number | undefined {
	const each = minutes / 5;
	const last = Math.floor(newest / 5);
	const end = block === 1 ? last : last - 1 - (block - 1) * each;
	const first = last - block * each;
	const among = [...lows].filter(([minute]) => {
		const cell = Math.floor(minute / 5);
		return cell >= first && cell <= end;
	});
	return among.length === 0
		? undefined
		: Math.min(...among.map(([, low]) => low));
}

test.each(seeds)(
	"seed %i: quarters and hours are as low as their lowest minute, wherever the clock stands",
	(seed) => {
		const random = randomFrom(seed);
		const rest = random() / 40;
		const day = newDay();
		const lows = new Map<number, number>();
		const from = Math.floor(random() * 100);
		for (let minute = from; minute < from + 1_700; minute++) {
			if (random() < rest) minute += Math.floor(random() * 90);
			const lag = Math.floor(random() * 50) + minute - from;
			noteMinute(day, minute, lag, 7 * minute);
			if (lag > 0 || lows.size > 0) lows.set(minute, lag);
			if (random() > 0.01 || lows.size < 3) continue;
			for (const [minutes, count] of [
				[15, 24],
				[60, 24],
			] as const) {
				const told = Array.from({ length: count }, (_, i) =>
					blockFrom(lows, minute, [minutes, count - i]),
				);
				expect(blocksOf(day, minutes, count)).toEqual(
					told.filter((low) => low !== undefined),
				);
			}
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
	expect(blocksOf(day, 15, 24)).toEqual([0]);
});
