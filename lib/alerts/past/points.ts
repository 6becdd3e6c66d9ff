// Which few points draw a line of the past? The worst of each stretch, broken where nobody knew.
import type { PastColumn } from "#lib/core/alert/past/column.ts";

const pointsMax = 400;

export function pointsOf(
	{ atMs, worst }: PastColumn,
	side: "over" | "under",
): {
	readonly atMs: readonly number[];
	readonly values: readonly (number | null)[];
} {
	const together = Math.max(1, Math.ceil(atMs.length / pointsMax));
	const starts: number[] = [];
	const values: (number | null)[] = [];
	for (let from = 0; from < atMs.length; from += together) {
		starts.push(atMs[from] ?? 0);
		let most: number | null = null;
		for (let i = from; i < Math.min(from + together, atMs.length); i++) {
			const n = worst[i] ?? Number.NaN;
			if (!Number.isFinite(n)) continue;
			if (most === null || (side === "over" ? n > most : n < most)) most = n;
		}
		values.push(most);
	}
	return { atMs: starts, values };
}
