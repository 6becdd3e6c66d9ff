"use client";
// How long until something may be tried again? As the server said, counted down.
import { useState } from "react";
import { useTicking } from "#components/ui/ticking.ts";
import type { ProblemDetail } from "#lib/core/problem.ts";

/** Zero when nobody has to wait. */
export function useWait(): readonly [
	leftSeconds: number,
	waitAsIn: (problem: ProblemDetail) => boolean,
] {
	const ticking = useTicking();
	const [untilMs, setUntilMs] = useState(0);
	const left = Math.ceil((untilMs - ticking) / 1_000);
	const waitAsIn = ({ values }: ProblemDetail): boolean => {
		const seconds = Number(values.seconds);
		if (!(seconds > 0)) return false;
		setUntilMs(performance.now() + seconds * 1_000);
		return true;
	};
	return [untilMs === 0 ? 0 : Math.max(0, left), waitAsIn];
}
