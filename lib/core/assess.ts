// What is to be said of a subscription? A verdict with its reason, from its own behaviour in a window.
import type { Pace } from "./board.ts";
import {
	cutOffSoon,
	listenedTo,
	nobodyListens,
	subscriberBehind,
	subscriberCutOff,
	subscriberLost,
} from "./judge/broadcast-rules.ts";
import { type Case, type Judged, say } from "./judge/case.ts";
import {
	aheadOfTheLog,
	beginsAnew,
	caughtUp,
	lagUnknown,
	nobodyReads,
	partSilent,
	tooFewReadings,
} from "./judge/first-rules.ts";
import { drainedIn } from "./judge/forecast.ts";
import { asAbsence, asPresence, asRest, valuesOf } from "./judge/habit.ts";
import { losesSoon, removedUnread } from "./judge/loss-rules.ts";
import {
	forgottenSoon,
	heldByAbsent,
	heldStill,
	mayBeCaughtUp,
	notSubscribed,
	waitsForTransaction,
	waitsStill,
} from "./judge/note-rules.ts";
import { paceOf } from "./judge/pace.ts";
import { catchesUp, fallsBehind } from "./judge/pace-rules.ts";
import { allDead, noMembers } from "./judge/presence-rules.ts";
import {
	deliveredAgain,
	goesBack,
	notMoving,
	partsNotMoving,
	restsAsUsual,
} from "./judge/stall-rules.ts";
import type { Reading } from "./reading.ts";
import type { Reason, ReasonCode, Verdict } from "./verdict.ts";
import { add, at, type Window } from "./window/window.ts";

export type Assessment = {
	readonly verdict: Verdict;
	readonly reason: Reason;
	readonly pace: Pace;
	/** When the backlog will be gone at this pace; null when it will not, or nobody can know. */
	readonly drainedSeconds: number | null;
};

/** The first rule that holds decides: their order is the logic. */
export const rules: readonly ((it: Case) => Judged | null)[] = [
	partSilent,
	subscriberCutOff,
	subscriberLost,
	cutOffSoon,
	subscriberBehind,
	nobodyListens,
	listenedTo,
	nobodyReads,
	beginsAnew,
	aheadOfTheLog,
	lagUnknown,
	forgottenSoon,
	notSubscribed,
	removedUnread,
	deliveredAgain,
	goesBack,
	caughtUp,
	tooFewReadings,
	losesSoon,
	mayBeCaughtUp,
	noMembers,
	allDead,
	heldByAbsent,
	heldStill,
	waitsForTransaction,
	restsAsUsual,
	notMoving,
	waitsStill,
	partsNotMoving,
	fallsBehind,
	catchesUp,
];

/** A reading is taken in, and what is said of it remembered: so a verdict does not flap, and outlasts a gap. */
export function judgeNext(
	window: Window,
	reading: Reading,
	nowMs: number,
): Assessment {
	if (!reading.trouble) add(window, reading);
	const judged = assess(window, reading, nowMs);
	window.said = judged.reason;
	return judged;
}

export function assess(
	window: Window,
	reading: Reading,
	nowMs: number,
): Assessment {
	const it = caseOf(window, reading, nowMs);
	const { pace, drained } = it;
	const { verdict, reason } = judged(it);
	const { code, values } = reason;
	return {
		verdict,
		reason: { code, values: { ...evidenceOf(it, code), ...values } },
		pace,
		drainedSeconds: drained?.seconds ?? null,
	};
}

export function caseOf(window: Window, reading: Reading, nowMs: number): Case {
	const pace = paceOf(window);
	const drained = drainedIn({ window, reading, pace });
	const before = window.said?.code ?? null;
	return { window, reading, pace, nowMs, before, drained };
}

function judged(it: Case): Judged {
	for (const rule of rules) {
		const said = rule(it);
		if (said) return said;
	}
	return say("healthy", "steady");
}

/** What the last reading says by itself, however many came before it. */
const fromOneReading: ReadonlySet<ReasonCode> = new Set([
	...(["part silent", "no group", "begins anew", "made again"] as const),
	...(["ahead of the log", "lag unknown", "caught up"] as const),
	...(["only markers", "may be only markers", "all dead"] as const),
	...(["subscriber cut off", "subscriber lost", "cut off soon"] as const),
	...(["subscriber behind", "nobody listens", "listened to"] as const),
]);

/** From how many readings, and over how long. */
function evidenceOf({ window }: Case, code: ReasonCode): Reason["values"] {
	const usual = usualOf(window);
	if (fromOneReading.has(code))
		return { readings: 1, windowSeconds: 0, ...usual };
	const oldestMs = window.atMs[at(window, window.size - 1)] ?? 0;
	const overMs = (window.atMs[at(window, 0)] ?? 0) - oldestMs;
	return {
		readings: window.size,
		windowSeconds: evidenceSeconds(overMs),
		...usual,
	};
}

/** In whole minutes, so that a row does not change for nothing; in the first minute each reading changes it anyway. */
const evidenceSeconds = (overMs: number): number =>
	overMs < 60_000
		? Math.round(overMs / 1_000)
		: 60 * Math.round(overMs / 60_000);

const secondMs = 1_000;

/** How long it usually rests; and where readers leave, for how long, and how long they stay. */
function usualOf({ rest, absence, presence }: Window): Reason["values"] {
	const rests = valuesOf(rest, asRest);
	if (absence.times === 0) return rests;
	return {
		...rests,
		...valuesOf(absence, asAbsence, secondMs),
		...valuesOf(presence, asPresence, secondMs),
	};
}

/** Nobody has heard of it: what was known stays, and is no longer vouched for. */
export function unheard(heardMs: number | null): Judged {
	return say("unknown", "broker silent", { sinceMs: heardMs ?? -1 });
}
