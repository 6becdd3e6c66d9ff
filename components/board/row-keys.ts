"use client";
// How is the table walked by keys? From line to line, also to those that are not drawn yet, into folds and out of them.
import { type KeyboardEvent, useEffect, useState } from "react";
import { useKeys } from "#components/ui/keys.ts";
import type { Windowed } from "#components/ui/windowed.ts";
import type { Line } from "./lines.ts";

export type OnToggle = (id: string, open: boolean) => void;

export type Walked = Pick<Windowed, "show" | "topmost" | "fitting"> & {
	readonly count: number;
	readonly lineAt: (index: number) => Line;
};

/** The line that has the focus. */
export function indexHere(): number | null {
	const row = document.activeElement?.closest("tr[data-index]");
	return row ? Number(row.getAttribute("data-index")) : null;
}

export function useRowKeys(
	table: { readonly current: HTMLElement | null },
	{ count, lineAt, show, topmost, fitting }: Walked,
	onToggle: OnToggle,
) {
	const [wanted, setWanted] = useState<number | null>(null);
	const rowAt = (index: number) =>
		table.current?.querySelector(`tr[data-index="${index}"]`);
	useEffect(() => {
		if (wanted === null) return;
		const target = rowAt(wanted)?.querySelector<HTMLElement>("a, button");
		if (!target) return;
		target.focus();
		setWanted(null);
	});
	/** Where somebody stands, or is on the way to. */
	const here = (): number => {
		return wanted ?? indexHere() ?? -1;
	};
	/** To that line, or to the next one on the same way where nobody can stand. */
	const go = (index: number, step: 1 | -1) => {
		let next = index;
		while (next >= 0 && next < count && !canStand(lineAt(next))) next += step;
		if (next < 0 || next >= count) return;
		show(next);
		setWanted(next);
		// The line that is left may not be drawn any more before the next one is: keys are still heard.
		if (!rowAt(next)) table.current?.focus({ preventScroll: true });
	};
	const move = (step: 1 | -1) => {
		const from = here();
		go(from === -1 ? topmost() : from + step, step);
	};
	useKeys({ j: () => move(1), k: () => move(-1) });

	/** Arrows belong to the table only while the focus is in it; elsewhere they scroll. */
	return (event: KeyboardEvent) => {
		if (event.ctrlKey || event.metaKey || event.altKey) return;
		const from = here();
		if (from === -1) return;
		const line = lineAt(from);
		const act = {
			ArrowDown: () => move(1),
			ArrowUp: () => move(-1),
			PageDown: () => go(Math.min(count - 1, from + fitting()), -1),
			PageUp: () => go(Math.max(0, from - fitting()), 1),
			Home: () => go(0, 1),
			End: () => go(count - 1, -1),
			ArrowRight: () => into(line, onToggle, () => move(1)),
			ArrowLeft: () => outOf(line, onToggle, () => go(headOf(from), -1)),
		}[event.key];
		if (act === undefined) return;
		event.preventDefault();
		act();
	};

	/** The fold in which that line lies. */
	function headOf(index: number): number {
		let head = index;
		while (head > 0 && isInside(lineAt(head))) head--;
		return head;
	}
}

const canStand = (line: Line): boolean =>
	line.is === "row" ||
	line.is === "fold" ||
	line.is === "comes" ||
	(line.is === "more" && line.canAsk);

const isInside = (line: Line): boolean =>
	(line.is === "row" || line.is === "more") && line.inside !== null;

/** Right opens a closed fold, and goes to the first row of an open one. */
function into(line: Line, onToggle: OnToggle, next: () => void) {
	if (line.is !== "fold") return;
	if (line.open) next();
	else onToggle(line.fold.id, true);
}

/** Left closes an open fold, and goes from one of its rows to the fold. */
function outOf(line: Line, onToggle: OnToggle, toHead: () => void) {
	if (line.is === "fold" && line.open) onToggle(line.fold.id, false);
	if (isInside(line)) toHead();
}
