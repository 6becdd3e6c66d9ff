// Is anything left to read behind a position, or only what transactions leave in a log?
import { isControl, isTransactional } from "../protocol/batches.ts";
import type { Fetched } from "../protocol/fetch.ts";

/** `next` is where to go on when the answer ended too early to know. */
export type Walked = "messages" | "markers" | { readonly next: number };

/** Markers, and what a producer wrote and then gave up, are nothing for a reader. */
export function walk(fetched: Fetched, from: number, end: number): Walked {
	const { batches } = fetched;
	const waiting = fetched.aborted.toSorted(
		(a, b) => b.firstOffset - a.firstOffset,
	);
	const givenUp = new Set<number>();
	/** Given up, or emptied by compaction. */
	const isNothing = (i: number) =>
		batches.counts[i] === 0 ||
		(isTransactional(batches.attributes[i] ?? 0) &&
			givenUp.has(batches.producerIds[i] ?? -1));
	let next = from;
	for (let i = 0; i < batches.baseOffsets.length && next < end; i++) {
		const last = batches.lastOffsets[i] ?? 0;
		const producer = batches.producerIds[i] ?? -1;
		const attributes = batches.attributes[i] ?? 0;
		while ((waiting.at(-1)?.firstOffset ?? Infinity) <= last)
			givenUp.add(waiting.pop()?.producerId ?? -1);
		// A marker ends its producer's transaction, whichever way.
		if (isControl(attributes)) givenUp.delete(producer);
		else if (last < from) continue;
		else if ((batches.baseOffsets[i] ?? 0) >= end) break;
		else if (!isNothing(i)) return "messages";
		next = Math.max(next, last + 1);
	}
	if (next >= end) return "markers";
	// Beyond lies what an open transaction wrote, and nobody knows yet what becomes of it.
	return next >= fetched.stableEnd ? "messages" : { next };
}
