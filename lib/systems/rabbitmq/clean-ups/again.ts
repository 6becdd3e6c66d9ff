// Is it still the queue that a plan was drawn from, with about as much in it? What is not says what changed.
import type { Refusal } from "#lib/core/clean-up/remark.ts";
import type { QueueNow } from "./queue-now.ts";
import type { SeenQueue } from "./seen.ts";

export const seenOf = (now: QueueNow): SeenQueue => ({
	...{ traits: now.traits, published: now.counts?.published ?? null },
	...{ ready: now.ready ?? 0, hasReaders: hasReaders(now) },
});

const hasReaders = ({ consumers }: QueueNow): boolean => (consumers ?? 0) > 0;

/** So much may come or go before what somebody said yes to is something else. */
const share = 0.1;

export const isFarMore = (seen: number, now: number): boolean =>
	now > seen + seen * share;
export const isFarLess = (seen: number, now: number): boolean =>
	now < seen - seen * share;

/** One that was made anew has counted less, or nothing yet. */
export const isAnother = (seen: SeenQueue, now: QueueNow): boolean =>
	(now.counts?.published ?? 0) < (seen.published ?? 0);

export function changedSince(
	channel: string,
	seen: SeenQueue,
	now: QueueNow,
): Refusal | null {
	if (isAnother(seen, now)) return { code: "made again", values: { channel } };
	const isSame =
		seen.traits === now.traits && seen.hasReaders === hasReaders(now);
	return isSame ? null : { code: "changed since", values: {} };
}
