// Can anything be said at all, and is there anything to say? The rules that come before all behaviour.
import { type Case, type Judged, say } from "./case.ts";
import { noted } from "./note-rules.ts";

const readingsNeeded = 3;
/** Nothing waits, and what was taken is not done. */
const heldTooLong = ["held by absent", "held still"] as const;

export function partSilent({ reading }: Case): Judged | null {
	if (!reading.trouble) return null;
	const { code, part } = reading.trouble;
	return say("unknown", "part silent", { code, part, sinceMs: reading.atMs });
}

export function nobodyReads({ reading }: Case): Judged | null {
	const { group, lag, holding } = reading;
	// A kind whose readers form no group has a backlog all the same.
	return group === null && lag === null && holding === null
		? say("healthy", "no group")
		: null;
}

/** For one reading; from the next on it is judged by what has happened since. */
export function beginsAnew({ reading }: Case): Judged | null {
	if (reading.anew === null) return null;
	return say("unknown", "begins anew", { why: reading.anew });
}

export function aheadOfTheLog({ reading }: Case): Judged | null {
	if (reading.ahead === 0) return null;
	return noted(reading, "made again")
		? say("unknown", "made again")
		: say("unknown", "ahead of the log", { partitions: reading.ahead });
}

export function lagUnknown({ reading }: Case): Judged | null {
	return reading.lag === null ? say("unknown", "lag unknown") : null;
}

export function caughtUp({ reading }: Case): Judged | null {
	if (reading.lag?.n !== 0 || reading.lag.bound !== "exact") return null;
	if (heldTooLong.some((code) => noted(reading, code))) return null;
	const only = noted(reading, "markers only");
	return say("healthy", only ? "only markers" : "caught up");
}

export function tooFewReadings({ window }: Case): Judged | null {
	return window.size < readingsNeeded
		? say("unknown", "too few readings", { readings: window.size })
		: null;
}
