"use client";
// Which rows are selected? One key selects the row somebody stands on, or lets it go.
import { useState } from "react";
import { useKeys } from "#components/ui/keys.ts";
import type { Line } from "./lines.ts";

const none: ReadonlySet<string> = new Set();

export function usePicked(lineHere: () => Line) {
	const [picked, setPicked] = useState(none);
	useKeys({
		x: () => {
			const line = lineHere();
			if (line.is !== "row") return;
			const { id } = line.row;
			const next = new Set(picked);
			if (!next.delete(id)) next.add(id);
			setPicked(next);
		},
	});
	return { picked, pickNone: () => setPicked(none) };
}
