// Does a reading contradict those before it? A broker that was wrong for a moment is not believed before several readings agree.
import type { Columns } from "#lib/core/lag.ts";

export type Doubt = {
	readonly columns: Columns;
	/** How many readings running agree with each other. */
	readonly readings: number;
};

/** So many have to agree: a wrong answer, or a wrong node, is mostly gone by the next one. */
export const agreeing = 3;
/** No partition takes so many in a second. */
const perSecondMax = 100_000_000;

/** Whether this console put a position there itself. */
export type IsOurs = (partition: number, position: number) => boolean;

/**
 * `odd` is what no reader and no writer does: a log that became shorter or grew beyond all measure, a position that is
 * no more, or is at the very beginning again. Somebody may set positions back, and who loses messages may commit what is
 * removed already; who does it again and again means it.
 */
export function contradiction(
	before: Columns,
	now: Columns,
	passedMs: number,
	isOurs: IsOurs,
): "odd" | "set back" | null {
	let isBack = false;
	const grownMax = perSecondMax * Math.max(1, passedMs / 1_000);
	for (let j = 0; j < before.partitions.length; j++) {
		const partition = before.partitions[j] ?? -1;
		const i = placeOf(now, partition, j);
		const end = now.ends[i] ?? Number.NaN;
		const grown = end - (before.ends[j] ?? Number.NaN);
		if (grown < 0 || grown > grownMax) return "odd";
		const was = before.positions[j] ?? Number.NaN;
		const position = now.positions[i] ?? Number.NaN;
		if (position >= was || Number.isNaN(was)) continue;
		if (isOurs(partition, position)) continue;
		const start = now.starts[i] || 0;
		// Who loses messages may commit twice what is no longer kept, and then the earlier: nothing that could be read lies between.
		if (position < was && was <= start) continue;
		const isRemoved = position > 0 && position < start;
		if (!(position > start) && !isRemoved) return "odd";
		isBack = true;
	}
	return isBack ? "set back" : null;
}

/** Of a partition in the columns; beyond them where it is in none. */
export function placeOf(
	{ partitions }: Columns,
	partition: number,
	guess: number,
): number {
	return partitions[guess] === partition
		? guess
		: partitions.indexOf(partition);
}
