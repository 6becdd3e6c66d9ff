// How high was the lag in each minute of the last hour?
import type { Window } from "./window.ts";

/**
 * The highest lag of each of the last 60 minutes, oldest first; null where there was no reading. The one before is handed
 * on where nothing changed: thousands of them at each tick would be most of the garbage there is.
 */
export function sparkOf(
	{ minutes }: Window,
	before: readonly (number | null)[] = [],
): readonly (number | null)[] {
	const isSame =
		before.length === minutes.length &&
		before.every((lag, i) => Object.is(lag ?? Number.NaN, minutes[i]));
	if (isSame) return before;
	return Array.from(minutes, (lag) => (Number.isNaN(lag) ? null : small(lag)));
}

/** The same number; read from a column it would take a piece of memory of its own, of which there are sixty a row. */
const small = (n: number): number => ((n | 0) === n ? n | 0 : n);
