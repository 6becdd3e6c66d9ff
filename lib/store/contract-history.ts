// Does a store remember what happened: every reading for a while, every peak for long, and each gap as one?
import fc from "fast-check";
import { expect, test } from "vitest";
import type { HistoryTick, Sample } from "#lib/core/history.ts";
import {
	idIn,
	rangeIn,
	sampleOf,
	historyStartMs as startMs,
	thinAll,
	tickOf,
	writeTicks,
} from "./contract-history-scene.ts";
import type { Scene } from "./contract-scene.ts";

const hourMs = 3_600_000;

const unknown = <T>(known: fc.Arbitrary<T>) => fc.option(known, { nil: null });
const someSample: fc.Arbitrary<Partial<Sample>> = fc.record({
	lag: unknown(fc.nat({ max: 1e6 })),
	arrived: unknown(fc.nat({ max: 1e12 })),
	departed: unknown(fc.nat({ max: 1e12 })),
	holding: unknown(fc.nat({ max: 50 })),
	verdict: fc.constantFrom("healthy", "slow", "losing"),
});
type Told = {
	readonly tick: HistoryTick;
	readonly values: Partial<Sample> | null;
};

/** Ticks of which some say the same again, some say nothing, and some come late. */
const someTicks: fc.Arbitrary<readonly Told[]> = fc
	.array(
		fc.record({
			afterMs: fc.constantFrom(5_000, 5_000, 5_001, 60_000, 2 * hourMs),
			values: fc.oneof(someSample, fc.constantFrom("same", "silent", "failed")),
		}),
		{ minLength: 1, maxLength: 60 },
	)
	.map((steps) => {
		let atMs = startMs;
		let last: Partial<Sample> = {};
		return steps.map(({ afterMs, values }) => {
			atMs += afterMs;
			if (typeof values === "object") last = values;
			const broken = {
				id: idIn("a"),
				verdict: "unknown",
				reason: "part silent",
			} as const;
			if (values === "failed")
				return { tick: tickOf(atMs, [], { heard: false }), values: null };
			if (values === "silent")
				return { tick: tickOf(atMs, [], { silent: [broken] }), values: null };
			return { tick: tickOf(atMs, [sampleOf("a", last)]), values: last };
		});
	});

const value = (
	values: Partial<Sample> | null,
	name: "lag" | "arrived" | "holding",
) => (values === null ? null : (sampleOf("a", values)[name] ?? null));

export function historyContract(scene: Scene): void {
	test("every reading comes back as it was told, whether it is thinned meanwhile or not", async () => {
		await fc.assert(
			fc.asyncProperty(someTicks, fc.nat({ max: 60 }), async (told, thinAt) => {
				const { store, other } = await scene();
				for (const [i, { tick }] of told.entries()) {
					await writeTicks(store, tick);
					if (i === thinAt) await thinAll(store, tick.atMs);
				}
				const toMs = (told.at(-1)?.tick.atMs ?? 0) + 1;
				await thinAll(store, toMs);
				const asked = { fromMs: startMs, toMs, points: 10_000 };
				const found = await other.history.range(idIn("a"), asked);
				if (found === null) {
					expect(told.every(({ values }) => values === null)).toBe(true);
					return;
				}
				const { range } = found;
				expect(range.stepMs).toBeNull();
				for (const { tick, values } of told) {
					const i = range.atMs.indexOf(tick.atMs);
					expect(range.asked[i]).toBe(values !== null);
					expect(range.gauges.lag.last[i]).toBe(value(values, "lag"));
					expect(range.gauges.holding.peak[i]).toBe(value(values, "holding"));
					expect(range.counters.arrived[i]).toBe(value(values, "arrived"));
				}
			}),
			{ numRuns: 40 },
		);
	}, 60_000);

	test("points of thinned history hold the peak of every reading in them", async () => {
		await fc.assert(
			fc.asyncProperty(
				someTicks,
				fc.constantFrom(1, 600_000, 5 * hourMs),
				async (told, afterMs) => {
					const { store } = await scene();
					for (const { tick } of told) await writeTicks(store, tick);
					const lastMs = told.at(-1)?.tick.atMs ?? 0;
					await thinAll(store, lastMs + afterMs);
					const points = Math.ceil((lastMs + 1 - startMs) / 600_000);
					const toMs = startMs + points * 600_000;
					if (told.every(({ values }) => values === null)) return;
					const range = await rangeIn(store, "a", startMs, toMs, points);
					const step = range.stepMs ?? 0;
					expect(step).toBeGreaterThan(0);
					for (const [i, fromMs] of range.atMs.entries()) {
						const inside = told.filter(
							({ tick }) =>
								tick.atMs >= fromMs && tick.atMs < fromMs + step && tick.heard,
						);
						const asked = inside.filter(({ values }) => values !== null);
						expect(range.asked[i]).toBe(asked.length > 0);
						const lags = asked.flatMap(
							({ values }) => value(values, "lag") ?? [],
						);
						const peak = lags.length === 0 ? null : Math.max(...lags);
						expect(range.gauges.lag.peak[i]).toBe(peak);
						const last =
							asked.length === 0
								? null
								: value(asked.at(-1)?.values ?? null, "lag");
						expect(range.gauges.lag.last[i]).toBe(last);
						// Between readings of which some could not be known, means are as fine as their parts.
						const isWhole = lags.length === inside.length;
						const mean = lags.reduce((sum, it) => sum + it, 0) / lags.length;
						const shown = range.gauges.lag.mean[i] ?? Number.NaN;
						if (isWhole && lags.length > 0)
							expect(Math.abs(shown - mean)).toBeLessThan(1);
						else if (lags.length > 0)
							expect(shown).toBeLessThanOrEqual(Math.max(...lags));
					}
				},
			),
			{ numRuns: 40 },
		);
	}, 60_000);
}
