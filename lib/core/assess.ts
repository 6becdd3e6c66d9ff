// What is to be said of a subscription? A verdict with its reason, from its own behaviour in a window.
import {
	forgottenSoon,
	heldByAbsent,
	mayBeCaughtUp,
	noted,
	waitsForTransaction,
} from "./assess-notes.ts";
import type { Pace } from "./board.ts";
import { type Case, type Judged, say, seconds, stillMs } from "./case.ts";
import { growthOf } from "./growth.ts";
import { paceOf } from "./pace.ts";
import type { Reading } from "./reading.ts";
import type { Reason, Verdict } from "./verdict.ts";
import type { Window } from "./window.ts";

export type Assessment = {
	readonly verdict: Verdict;
	readonly reason: Reason;
	readonly pace: Pace;
	/** When the backlog will be gone at this pace; null when it will not, or nobody can know. */
	readonly drainedSeconds: number | null;
};

const readingsNeeded = 3;
const emptyMs = 30_000;
const losesWithinMs = 6 * 3_600_000;

/** The first rule that holds decides: their order is the logic. */
const rules: readonly ((it: Case) => Judged | null)[] = [
	partSilent,
	nobodyReads,
	beginsAnew,
	aheadOfTheLog,
	lagUnknown,
	forgottenSoon,
	removedUnread,
	caughtUp,
	tooFewReadings,
	losesSoon,
	noMembers,
	allDead,
	heldByAbsent,
	mayBeCaughtUp,
	waitsForTransaction,
	notMoving,
	fallsBehind,
	catchesUp,
];

export function assess(
	window: Window,
	reading: Reading,
	nowMs: number,
): Assessment {
	const pace = paceOf(window);
	const it = { window, reading, pace, nowMs };
	for (const rule of rules) {
		const judged = rule(it);
		if (judged) return { ...judged, pace, drainedSeconds: drainedSeconds(it) };
	}
	return { ...say("healthy", "steady"), pace, drainedSeconds: null };
}

/** Nobody has heard of it: what was known stays, and is no longer vouched for. */
export function unheard(heardMs: number | null): Judged {
	return say("unknown", "broker silent", { sinceMs: heardMs ?? -1 });
}

function partSilent({ reading }: Case): Judged | null {
	if (!reading.trouble) return null;
	const { code, part } = reading.trouble;
	return say("unknown", "part silent", { code, part, sinceMs: reading.atMs });
}

function nobodyReads({ reading }: Case): Judged | null {
	return reading.group === null ? say("healthy", "no group") : null;
}

/** For one reading; from the next on it is judged by what has happened since. */
function beginsAnew({ reading }: Case): Judged | null {
	if (reading.anew === null) return null;
	return say("unknown", "begins anew", { why: reading.anew });
}

function aheadOfTheLog({ reading }: Case): Judged | null {
	if (reading.ahead === 0) return null;
	return noted(reading, "made again")
		? say("unknown", "made again")
		: say("unknown", "ahead of the log", { partitions: reading.ahead });
}

function lagUnknown({ reading }: Case): Judged | null {
	return reading.lag === null ? say("unknown", "lag unknown") : null;
}

function removedUnread({ reading }: Case): Judged | null {
	const lost = reading.lost ?? 0;
	return lost > 0 ? say("losing", "removed unread", { count: lost }) : null;
}

function caughtUp({ reading }: Case): Judged | null {
	if (reading.lag?.n !== 0 || reading.lag.bound !== "exact") return null;
	if (noted(reading, "held by absent")) return null;
	const only = noted(reading, "markers only");
	return say("healthy", only ? "only markers" : "caught up");
}

function tooFewReadings({ window }: Case): Judged | null {
	return window.size < readingsNeeded
		? say("unknown", "too few readings", { readings: window.size })
		: null;
}

/** More than half of its time must be gone: where nothing is kept for longer than an hour, an hour is not short. */
function losesSoon(it: Case): Judged | null {
	const { marginMs, timeLagMs } = it.reading;
	if (marginMs === null || marginMs.n > losesWithinMs) return null;
	if (timeLagMs !== null && timeLagMs.n < marginMs.n) return null;
	const drained = drainedSeconds(it);
	if (drained !== null && drained * 1000 <= marginMs.n) return null;
	return say("losing", "loses soon", { seconds: seconds(marginMs.n) });
}

/** A reader that need not register shows itself only by what it reads, and may rest between. */
function noMembers({ window, reading, nowMs }: Case): Judged | null {
	const mayBeThere = reading.members?.live?.bound === "at least";
	const emptyMaxMs = mayBeThere ? stillMs : emptyMs;
	const { emptySinceMs } = window;
	if (emptySinceMs === null || nowMs - emptySinceMs < emptyMaxMs) return null;
	return say("stopped", "no members", {
		lag: reading.lag?.n ?? 0,
		forSeconds: seconds(nowMs - emptySinceMs),
	});
}

/** They are listed, and not one of them is there. */
function allDead({ reading: { members, lag } }: Case): Judged | null {
	if (members === null || members.registered === 0 || !lag?.n) return null;
	if (members.live?.n !== 0 || members.dead !== members.registered) return null;
	const { registered } = members;
	return say("stopped", "all dead", { registered, lag: lag.n });
}

/** Needs a counter of what was read: a lag that stands still may be a reader that keeps up with its arrivals. */
function notMoving({ window, reading, nowMs }: Case): Judged | null {
	const still = nowMs - window.movedMs;
	if (reading.departed === null || still < stillMs) return null;
	return say("stalled", "not moving", {
		forSeconds: seconds(still),
		registered: reading.members?.registered ?? -1,
	});
}

function fallsBehind({ window }: Case): Judged | null {
	const growth = growthOf(window);
	if (!growth) return null;
	return say("slow", "falls behind", {
		perSecond: Number((growth.messages / (growth.forMs / 1000)).toPrecision(3)),
		forSeconds: seconds(growth.forMs),
	});
}

function catchesUp(it: Case): Judged | null {
	const drained = drainedSeconds(it);
	const { in: arrivals, out } = it.pace;
	if (drained === null || arrivals === null || out === null) return null;
	return say("healthy", "catches up", {
		perSecond: Number((out - arrivals).toPrecision(3)),
		seconds: drained,
	});
}

/** A gain below a twentieth of what arrives is noise, not a direction. */
function drainedSeconds({ reading, pace }: Case): number | null {
	if (
		pace.in === null ||
		pace.out === null ||
		!reading.lag ||
		reading.lag.n === 0
	)
		return null;
	const gain = pace.out - pace.in;
	return gain > 0 && gain >= pace.in / 20
		? Math.round(reading.lag.n / gain)
		: null;
}
