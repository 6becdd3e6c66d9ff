// Does the collector live? It writes so once a second; whoever reads that decides how old is too old.
import type { HistoryFact } from "#lib/core/history.ts";
import type { PulseStore } from "#lib/store/store.ts";
import type { Log } from "./log.ts";
import { traceOf } from "./trace-of.ts";

const everyMs = 1000;

export function startPulse(
	store: PulseStore,
	history: () => HistoryFact,
	log: Log,
): { stop(): void } {
	const startedMs = Date.now();
	const beat = () => {
		store
			.beat({ atMs: Date.now(), startedMs, everyMs, history: history() })
			.catch((error) =>
				log.error({ error: traceOf(error) }, "pulse not written"),
			);
	};
	beat();
	const timer = setInterval(beat, everyMs);
	return { stop: () => clearInterval(timer) };
}
