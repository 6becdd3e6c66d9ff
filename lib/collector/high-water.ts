// How high did each lag stand in the days before? Asked of history in turn, a few rows and then a rest, so that no tick ever waits for long.
import { setTimeout as after } from "node:timers/promises";
import { minutesKept } from "#lib/core/window/columns.ts";
import type { HistoryStore } from "#lib/store/history-port.ts";
import type { Log } from "./log.ts";
import { traceOf } from "./trace-of.ts";

/** A row that wants to know. */
export type Tide = {
	readonly id: string;
	stood(highWater: number | null): void;
};

type HighWaterParts = {
	readonly history: Pick<HistoryStore, "highWater">;
	/** Of all rows there are. */
	tides(): Iterable<Tide>;
	readonly log: Log;
};

/** As much at once as a step of thinning, and as long a rest after it. */
const stepForMs = 4;
const restsFor = 5;
const leastRestMs = 5;
/** Each row is asked about once in that time. */
const roundMs = 3_600_000;
const failedRestMs = 60_000;
/** What a row draws is not what it is measured by. */
const drawnMs = minutesKept * 60_000;

export function startHighWater(parts: HighWaterParts): {
	stop(): Promise<void>;
} {
	const { history, tides, log } = parts;
	const ended = new AbortController();
	const rest = (ms: number) =>
		after(ms, undefined, { signal: ended.signal }).catch(() => {});

	/** Answers how long to rest when that was not found out. */
	async function ask({ id, stood }: Tide): Promise<number> {
		try {
			stood(await history.highWater(id, Date.now() - drawnMs));
			return 0;
		} catch (error) {
			log.error({ error: traceOf(error) }, "high water not read");
			return failedRestMs;
		}
	}

	async function round(): Promise<void> {
		let startMs = performance.now();
		for (const tide of tides()) {
			const restMs = await ask(tide);
			const tookMs = performance.now() - startMs;
			if (restMs === 0 && tookMs < stepForMs) continue;
			await rest(Math.max(restMs, leastRestMs, restsFor * tookMs));
			if (ended.signal.aborted) return;
			startMs = performance.now();
		}
	}

	const running = (async () => {
		while (!ended.signal.aborted) {
			const startMs = performance.now();
			await round();
			await rest(Math.max(leastRestMs, startMs + roundMs - performance.now()));
		}
	})();
	return {
		stop() {
			ended.abort();
			return running;
		},
	};
}
