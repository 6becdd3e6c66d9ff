// When is history made coarser? All the time, a short step and then a rest, so that no tick ever waits for long.
import type { Keep } from "#lib/core/history.ts";
import type { HistoryStore } from "#lib/store/history-port.ts";
import type { Log } from "./log.ts";
import { startSteps } from "./steps.ts";

export type ThinningParts = {
	readonly history: Pick<HistoryStore, "thin">;
	readonly keep: Keep;
	/** How late it is for what is let go. */
	aging(): number;
	/** What went wrong with the store, for whoever has to know. */
	met(error: unknown): void;
	readonly log: Log;
};

export const startThinning = (parts: ThinningParts) => {
	const { history, keep, aging, log, met } = parts;
	return startSteps({
		step: () =>
			history.thin(aging(), keep).catch((error: unknown) => {
				met(error);
				throw error;
			}),
		...{ doneRestMs: 30_000, failedRestMs: 60_000 },
		...{ failed: "history not thinned", log },
	});
};
