// When is history made coarser? All the time, a short step and then a rest, so that no tick ever waits for long.
import { setTimeout as after } from "node:timers/promises";
import type { Keep } from "#lib/core/history.ts";
import type { HistoryStore } from "#lib/store/history-port.ts";
import type { Log } from "./log.ts";
import { traceOf } from "./trace-of.ts";

export type ThinningParts = {
	readonly history: Pick<HistoryStore, "thin">;
	readonly keep: Keep;
	readonly log: Log;
};

/** Rests several times as long as a step took: at most a sixth of one processor, and mostly nothing. */
const restsFor = 5;
const leastRestMs = 5;
const doneRestMs = 30_000;
const failedRestMs = 60_000;

export function startThinning(parts: ThinningParts): { stop(): Promise<void> } {
	const { history, keep, log } = parts;
	const ended = new AbortController();

	async function step(): Promise<number> {
		const startMs = performance.now();
		try {
			if (!(await history.thin(Date.now(), keep))) return doneRestMs;
		} catch (error) {
			log.error({ error: traceOf(error) }, "history not thinned");
			return failedRestMs;
		}
		return Math.max(leastRestMs, restsFor * (performance.now() - startMs));
	}

	const running = (async () => {
		while (!ended.signal.aborted) {
			const restMs = await step();
			await after(restMs, undefined, { signal: ended.signal }).catch(() => {});
		}
	})();
	return {
		stop() {
			ended.abort();
			return running;
		},
	};
}
