// When are old alerts let go? A few at a time and then a rest, so that no tick ever waits for long.
import type { OwedNotices } from "#lib/store/alert-port.ts";
import type { Log } from "../log.ts";
import { startSteps } from "../steps.ts";

type ForgettingParts = {
	readonly alerts: Pick<OwedNotices, "forgetAlerts">;
	/** How late it is for what is let go. */
	aging(): number;
	readonly log: Log;
	readonly everyMs?: number;
};

const usualEveryMs = 60_000;
const atOnce = 200;

export const startForgetting = (parts: ForgettingParts) => {
	const { alerts, log, everyMs = usualEveryMs } = parts;
	return startSteps({
		step: async () => (await alerts.forgetAlerts(parts.aging(), atOnce)) > 0,
		...{ doneRestMs: everyMs, failedRestMs: everyMs },
		...{ failed: "old alerts kept", log },
	});
};
