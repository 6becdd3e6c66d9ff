// Which of very many partitions? Their numbers in ranges, each with the sum of its positions: it shows later whether they were read.
import type { Columns } from "../lag.ts";

/** As they are told: "0-4 7 9-11", and a sum beside each. */
export type Which = { readonly which: string; readonly at: string };

type Range = { readonly from: number; to: number; sum: number };

/** Of more a range holds several: whether one of them was read is then known of all together. */
const aloneMost = 100;
const rangesMost = 200;

/** `places` are those in the columns, in their order; what would need too many ranges is left out. */
export function told(
	places: readonly number[],
	{ partitions, positions }: Columns,
): Which {
	const widthMost = Math.ceil(places.length / aloneMost);
	const ranges: Range[] = [];
	for (const i of places) {
		const partition = partitions[i] ?? Number.NaN;
		const position = positions[i] ?? Number.NaN;
		const last = ranges.at(-1);
		const fits = last && partition - last.from < widthMost;
		if (fits && partition === last.to + 1) {
			last.to = partition;
			last.sum += position;
		} else if (ranges.length < rangesMost)
			ranges.push({ from: partition, to: partition, sum: position });
		else break;
	}
	return {
		which: ranges
			.map(({ from, to }) => (from === to ? from : `${from}-${to}`))
			.join(" "),
		at: ranges.map(({ sum }) => sum).join(" "),
	};
}

/** Of those that were told, the places of all in whose range nothing was read since; and whether they may have been more. */
export function unread(
	which: Which,
	{ partitions, positions }: Columns,
): { readonly places: readonly number[]; readonly isLeast: boolean } {
	const ranges = rangesIn(which);
	const rangeOf = new Map<number, Range>();
	for (const range of ranges)
		for (let n = range.from; n <= range.to; n++) rangeOf.set(n, range);
	const found = Map.groupBy(partitions.keys(), (i) =>
		rangeOf.get(partitions[i] ?? Number.NaN),
	);
	const places = ranges.flatMap((range) => {
		const those = found.get(range) ?? [];
		const isWhole = those.length === range.to - range.from + 1;
		const sum = those.reduce((sum, i) => sum + (positions[i] ?? 0), 0);
		return isWhole && sum === range.sum ? those : [];
	});
	return { places, isLeast: ranges.length >= rangesMost };
}

function rangesIn({ which, at }: Which): Range[] {
	const sums = at.split(" ").map(Number);
	return which.split(" ").flatMap((range, i) => {
		const [from = Number.NaN, to = from] = range.split("-").map(Number);
		return from <= to ? [{ from, to, sum: sums[i] ?? Number.NaN }] : [];
	});
}
