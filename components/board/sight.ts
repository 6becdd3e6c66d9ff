"use client";
// Which part of the board is asked for? The one in sight with as much again around it; it moves on before its end is seen.
import { useState } from "react";

export const partLines = 200;
const stepLines = 50;
/** So near may the end of the part come to what is seen. */
const nearLines = 25;

/** The part that shows these lines: the same as before, as long as they are well within it. */
export function partFor(before: number, first: number, last: number): number {
	const endsWell = last < before + partLines - nearLines;
	const beginsWell = before === 0 || first >= before + nearLines;
	if (beginsWell && endsWell) return before;
	const middle = (first + last) / 2;
	const begin = Math.round((middle - partLines / 2) / stepLines) * stepLines;
	return Math.max(0, begin);
}

export type Sight = ReturnType<typeof useSight>;

/** Another question begins at the top, unless the address says where. */
export function useSight(question: string, from: number) {
	const [part, setPart] = useState(() => ({
		question,
		offset: partFor(0, from, from),
	}));
	const offset = part.question === question ? part.offset : 0;
	const see = (first: number, last: number) => {
		const next = partFor(offset, first, last);
		if (next !== offset) setPart({ question, offset: next });
	};
	return { offset, see };
}
