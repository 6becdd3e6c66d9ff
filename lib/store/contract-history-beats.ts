// Does history tell who went, and when a broker was asked?
import { expect, test } from "vitest";
import { gauges } from "#lib/core/history.ts";
import {
	idIn,
	sampleOf,
	historyStartMs as startMs,
	thinAll,
	tickOf,
	writeGone,
	writeTicks,
} from "./contract-history-scene.ts";
import type { Scene } from "./contract-scene.ts";

const minuteMs = 60_000;

export function historyBeatsContract(scene: Scene): void {
	test("those that went since a time are told, the latest first, and nobody who is there", async () => {
		const { store, other } = await scene();
		const all = ["a", "b", "c", "d"].map((it) => sampleOf(it));
		await writeTicks(store, tickOf(startMs, all));
		for (const [i, channel] of ["a", "b", "c"].entries()) {
			const left = all.slice(i + 1);
			await writeGone(store, tickOf(startMs + (i + 1) * 5_000, left), channel);
		}
		const gone = await other.history.goneSince(startMs + 10_000, 10);
		expect(gone.map(({ channel, goneMs }) => [channel, goneMs])).toEqual([
			["c", startMs + 15_000],
			["b", startMs + 10_000],
		]);
		expect(await other.history.goneSince(startMs, 1)).toHaveLength(1);
	});

	test("a range of one gauge tells that one as a whole range does, and nothing else", async () => {
		const { store, other } = await scene();
		const ticks = Array.from({ length: 20 }, (_, i) =>
			tickOf(startMs + i * 5_000, [sampleOf("a", { lag: i, holding: i * 2 })]),
		);
		await writeTicks(store, ...ticks);
		const asked = { fromMs: startMs, toMs: startMs + 100_000, points: 7 };
		const whole = await other.history.range(idIn("a"), asked);
		const one = await other.history.range(idIn("a"), {
			...{ ...asked, only: ["lag"] },
		});
		expect(one?.range.gauges.lag).toEqual(whole?.range.gauges.lag);
		expect(one?.range.atMs).toEqual(whole?.range.atMs);
		expect(one?.range.verdicts).toEqual(whole?.range.verdicts);
		expect(one?.range.gauges.holding).toEqual({ peak: [], mean: [], last: [] });
		expect(one?.range.counters.arrived).toEqual([]);
	});

	test("once history is coarser each gauge by itself is told as with all others, with the same verdicts", async () => {
		const { store, other } = await scene();
		const ticks = Array.from({ length: 300 }, (_, i) =>
			tickOf(
				startMs + i * minuteMs,
				[
					sampleOf("a", {
						...{ lag: i % 9, holding: i % 7, oldestHeldMs: (i % 50) * 1_000 },
						...{ deliveriesMax: i % 3, live: i % 4, registered: 4 },
						...{ timeLagMs: (i % 60) * 1_000, marginMs: 9_999_000 - i * 1_000 },
						verdict: i % 100 > 90 ? "stalled" : "healthy",
					}),
				],
				{ everyMs: minuteMs },
			),
		);
		await writeTicks(store, ...ticks);
		const endMs = startMs + 300 * minuteMs;
		await thinAll(store, endMs + 13 * 60 * minuteMs);
		for (const points of [300, 30]) {
			const asked = { fromMs: startMs, toMs: endMs, points };
			const whole = await other.history.range(idIn("a"), asked);
			expect(whole?.range.stepMs).not.toBeNull();
			for (const gauge of gauges) {
				const only = [gauge];
				const one = await other.history.range(idIn("a"), { ...asked, only });
				expect(one?.range.gauges[gauge]).toEqual(whole?.range.gauges[gauge]);
				expect(one?.range.verdicts).toEqual(whole?.range.verdicts);
				expect(one?.range.asked).toEqual(whole?.range.asked);
			}
		}
	});

	test("each tick of a broker is told with whether it was heard, also once readings lie together", async () => {
		const { store, other } = await scene();
		const ticks = Array.from({ length: 300 }, (_, i) =>
			tickOf(startMs + i * 5_000, i % 7 === 0 ? [] : [sampleOf("a")], {
				heard: i % 7 !== 0,
			}),
		);
		await writeTicks(store, ...ticks);
		const tell = async () => {
			const span = [startMs + 10_000, startMs + 20 * minuteMs] as const;
			return other.history.beats("one", ...span);
		};
		const before = await tell();
		expect(before.atMs).toHaveLength(238);
		expect(before.atMs[0]).toBe(startMs + 10_000);
		expect([...before.heard.slice(0, 7)]).toEqual([1, 1, 1, 1, 1, 0, 1]);
		await thinAll(store, startMs + 30 * minuteMs);
		expect(await tell()).toEqual(before);
		expect((await other.history.beats("two", 0, Infinity)).atMs).toHaveLength(
			0,
		);
	});
}
