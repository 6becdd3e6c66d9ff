// What of a clean-up is shown now? By the state of its errand and the time.
import type { CleanUpReply } from "#lib/wire/clean-up.ts";
import { isDoable } from "./deed.ts";

export type View =
	| "drawing"
	| "plan"
	/** Nothing of it can be done, each for its own reason. */
	| "nothing"
	| "expired"
	| "cancelled"
	/** No plan could be drawn. */
	| "failed"
	| "running"
	/** Nothing was done, since the world had moved on. */
	| "changed"
	| "outcome";

export function viewOf(errand: CleanUpReply, nowMs: number): View {
	const { state, undertaking } = errand;
	switch (state) {
		case "asked":
		case "answered":
			return "drawing";
		case "planned":
			if (undertaking === null) return "drawing";
			if (!undertaking.targets.some(isDoable)) return "nothing";
			return nowMs >= Date.parse(undertaking.expires) ? "expired" : "plan";
		case "approved":
		case "running":
			return "running";
		case "cancelled":
		case "expired":
			return state;
		case "failed":
			return hasOutcome(errand) ? "outcome" : "failed";
		case "refused":
			return "changed";
		case "done":
		case "partly done":
		case "unknown":
			return "outcome";
	}
}

const hasOutcome = ({ undertaking }: CleanUpReply): boolean =>
	undertaking?.targets.some(({ outcome }) => outcome !== null) ?? false;

const shortMs = 300;
const calmMs = 3_000;
/** The collector looks again for the last time five minutes after the end. */
const looksAgainMs = 6 * 60_000;

/** How long until it is asked about again; false where nothing more is to come. */
export function againMs(
	errand: Pick<CleanUpReply, "state" | "ended">,
	nowMs: number,
): number | false {
	switch (errand.state) {
		case "asked":
		case "approved":
		case "running":
			return shortMs;
		case "planned":
			return calmMs;
		default:
			return errand.ended !== null &&
				nowMs - Date.parse(errand.ended) < looksAgainMs
				? calmMs
				: false;
	}
}
