"use client";
// Which of many lines are drawn? Those in sight and a few beside them; the rest is empty height. Heights are guessed until they were seen.
import { useCallback, useLayoutEffect, useMemo, useRef, useState } from "react";

type Heights = ReadonlyMap<number, number>;
type Range = { readonly first: number; readonly last: number };

export type Windowed = Range & {
	/** The height of what is not drawn, above and below. */
	readonly before: number;
	readonly after: number;
	/** Lines that fit between what sticks at the top and at the bottom. */
	readonly fitting: () => number;
	/** The first that is not covered. */
	readonly topmost: () => number;
	/** Scrolls no further than until it is in sight, or until it is on top. */
	readonly show: (index: number, onTop?: boolean) => void;
};

type Edges = {
	/** How much of the window is covered at its top and bottom. */
	readonly topPx: number;
	readonly bottomPx: number;
};

/** So many lines are drawn at most, whatever is beside those in sight. */
const drawnMax = 56;
const besideMax = 10;

/** `lines` holds them, each with its number as `data-index`. */
export function useWindowed(
	lines: { readonly current: HTMLElement | null },
	count: number,
	usualPx: number,
	edges: Edges,
): Windowed {
	const [heights, setHeights] = useState<Heights>(new Map());
	const tops = useMemo(
		() => topsOf(count, usualPx, heights),
		[count, usualPx, heights],
	);
	const [range, setRange] = useState<Range>({ first: 0, last: 40 });
	const latest = useRef({ tops, edges });
	useLayoutEffect(() => {
		latest.current = { tops, edges };
	});

	const settle = useCallback(() => {
		const top = lines.current?.getBoundingClientRect().top;
		if (top === undefined) return;
		const next = rangeAt(latest.current.tops, -top, innerHeight);
		setRange((range) =>
			range.first === next.first && range.last === next.last ? range : next,
		);
	}, [lines]);
	useLayoutEffect(() => {
		addEventListener("scroll", settle, { passive: true });
		addEventListener("resize", settle);
		return () => {
			removeEventListener("scroll", settle);
			removeEventListener("resize", settle);
		};
	}, [settle]);
	useLayoutEffect(() => {
		setHeights((known) => measured(lines.current, usualPx, known));
		settle();
	});

	const last = Math.min(range.last, count - 1);
	const first = Math.min(range.first, Math.max(0, last));
	const fitting = useCallback(() => {
		const { topPx, bottomPx } = latest.current.edges;
		return Math.max(1, Math.floor((innerHeight - topPx - bottomPx) / usualPx));
	}, [usualPx]);
	const topmost = useCallback(() => {
		const top = lines.current?.getBoundingClientRect().top ?? 0;
		return lineAt(latest.current.tops, latest.current.edges.topPx - top + 1);
	}, [lines]);
	const show = useCallback(
		(index: number, onTop = false) => {
			const { tops, edges } = latest.current;
			// What stands over the lines belongs to the first of them.
			if (index === 0) return scrollTo({ top: 0, behavior: "instant" });
			const box = lines.current?.getBoundingClientRect();
			if (!box) return;
			const above = box.top + (tops[index] ?? 0) - edges.topPx;
			const below = box.top + (tops[index + 1] ?? 0);
			const lack = below - (innerHeight - edges.bottomPx);
			if (onTop || above < 0) scrollBy({ top: above, behavior: "instant" });
			else if (lack > 0) scrollBy({ top: lack, behavior: "instant" });
		},
		[lines],
	);
	return {
		...{ first, last, fitting, topmost, show },
		before: tops[first] ?? 0,
		after: (tops[count] ?? 0) - (tops[last + 1] ?? 0),
	};
}

/** Where each line begins, and where the last one ends. */
export function topsOf(
	count: number,
	usualPx: number,
	heights: Heights,
): Float64Array {
	const tops = new Float64Array(count + 1);
	for (let i = 0; i < count; i++)
		tops[i + 1] = (tops[i] ?? 0) + (heights.get(i) ?? usualPx);
	return tops;
}

/** From so many pixels down, for so many pixels. */
export function rangeAt(tops: Float64Array, downPx: number, px: number): Range {
	const at = lineAt(tops, downPx);
	const end = lineAt(tops, downPx + px);
	const spare = Math.floor((drawnMax - (end - at + 1)) / 2);
	const beside = Math.max(1, Math.min(besideMax, spare));
	return {
		first: Math.max(0, at - beside),
		last: Math.min(Math.max(0, tops.length - 2), end + beside),
	};
}

function lineAt(tops: Float64Array, px: number): number {
	let low = 0;
	let high = Math.max(0, tops.length - 2);
	while (low < high) {
		const middle = (low + high + 1) >> 1;
		if ((tops[middle] ?? 0) <= px) low = middle;
		else high = middle - 1;
	}
	return low;
}

/** The same heights, unless a line that is drawn is of another than was known. */
function measured(
	lines: HTMLElement | null,
	usualPx: number,
	known: Heights,
): Heights {
	let heights: Map<number, number> | null = null;
	for (const line of lines?.querySelectorAll<HTMLElement>("[data-index]") ??
		[]) {
		const index = Number(line.dataset.index);
		const px = line.getBoundingClientRect().height;
		if (Math.abs(px - (known.get(index) ?? usualPx)) < 0.5) continue;
		heights ??= new Map(known);
		heights.set(index, px);
	}
	return heights ?? known;
}
