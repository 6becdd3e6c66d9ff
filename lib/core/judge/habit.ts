// How long does something usually last? Learned from how long it lasted before, and forgotten as soon as it no longer does.
import type { Reason } from "../verdict.ts";

type Values = Reason["values"];

/** A mean, how far single times stray from it, and how many there were; NaN while there were none. */
export type Habit = { meanMs: number; strayMs: number; times: number };

const weight = 1 / 4;
const firstStray = 1 / 4;

export const newHabit = (): Habit => ({
	meanMs: Number.NaN,
	strayMs: Number.NaN,
	times: 0,
});

export function learn(habit: Habit, lastedMs: number): void {
	habit.times++;
	if (Number.isNaN(habit.meanMs)) {
		habit.meanMs = lastedMs;
		habit.strayMs = firstStray * lastedMs;
		return;
	}
	const off = Math.abs(lastedMs - habit.meanMs);
	habit.strayMs += weight * (off - habit.strayMs);
	habit.meanMs += weight * (lastedMs - habit.meanMs);
}

const graceMs = 60_000;
/** What lasts minutes may well last twice as long; what lasts an hour, a quarter more than that and some minutes. */
const slackMs = 15 * 60_000;
const timesNeeded = 5;
const busyMs = 5 * 60_000;
export const unknownMs = 15 * 60_000;

/** For longer than this it has not lasted by habit; NaN while there is none. */
export const beyondHabit = (meanMs: number, strayMs: number): number =>
	meanMs +
	Math.max(Math.min(meanMs, slackMs + meanMs / 4) + graceMs, 4 * strayMs);

/** For how long may work wait before that is odd? Whoever was seldom seen to read is given longer. */
export function patienceMs({ meanMs, strayMs, times }: Habit): number {
	const least = times < timesNeeded ? unknownMs : busyMs;
	return times === 0 ? least : Math.max(least, beyondHabit(meanMs, strayMs));
}

type Names = Readonly<Record<"mean" | "stray" | "times", string>>;

const namesFrom = (name: string): Names => ({
	mean: `${name}Seconds`,
	stray: `${name}StraySeconds`,
	times: `${name}Times`,
});
export const asRest = namesFrom("rests");
export const asAbsence = namesFrom("away");
export const asPresence = namesFrom("here");

/**
 * Told with a verdict, so that a watch that begins again knows it; in steps, so that a row does not change for nothing.
 * How often it was seen only where that is seldom: then what lasts less than half a step is no habit yet.
 */
export function valuesOf(habit: Habit, names: Names, stepMs = 60_000): Values {
	const { meanMs, strayMs, times } = habit;
	const isKnown = times >= timesNeeded;
	const leastMs = isKnown ? stepMs : 0;
	const seconds = inSteps(Math.max(leastMs, meanMs), stepMs);
	if (times === 0 || seconds === 0) return {};
	const straySeconds = inSteps(strayMs, stepMs / 4);
	const values: Record<string, number> = { [names.mean]: seconds };
	if (straySeconds > 0) values[names.stray] = straySeconds;
	if (!isKnown) values[names.times] = times;
	return values;
}

const inSteps = (ms: number, stepMs: number): number =>
	(stepMs * Math.round(ms / stepMs)) / 1000;

export function habitIn(values: Values, names: Names): Habit {
	const meanMs = Number(values[names.mean] ?? 0) * 1000;
	if (!(meanMs > 0)) return newHabit();
	const strayMs = Number(values[names.stray] ?? 0) * 1000;
	return { meanMs, strayMs, times: Number(values[names.times] ?? timesNeeded) };
}

/** What was learned since is known better, unless it was seen too seldom, or always within less than it was given before. */
export function recall(habit: Habit, before: Habit): void {
	const isKnown = habit.times >= timesNeeded;
	if (Math.min(habit.times, timesNeeded) > before.times) return;
	if (isKnown && patienceMs(habit) >= patienceMs(before)) return;
	Object.assign(habit, before);
}
