// How long does something usually last? Learned from how long it lasted before, and forgotten as soon as it no longer does.

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

/**
 * Told with a verdict, in whole minutes, so that a watch that begins again knows it.
 * Of who was seldom seen to read, less than half a minute is no habit yet.
 */
export function habitSeconds({ meanMs, times }: Habit): number | null {
	if (times === 0) return null;
	const least = times < timesNeeded ? 0 : 1;
	const minutes = Math.max(least, Math.round(meanMs / 60_000));
	return minutes === 0 ? null : 60 * minutes;
}

/** As if it had been seen as often as it takes to know it: what was told is known from longer than the last minutes. */
export function recall(habit: Habit, seconds: number): void {
	if (!(seconds > 0)) return;
	Object.assign(habit, newHabit());
	for (let i = 0; i < timesNeeded; i++) learn(habit, seconds * 1000);
}
