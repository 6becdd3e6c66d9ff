// Does work wait that nobody gets done, though somebody is there?

import type { ReasonCode } from "../verdict.ts";
import { type Case, type Judged, returnsMs, say, seconds } from "./case.ts";
import { patienceMs } from "./habit.ts";
import { mostWaiting, restingParts } from "./parts.ts";

const backToldMs = 10 * 60_000;
/** Commits may overtake each other by what is read in some seconds. */
const backSeconds = 10;
const deliveriesOdd = 10;
const deliveriesSeen = 5;
const risenBy = 3;
const failsForMs = 5 * 60_000;
const triesWithinMs = 10 * 60_000;
const watchedMs = 10 * 60_000;

/** The oldest message held comes back to its readers again and again, and nobody ever acknowledges it. */
export function deliveredAgain({
	window,
	reading,
	nowMs,
}: Case): Judged | null {
	const { deliveries, deliveriesFirst, deliveredMs } = window.mishaps;
	const hasRisen =
		deliveries >= deliveriesSeen && deliveries - deliveriesFirst >= risenBy;
	if (deliveries < deliveriesOdd && !hasRisen) return null;
	const heldMs = reading.oldestHeldMs ?? 0;
	if (heldMs < failsForMs || nowMs - deliveredMs > triesWithinMs) return null;
	const values = { deliveries, forSeconds: seconds(heldMs), atMs: deliveredMs };
	return say("stalled", "delivered again", values);
}

/** Once is somebody's decision, and is noted; twice within minutes is two who contradict each other, or one who fails. */
export function goesBack({ window, pace, nowMs }: Case): Judged | null {
	const { back, backMs, backBeforeMs } = window.mishaps;
	if (nowMs - backMs > backToldMs || backMs - backBeforeMs > backToldMs)
		return null;
	if (back < (pace.out ?? 0) * backSeconds) return null;
	return say("stalled", "goes back", { messages: back, atMs: backMs });
}

/** A reader that leaves its last message uncommitted is at rest there, as it has been at its best since we watch. */
export function restsAsUsual({ window, reading, nowMs }: Case): Judged | null {
	const { lag, columns } = reading;
	if (!lag || lag.n > window.lowestLag || lag.n === 0) return null;
	if (nowMs - window.beganMs < watchedMs || window.rest.times === 0)
		return null;
	const most = columns ? mostWaiting(columns) : lag.n;
	return most <= 1 ? say("healthy", "rests as usual", { lag: lag.n }) : null;
}

/** Needs a counter of what was read: a lag that stands still may be a reader that keeps up with its arrivals. */
export function notMoving(it: Case): Judged | null {
	const { window, reading, nowMs } = it;
	const still = nowMs - window.movedMs;
	if (reading.departed === null || isBackLately(it, "not moving")) return null;
	if (still < patienceMs(window.rest)) return null;
	const { parts } = window;
	const resting = parts && restingParts(parts, nowMs);
	// Several who each take their time make a rest together that none of them makes alone.
	if (parts && !resting) return null;
	return say("stalled", "not moving", {
		forSeconds: seconds(still),
		registered: reading.members?.registered ?? -1,
		...resting?.which,
	});
}

export function partsNotMoving(it: Case): Judged | null {
	const { window, nowMs } = it;
	const { parts } = window;
	const stood = ["parts not moving", "not moving"] as const;
	if (!parts || isBackLately(it, ...stood)) return null;
	const resting = restingParts(parts, nowMs);
	if (!resting) return null;
	return say("stalled", "parts not moving", {
		parts: resting.parts,
		of: resting.of,
		messages: resting.messages,
		...(resting.isLeast ? { bound: "at least" } : {}),
		...resting.which,
		forSeconds: seconds(nowMs - resting.sinceMs),
	});
}

/** What stood still before the gap, and has not moved in it, stands still. */
const isBackLately = (
	{ window, nowMs, before }: Case,
	...stood: readonly ReasonCode[]
): boolean =>
	!stood.some((code) => code === before) &&
	nowMs - window.resumedMs < returnsMs;
