"use client";
// How is the table divided into places? As the server counts its lines, with those that are open in this part and were in others.
import { useRef } from "react";
import type { Open } from "#lib/wire/open.ts";
import type { Entry } from "./entries.ts";
import { linesIn } from "./lines.ts";
import type { Opened, Places } from "./places.ts";

type Part = {
	readonly question: string;
	readonly offset: number;
	readonly entries: readonly Entry[];
	readonly open: readonly Open[];
	readonly lines: number;
	readonly tide: number;
};

type Known = {
	readonly question: string;
	readonly opened: ReadonlyMap<string, Opened>;
};

export function usePlaces(part: Part): Places {
	const known = useRef<Known>({ question: "", opened: new Map() });
	const { question, offset, entries, lines, tide } = part;
	const before = known.current.question === question ? known.current : null;
	const opened = openedIn(part, before?.opened ?? new Map());
	known.current = { question, opened };
	return {
		entries: Math.max(lines, offset + entries.length),
		opened: [...opened.values()].toSorted((a, b) => a.at - b.at),
		tide,
	};
}

/** What is open elsewhere keeps its place and its height, so that nothing jumps. */
export function openedIn(
	{ offset, entries, open }: Part,
	before: ReadonlyMap<string, Opened>,
): ReadonlyMap<string, Opened> {
	const opened = new Map<string, Opened>();
	for (const { id } of open) {
		const known = before.get(id);
		const isHere =
			known && known.at >= offset && known.at < offset + entries.length;
		if (known && !isHere) opened.set(id, known);
	}
	for (const [i, entry] of entries.entries()) {
		const extra = linesIn(entry, open, 0).length - 1;
		if (extra > 0) opened.set(entry.id, { at: offset + i, extra });
	}
	return opened;
}
