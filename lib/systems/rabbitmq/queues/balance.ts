// What went of a queue that is nearly full, without anybody having read it? Told by what came, what was done and what is there.
import type { QueueReply } from "./replies.ts";

/** What came and was neither done nor is there, now and then. */
export type Balance = {
	readonly seen: { readonly atMs: number; readonly gone: number }[];
};

export const newBalance = (): Balance => ({ seen: [] });

const nearlyFull = 0.9;
const everyMs = 4_000;
const together = 6;
const atMostMs = 10 * 60_000;

/**
 * Its length and its counters are told at different moments, so that single sums stray. What went for good does not come
 * back: it is told once the last few sums lie twice as far above the first few as these lie apart.
 */
export function goneUnread(
	{ seen }: Balance,
	now: QueueReply,
	share: number | null,
	atMs: number,
): number | null {
	const newest = seen.at(-1);
	const gone = goneIn(now);
	if (share === null || share < nearlyFull || gone === null) {
		seen.length = 0;
		return null;
	}
	if (newest && newest.atMs > atMs) seen.length = 0;
	else if (newest && atMs - newest.atMs < everyMs) return null;
	seen.push({ atMs, gone });
	if (seen.length < 2 * together) return null;
	const sums = seen.map((it) => it.gone);
	const [first, last] = [sums.slice(0, together), sums.slice(-together)];
	const more = Math.min(...last) - Math.max(...first);
	const stray = Math.max(spreadOf(first), spreadOf(last));
	if (more > 2 * stray) {
		seen.splice(0, seen.length - together);
		return Math.round(meanOf(last) - meanOf(first));
	}
	const sinceMs = seen[0]?.atMs ?? atMs;
	// Counters that began anew, and sums that only strayed, are not held against later ones for ever.
	if (more < -stray || atMs - sinceMs > atMostMs)
		seen.splice(0, seen.length - together);
	return null;
}

const spreadOf = (sums: readonly number[]): number =>
	Math.max(...sums) - Math.min(...sums);

const meanOf = (sums: readonly number[]): number =>
	sums.reduce((a, b) => a + b, 0) / sums.length;

/** Below zero where more is there than ever came by a publisher. */
export function goneIn({ ready, unacked, counts }: QueueReply): number | null {
	if (ready === null || unacked === null || counts === null) return null;
	const { published, acked, unanswered } = counts;
	return published - acked - unanswered - ready - unacked;
}
