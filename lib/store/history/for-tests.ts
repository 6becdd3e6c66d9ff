// Which histories do the tests begin with? Random ones, printed by their seed, that rest and jump as real ones do.
import fc from "fast-check";
import type { Beats } from "./cells.ts";
import { ageSignOf, column, columnCount, highest } from "./columns.ts";

const value = (at: number): fc.Arbitrary<number> => {
	if (at === column.asked) return fc.constantFrom(0, 1);
	if (at === column.mark) return fc.constantFrom(10_001, 30_020, 50_007);
	const count = fc.nat({ max: highest });
	const small = fc.nat({ max: 9 });
	const moment = fc.integer({ min: 1_700_000_000, max: 1_900_000_000 });
	const known =
		ageSignOf(at) === 0 ? fc.oneof(small, count) : fc.oneof(small, moment);
	return fc.oneof({ weight: 5, arbitrary: known }, fc.constant(Number.NaN));
};

/** A column that keeps its value for a while, then takes another, or grows step by step. */
const track = (at: number, length: number): fc.Arbitrary<Float64Array> =>
	fc
		.array(
			fc.record({
				value: value(at),
				for: fc.integer({ min: 1, max: length }),
				step:
					at === column.asked || at === column.mark
						? fc.constant(0)
						: fc.nat({ max: 9 }),
			}),
			{ minLength: 1, maxLength: 5 },
		)
		.map((parts) => {
			const all = parts.flatMap((part) =>
				Array.from({ length: part.for }, (_, i) =>
					Math.min(highest, part.value + i * part.step),
				),
			);
			return Float64Array.from({ length }, (_, i) => all[i % all.length] ?? 0);
		});

export const someTracks = (
	length: number,
): fc.Arbitrary<readonly Float64Array[]> =>
	fc.tuple(
		...Array.from({ length: columnCount }, (_, at) => track(at, length)),
	);

export const someState: fc.Arbitrary<Float64Array> = fc
	.tuple(...Array.from({ length: columnCount }, (_, at) => value(at)))
	.map((values) => Float64Array.from(values));

export const startMs = Date.UTC(2026, 0, 1);

/** Ticks every five seconds, one of them now and then unanswered, and a pause in the middle. */
export const someBeats = (length: number): fc.Arbitrary<Beats> =>
	fc
		.record({
			pauseAt: fc.nat({ max: length }),
			pauseMs: fc.nat({ max: 900_000 }),
			silent: fc.nat({ max: 20 }),
		})
		.map(({ pauseAt, pauseMs, silent }) => ({
			atMs: Float64Array.from(
				{ length },
				(_, i) => startMs + i * 5_000 + (i >= pauseAt ? pauseMs : 0),
			),
			heard: Float64Array.from({ length }, (_, i) =>
				silent > 0 && i % (silent + 1) === silent ? 0 : 1,
			),
			everyMs: 5_000,
		}));

/** Ticks and what was told in them: where nobody answered nothing moves but the mark. */
export const someReadings = (
	length: number,
): fc.Arbitrary<readonly [Float64Array, readonly Float64Array[], Beats]> =>
	fc
		.tuple(someState, someTracks(length), someBeats(length))
		.map(([before, tracks, beats]) => {
			const settled = tracks.map((track) => track.slice());
			for (let i = 0; i < length; i++) {
				const heard = beats.heard[i] === 1;
				const asked = tracks[column.asked]?.[i] === 1;
				for (const [at, track] of settled.entries()) {
					const isFree = at === column.mark || (at === column.asked && heard);
					if (isFree || (heard && asked)) continue;
					track[i] = (i === 0 ? before[at] : track[i - 1]) ?? Number.NaN;
				}
			}
			return [before, settled, beats] as const;
		});
