// How high was the lag in each minute of the last hour?
import type { Window } from "./window/window.ts";

type Spark = readonly (number | null)[];

/** Most groups read all there is again and again, and thousands of them had the same hour. */
const alike = new Map<string, Spark>();
const alikeMax = 1_000;

/**
 * The highest lag of each of the last 60 minutes, oldest first; null where there was no reading. The one before is handed
 * on where nothing changed: thousands of them at each tick would be most of the garbage there is.
 */
export function sparkOf({ minutes }: Window, before: Spark = []): Spark {
	const isSame =
		before.length === minutes.length &&
		before.every((lag, i) => Object.is(lag ?? Number.NaN, minutes[i]));
	return isSame ? before : shared(minutes);
}

function shared(minutes: Float64Array): Spark {
	const key = minutes.join();
	const known = alike.get(key);
	if (known) return known;
	const spark = Array.from(minutes, (lag) =>
		Number.isNaN(lag) ? null : small(lag),
	);
	if (alike.size >= alikeMax) alike.clear();
	alike.set(key, spark);
	return spark;
}

/** The same number; read from a column it would take a piece of memory of its own, of which there are sixty a row. */
const small = (n: number): number => ((n | 0) === n ? n | 0 : n);
