// Is an answer about the past read as it was told, and high water only from what lies before?
import { expect, test } from "vitest";
import { counters, gauges } from "#lib/core/history.ts";
import type { HistoryReply } from "#lib/wire/history.ts";
import { alertsIn, highWaterIn, rangeIn, usualHeldIn } from "./read.ts";

const hourMs = 3_600_000;
const start = Date.UTC(2026, 10, 21);
const iso = (hours: number) => new Date(start + hours * hourMs).toISOString();

function reply(lag: readonly (number | null)[], hours: number): HistoryReply {
	const none = lag.map(() => null);
	const line = { peak: none, mean: none, last: none };
	return {
		subscription: {
			...{ id: "a", broker: "eu", kind: "log", channel: "orders" },
			...{ group: "billing", first: iso(-99), gone: null },
		},
		...{ from: iso(0), to: iso(hours), stepMs: hourMs },
		at: lag.map((_, i) => iso(i)),
		asked: lag.map((n) => n !== null),
		// The casts: each name stands once in the lists.
		gauges: {
			...Object.fromEntries(gauges.map((name) => [name, line])),
			lag: { ...line, peak: [...lag] },
		} as HistoryReply["gauges"],
		counters: Object.fromEntries(
			counters.map((name) => [name, none]),
		) as HistoryReply["counters"],
		alerts: [],
		annotations: [
			{ is: "verdict", at: iso(0), verdict: "slow", reason: "falls behind" },
		],
	};
}

test("times are numbers again, and changes of the verdict stay what they are", () => {
	const range = rangeIn(reply([4, 7], 2));
	expect(range.atMs).toEqual([start, start + hourMs]);
	expect(range.verdicts).toEqual([
		{ atMs: start, verdict: "slow", reason: "falls behind" },
	]);
});

test("high water is the highest of all, with its time", () => {
	expect(highWaterIn(rangeIn(reply([4, null, 9, 7], 4)))).toEqual({
		...{ n: 9, atMs: start + 2 * hourMs },
	});
	expect(highWaterIn(rangeIn(reply([null, 0], 2)))).toBeNull();
});

test("an hour that goes on after the range says nothing of what was before", () => {
	expect(highWaterIn(rangeIn(reply([4, 9], 1.5)))?.n).toBe(4);
});

test("usual is twice the mean of what was held, at least five minutes, and unknown where nothing was", () => {
	const range = rangeIn(reply([1, 1], 2));
	const held = (mean: readonly (number | null)[]) =>
		usualHeldIn({
			...range,
			gauges: {
				...range.gauges,
				oldestHeldSeconds: { peak: mean, mean, last: mean },
			},
		});
	expect(held([400, 200])).toBe(600);
	expect(held([null, 8])).toBe(300);
	expect(held([null, null])).toBeNull();
});

test("an alert is marked with the verdict that stood when it fired", () => {
	const { annotations, ...rest } = reply([4, 7], 3);
	const alert = { id: "1", rule: "stopped", gravity: "critical" } as const;
	const marks = alertsIn({
		...rest,
		annotations: [
			...annotations,
			{ is: "verdict", at: iso(1), verdict: "stopped", reason: "no members" },
		],
		alerts: [
			{ ...alert, fired: iso(2), resolved: null },
			{ ...alert, rule: "slow", fired: iso(0.5), resolved: iso(1) },
		],
	});
	expect(marks).toEqual([
		{ atMs: start + 2 * hourMs, verdict: "stopped", rule: "stopped" },
		{ atMs: start + 0.5 * hourMs, verdict: "slow", rule: "slow" },
	]);
});
