// What is a rule of the judgement handed, and what does it answer?
import type { Pace } from "./board.ts";
import type { Reading } from "./reading.ts";
import type { Reason, ReasonCode, Verdict } from "./verdict.ts";
import type { Window } from "./window.ts";

export type Case = {
	readonly window: Window;
	readonly reading: Reading;
	readonly pace: Pace;
	readonly nowMs: number;
};
export type Judged = {
	readonly verdict: Verdict;
	readonly reason: Reason;
};

/** What does not move for so long is not at rest. */
export const stillMs = 5 * 60_000;

export function say(
	verdict: Verdict,
	code: ReasonCode,
	values: Reason["values"] = {},
): Judged {
	return { verdict, reason: { code, values } };
}

export const seconds = (ms: number): number => Math.round(ms / 1000);
