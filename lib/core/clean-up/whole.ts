// What came of a clean-up of several subscriptions as a whole? The gravest it can be said of.
import type { Ending } from "./outcome.ts";

export function endingOf(endings: readonly Ending[]): Ending {
	const [first] = endings;
	if (first === undefined) return "refused";
	if (endings.includes("unknown")) return "unknown";
	return endings.every((ending) => ending === first) ? first : "partly done";
}
