// In which order do partitions stand in a look, over all its pages?
import type { Amount } from "#lib/core/amount.ts";
import type { LookSort, PartitionLine } from "#lib/core/look.ts";

/** What is not known stands last, and equals stand by their number. */
export function inOrder(
	lines: readonly PartitionLine[],
	sort: LookSort,
): readonly PartitionLine[] {
	if (sort === "owner") return lines.toSorted(byOwner);
	const keys = new Map(lines.map((line) => [line, keyOf(line, sort)]));
	const key = (line: PartitionLine) => keys.get(line) ?? 0;
	return lines.toSorted(
		// Of two that are not known the difference is NaN or nothing: their numbers decide.
		(a, b) => key(a) - key(b) || a.partition - b.partition,
	);
}

function keyOf(line: PartitionLine, sort: Exclude<LookSort, "owner">): number {
	switch (sort) {
		case "lag":
			return -(line.lag ?? -1);
		case "timeLag":
			return -numberOf(line.timeLagMs, -1);
		case "margin":
			return numberOf(line.marginMs, Infinity);
		case "partition":
			return line.partition;
	}
}

const numberOf = (amount: Amount | null, otherwise: number): number =>
	amount?.n ?? otherwise;

function byOwner(a: PartitionLine, b: PartitionLine): number {
	if (a.owner !== b.owner) {
		if (a.owner === null) return 1;
		if (b.owner === null) return -1;
		return a.owner < b.owner ? -1 : 1;
	}
	return a.partition - b.partition;
}
