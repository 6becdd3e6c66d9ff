// What would the best-known lag evaluator say? Its rules as it publishes them, over commits and not over readings.

/** Commits of one partition, oldest first: when, of which position, and how much then lay behind it. */
type Offsets = {
	readonly atMs: number[];
	readonly position: number[];
	readonly lag: number[];
};

export const said = [
	"fine",
	"warning",
	"stalled",
	"stopped",
	"rewound",
] as const;
export type Said = (typeof said)[number];

/** How many commits it keeps of each partition, and how far apart they must be to be kept as two. */
export type Keeping = { readonly commits: number; readonly apartMs: number };

export class Published {
	readonly #kept: readonly Offsets[];
	readonly #keeping: Keeping;

	constructor(partitions: number, keeping: Keeping) {
		this.#keeping = keeping;
		this.#kept = Array.from({ length: partitions }, () => ({
			...{ atMs: [], position: [], lag: [] },
		}));
	}

	committed(p: number, atMs: number, position: number, lag: number): void {
		const kept = this.#kept[p];
		if (!kept) return;
		const lastMs = kept.atMs.at(-1) ?? Number.NEGATIVE_INFINITY;
		if (atMs <= lastMs) return;
		// One that follows too closely takes the place of the last, whose time stays.
		if (atMs - lastMs < this.#keeping.apartMs) {
			kept.position[kept.position.length - 1] = position;
			kept.lag[kept.lag.length - 1] = lag;
			return;
		}
		for (const [column, value] of [
			[kept.atMs, atMs],
			[kept.position, position],
			[kept.lag, lag],
		] as const) {
			column.push(value);
			if (column.length > this.#keeping.commits) column.shift();
		}
	}

	/** The gravest of all partitions. `ends` as they are known at this moment. */
	says(ends: Float64Array, nowMs: number): Said {
		let gravest = 0;
		for (let p = 0; p < this.#kept.length; p++) {
			const kept = this.#kept[p];
			if (!kept || kept.atMs.length < this.#keeping.commits) continue;
			const it = ofPartition(kept, ends[p] ?? 0, nowMs);
			gravest = Math.max(gravest, said.indexOf(it));
		}
		return said[gravest] ?? "fine";
	}
}

export function ofPartition(kept: Offsets, end: number, nowMs: number): Said {
	const { atMs, position, lag } = kept;
	const [first = 0, last = 0] = [atMs[0], atMs.at(-1)];
	if (end <= (position.at(-1) ?? 0)) return "fine";
	if (nowMs - last > last - first) return "stopped";
	if (lag.includes(0)) return "fine";
	const isEach = (holds: (i: number) => boolean) =>
		position.every((_, i) => i === 0 || holds(i));
	const rose = (column: readonly number[], i: number) =>
		(column[i] ?? 0) - (column[i - 1] ?? 0);
	if (!isEach((i) => rose(position, i) >= 0)) return "rewound";
	if (!isEach((i) => rose(lag, i) >= 0)) return "fine";
	return position[0] === position.at(-1) ? "stalled" : "warning";
}
