// Does everybody hear who listens? Rules for channels that keep nothing: what was not heard is lost.
import { type Case, type Judged, say } from "./case.ts";
import { noted } from "./note-rules.ts";

export function subscriberCutOff({ reading }: Case): Judged | null {
	const note = noted(reading, "subscriber cut off");
	return note && say("losing", "subscriber cut off", note);
}

/** Why it went is not known; what waited for it is lost either way. */
export function subscriberLost({ reading }: Case): Judged | null {
	const note = noted(reading, "subscriber lost");
	return note && say("losing", "subscriber lost", note);
}

export function cutOffSoon({ reading }: Case): Judged | null {
	const note = noted(reading, "cut off soon");
	return note && say("losing", "cut off soon", note);
}

export function subscriberBehind({ reading }: Case): Judged | null {
	const note = noted(reading, "subscriber behind");
	return note && say("slow", "subscriber behind", note);
}

/**
 * Whether anything is sent nobody can know, so it matters only where somebody said that it does; and where others listen
 * by patterns, even whether it is heard is not known.
 */
export function nobodyListens({ reading }: Case): Judged | null {
	const note = noted(reading, "nobody listens");
	if (!note) return null;
	const verdict =
		note.expected !== 1
			? "abandoned"
			: reading.members?.live?.bound === "exact"
				? "stopped"
				: "unknown";
	return say(verdict, "nobody listens", note);
}

export function listenedTo({ reading }: Case): Judged | null {
	if (!noted(reading, "nothing kept")) return null;
	const subscribers = reading.members?.registered ?? 0;
	return say("healthy", "listened to", { subscribers });
}
