// Is nobody called for what a gap hides? As one who is watched all the time, from the first reading after it.
import { expect, test } from "vitest";
import { exactly } from "../amount.ts";
import { hours, judged, minutes, note, type Telling } from "./for-tests.ts";

const hourMs = 3_600_000;
const gapFrom = minutes(30);

const gaps = [
	["one missed minute", minutes(1)],
	["ten", minutes(10)],
	["an hour", hours(1)],
] as const;

/** Always two hours late, and what it has not read is kept for three more. */
const lateBy =
	(ticks: number): Telling =>
	(t) => ({
		arrived: 100_000 + 10 * t,
		departed: 1_000 + 10 * (t - (t % ticks)),
		timeLagMs: exactly(5 * hourMs),
		marginMs: exactly(3 * hourMs - (t % ticks) * 5_000),
	});

test.each(
	gaps.flatMap(([gap, ticks]) =>
		[1, 2, 4, 7, 18, 48].map(
			(every) => [every * 5, gap, ticks, every] as const,
		),
	),
)(
	"always as late, read each %i s, and %s: loses nothing",
	(_, __, gap, every) => {
		const late = lateBy(every);
		const { verdicts } = judged(gapFrom + gap + minutes(20), (t) =>
			t >= gapFrom && t < gapFrom + gap ? null : late(t),
		);
		expect(new Set(verdicts.slice(gapFrom - minutes(15)))).toEqual(
			new Set(["healthy"]),
		);
	},
);

test.each<readonly [string, number]>([["without a gap", 0], ...gaps])(
	"%s: a topic that is read again is no longer left, though for a while it is listed so",
	(_, gap) => {
		const left = gapFrom - minutes(10);
		const { verdicts } = judged(gapFrom + gap + minutes(20), (t) =>
			t >= gapFrom && t < gapFrom + gap
				? null
				: {
						arrived: 100_000 + 10 * t,
						departed:
							1_000 + 10 * Math.min(t, left) + 12 * Math.max(0, t - gapFrom),
						notes: note("not subscribed", { members: 2 }),
					},
		);
		expect(verdicts[gapFrom - 1]).toBe("abandoned");
		expect(new Set(verdicts.slice(gapFrom + 2))).toEqual(new Set(["healthy"]));
	},
);
