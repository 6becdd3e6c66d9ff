// How old is the oldest unread message, and how long until the broker removes it? For one partition, then for all.
import {
	type Amount,
	about,
	atLeast,
	atMost,
	exactly,
} from "#lib/core/amount.ts";

/** What the broker keeps, and how much there is now; `Infinity` is "for ever", null is "nobody told us". */
export type Keeping = {
	readonly retentionMs: number;
	readonly retentionBytes: number;
	/** Bytes of the whole partition, and of how many messages. */
	readonly bytes: number | null;
	readonly messages: number;
	/** What arrives in a second. */
	readonly arrivals: number;
};

/**
 * The record's own time is exact; between two ends seen it is about; before the first one seen it is older than that.
 * NaN stands for what is not known. Producers may date a message into the future: it is then as new as can be.
 */
export function ageOf(
	record: { readonly ms: number; readonly isExact: boolean },
	writtenMs: number,
	firstMs: number,
	nowMs: number,
): Amount | null {
	const since = (ms: number) => Math.max(0, nowMs - ms);
	if (!Number.isNaN(record.ms))
		return record.isExact ? exactly(since(record.ms)) : about(since(record.ms));
	if (!Number.isNaN(writtenMs)) return about(since(writtenMs));
	const least = since(firstMs);
	return least > 0 ? atLeast(least) : null;
}

/**
 * Until the first of the two rules reaches the oldest unread message. A segment goes as a whole, when its newest
 * message has passed the time: so removal by time comes no sooner than this, and may come later. Null where nothing
 * is ever removed, or nothing is known.
 */
export function marginOf(
	age: Amount | null,
	unread: number,
	keeping: Keeping | null,
): Amount | null {
	if (!keeping || age === null) return null;
	const byTime = marginByTime(age, keeping.retentionMs);
	const bySize = marginBySize(unread, keeping);
	if (bySize === "unknown") return byTime && atMost(byTime.n);
	if (byTime === null || bySize === null) return byTime ?? bySize;
	return bySize.n < byTime.n ? bySize : byTime;
}

function marginByTime(age: Amount, retentionMs: number): Amount | null {
	if (retentionMs === Number.POSITIVE_INFINITY) return null;
	const n = Math.max(0, retentionMs - age.n);
	if (age.bound === "exact") return atLeast(n);
	return age.bound === "at least" ? atMost(n) : about(n);
}

/** Every message is taken to be as long as the average of its partition. */
function marginBySize(
	unread: number,
	{ retentionBytes, bytes, messages, arrivals }: Keeping,
): Amount | null | "unknown" {
	if (retentionBytes === Number.POSITIVE_INFINITY) return null;
	if (bytes === null || Number.isNaN(arrivals)) return "unknown";
	if (messages <= 0 || bytes <= 0 || arrivals <= 0) return null;
	const room = retentionBytes / (bytes / messages) - unread;
	return about((Math.max(0, room) / arrivals) * 1000);
}

/** Of all partitions with something unread: one that is not known may be older than all others. */
export function oldestOf(ages: readonly (Amount | null)[]): Amount | null {
	let oldest: Amount | null = null;
	let isLeast = false;
	for (const age of ages) {
		if (age === null || age.bound === "at least") isLeast = true;
		if (age !== null && (oldest === null || age.n > oldest.n)) oldest = age;
	}
	return oldest && isLeast ? atLeast(oldest.n) : oldest;
}

/** One of which only a limit is known may come before the one that is known better. */
export function soonestOf(margins: readonly (Amount | null)[]): Amount | null {
	let soonest: Amount | null = null;
	let isLoose = false;
	for (const margin of margins) {
		if (margin === null) continue;
		if (margin.bound === "at most") isLoose = true;
		if (soonest === null || margin.n < soonest.n) soonest = margin;
	}
	if (!soonest || !isLoose || soonest.bound === "at most") return soonest;
	return about(soonest.n);
}
