// Which partitions does somebody mean by "0-3, 7"? And how are many of them written briefly?
import { partitionsMax } from "./believed.ts";

/** In order, each once; null where it is no such list, or names none. */
export function readPartitions(text: string): readonly number[] | null {
	const found = new Set<number>();
	const tight = text.replaceAll(/\s*[-–~]\s*/g, "-");
	for (const part of tight.split(/[,;\s]+/)) {
		if (part === "") continue;
		const [, first, last = first] =
			/^(\d{1,9})(?:-(\d{1,9}))?$/.exec(part) ?? [];
		if (first === undefined || last === undefined) return null;
		const [from, to] = [Number(first), Number(last)];
		if (to < from || to - from >= partitionsMax) return null;
		for (let n = from; n <= to; n++) found.add(n);
		if (found.size > partitionsMax) return null;
	}
	return found.size === 0 ? null : [...found].toSorted((a, b) => a - b);
}

export function writePartitions(partitions: readonly number[]): string {
	const runs: [number, number][] = [];
	for (const n of partitions.toSorted((a, b) => a - b)) {
		const last = runs.at(-1);
		if (last !== undefined && n <= last[1] + 1) last[1] = n;
		else runs.push([n, n]);
	}
	return runs
		.map(([from, to]) => (from === to ? `${from}` : `${from}-${to}`))
		.join(", ");
}
