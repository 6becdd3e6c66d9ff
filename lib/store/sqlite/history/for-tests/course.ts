// What does the historian write that is killed? A course of numbers that can be reckoned again from the number of a tick.
import type { HistoryTick, Keep } from "#lib/core/history.ts";
import {
	historyStartMs,
	sampleOf,
	tickOf,
} from "../../../contract-history-scene.ts";

export const everyMs = 150_000;
const hourMs = 3_600_000;
/** Each age is over within the test, but for the last. */
export const keep: Keep = {
	ticksMs: 6 * hourMs,
	minutesMs: 24 * hourMs,
	tenMinutesMs: 72 * hourMs,
	hoursMs: 9_000 * hourMs,
};

/** More than a shard holds. */
export const channels = Array.from({ length: 70 }, (_, i) => `c${i}`);

export const atMs = (tick: number): number => historyStartMs + tick * everyMs;

/** Some change with each tick, some rest for a while, some rest for ever. */
export function lagOf(channel: number, tick: number): number {
	const rests = [1, 2, 9, 70, 1_000_000][channel % 5] ?? 1;
	return (Math.floor(tick / rests) * 7_919 + channel * 104_729) % 1_000;
}

export const told = (tick: number): HistoryTick =>
	tickOf(
		atMs(tick),
		channels.map((channel, i) => sampleOf(channel, { lag: lagOf(i, tick) })),
		{ everyMs },
	);
