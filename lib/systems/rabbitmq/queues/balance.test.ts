// Is it told what a nearly full queue gave up, and nothing where its numbers only stray?
import { expect, test } from "vitest";
import { randomFrom } from "#world/random.ts";
import { counts, queue } from "../for-tests/replies.ts";
import { goneUnread, newBalance } from "./balance.ts";

const startMs = 1_800_000_000_000;

type Moment = {
	readonly published: number;
	readonly acked: number;
	readonly ready: number;
	readonly share?: number;
};

/** All that is told of them, read every five seconds. */
function toldOf(moments: readonly Moment[]): readonly number[] {
	const balance = newBalance();
	return moments.flatMap(({ published, acked, ready, share = 1 }, i) => {
		const now = queue({ ready, counts: counts({ published, acked }) });
		const told = goneUnread(balance, now, share, startMs + i * 5_000);
		return told === null ? [] : [told];
	});
}

const course = (count: number, at: (i: number) => Moment) =>
	toldOf(Array.from({ length: count }, (_, i) => at(i)));
const sum = (told: readonly number[]) => told.reduce((a, b) => a + b, 0);

/** Nine come in a second and seven are done, where there is no room for more. */
const losing = (i: number): Moment => ({
	published: 45 * i,
	acked: 35 * i,
	ready: 2_998 - (i % 3),
});

test("what is given up all the time is told within two minutes, again and again, and never more than it was", () => {
	expect(course(23, losing)).toHaveLength(1);
	const told = course(120, losing);
	expect(told.length).toBeGreaterThan(4);
	expect(sum(told)).toBeLessThanOrEqual(10 * 119);
	expect(sum(told)).toBeGreaterThan(0.6 * 10 * 119);
});

test("where there is room yet, nothing is", () => {
	expect(course(60, (i) => ({ ...losing(i), share: 0.8 }))).toEqual([]);
});

test.each(Array.from({ length: 30 }, (_, seed) => seed))(
	"seed %i: numbers that are told a moment apart are no loss",
	(seed) => {
		const random = randomFrom(seed);
		const told = course(400, (i) => {
			const published = 450 * i;
			const late = Math.floor(random() * 450);
			return { published, acked: published - late, ready: 2_900 };
		});
		expect(told).toEqual([]);
	},
);

test("counters that begin anew are no loss, and hide none for long", () => {
	const told = course(60, (i) => losing(i < 20 ? i : i - 20));
	expect(told.every((n) => n < 200)).toBe(true);
	expect(told.length).toBeGreaterThan(1);
});
