// When is history made coarser? All the time, a short step and then a rest, so that no tick ever waits for long.
import type { Keep } from "#lib/core/history.ts";
import type { HistoryStore } from "#lib/store/history-port.ts";
import type { Log } from "./log.ts";
import { startSteps } from "./steps.ts";

export type ThinningParts = {
	readonly history: Pick<HistoryStore, "thin">;
	readonly keep: Keep;
	/** What went wrong with the store, for whoever has to know. */
	met(error: unknown): void;
	readonly log: Log;
};

export const startThinning = ({ history, keep, log, met }: ThinningParts) =>
	startSteps({
		step: () =>
			history.thin(Date.now(), keep).catch((error: unknown) => {
				met(error);
				throw error;
			}),
		...{ doneRestMs: 30_000, failedRestMs: 60_000 },
		...{ failed: "history not thinned", log },
	});
