// What is a rule of the judgement handed, and what does it answer?
import type { Pace } from "../board.ts";
import type { Reading } from "../reading.ts";
import type { Reason, ReasonCode, Verdict } from "../verdict.ts";
import type { Window } from "../window/window.ts";
import type { Forecast } from "./forecast.ts";

export type Case = {
	readonly window: Window;
	readonly reading: Reading;
	readonly pace: Pace;
	readonly nowMs: number;
	/** What was said last, so that a verdict does not flap. */
	readonly before: ReasonCode | null;
	readonly drained: Forecast | null;
};
export type Judged = {
	readonly verdict: Verdict;
	readonly reason: Reason;
};

/** After a gap nothing is held against a reader that has had no time to come back. */
export const returnsMs = 3 * 60_000;

export function say(
	verdict: Verdict,
	code: ReasonCode,
	values: Reason["values"] = {},
): Judged {
	return { verdict, reason: { code, values } };
}

export const seconds = (ms: number): number => Math.round(ms / 1000);
