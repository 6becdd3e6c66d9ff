"use client";
// How is the table walked by keys? From line to line, also to those that are not drawn yet, into folds and out of them.
import { type KeyboardEvent, useEffect, useState } from "react";
import { useKeys } from "#components/ui/keys.ts";
import type { Line } from "./lines.ts";

export type OnToggle = (id: string, open: boolean) => void;

export function useRowKeys(
	table: { readonly current: HTMLTableElement | null },
	lines: readonly Line[],
	show: (index: number) => void,
	onToggle: OnToggle,
) {
	const [wanted, setWanted] = useState<number | null>(null);
	useEffect(() => {
		if (wanted === null) return;
		const row = table.current?.querySelector(`tr[data-index="${wanted}"]`);
		const target = row?.querySelector<HTMLElement>("a, button");
		if (!target) return;
		target.focus();
		setWanted(null);
	});
	const here = (): number => {
		const row = document.activeElement?.closest("tr[data-index]");
		return row ? Number(row.getAttribute("data-index")) : -1;
	};
	const go = (index: number) => {
		show(index);
		setWanted(index);
	};
	const move = (step: 1 | -1) => {
		const from = here();
		let next = from === -1 ? 0 : from + step;
		while (lines[next] && !canStand(lines[next])) next += step;
		if (lines[next]) go(next);
	};
	useKeys({ j: () => move(1), k: () => move(-1) });

	/** Arrows belong to the table only while the focus is in it; elsewhere they scroll. */
	return (event: KeyboardEvent) => {
		if (event.ctrlKey || event.metaKey || event.altKey) return;
		const line = lines[here()];
		if (line === undefined) return;
		const act = {
			ArrowDown: () => move(1),
			ArrowUp: () => move(-1),
			ArrowRight: () => into(line, onToggle, () => move(1)),
			ArrowLeft: () => outOf(line, lines, onToggle, go),
		}[event.key];
		if (act === undefined) return;
		event.preventDefault();
		act();
	};
}

const canStand = (line: Line | undefined): boolean =>
	line?.is === "row" ||
	line?.is === "fold" ||
	(line?.is === "more" && line.canAsk);

/** Right opens a closed fold, and goes to the first row of an open one. */
function into(line: Line, onToggle: OnToggle, next: () => void) {
	if (line.is !== "fold") return;
	if (line.open) next();
	else onToggle(line.fold.id, true);
}

/** Left closes an open fold, and goes from one of its rows to the fold. */
function outOf(
	line: Line,
	lines: readonly Line[],
	onToggle: OnToggle,
	go: (index: number) => void,
) {
	if (line.is === "fold" && line.open) onToggle(line.fold.id, false);
	if (line.is !== "row" && line.is !== "more") return;
	const { inside } = line;
	if (inside === null) return;
	go(lines.findIndex((it) => it.is === "fold" && it.fold.id === inside));
}
