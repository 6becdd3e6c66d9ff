"use client";
// Which filter may be asked for? What is typed, once it can be understood; until then the last that could, and what is wrong.
import { useRef } from "react";
import { parseFilter } from "#lib/core/filter/filter.ts";
import type { ProblemDetail } from "#lib/core/problem.ts";

export type Understood = {
	readonly filter: string;
	readonly mistake: ProblemDetail | null;
};

export function understood(typed: string, before: string): Understood {
	const parsed = parseFilter(typed);
	if ("filter" in parsed) return { filter: typed, mistake: null };
	const [{ key, values, at }] = parsed.mistakes;
	return { filter: before, mistake: { key, values: { ...values, at } } };
}

/** Rows stay on the screen and go on living while somebody is in the middle of a word. */
export function useUnderstood(typed: string): Understood {
	const last = useRef("");
	const it = understood(typed, last.current);
	last.current = it.filter;
	return it;
}
