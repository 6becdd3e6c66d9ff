// When are old alerts let go? A few at a time and then a rest, so that no tick ever waits for long.
import { setTimeout as after } from "node:timers/promises";
import type { OwedNotices } from "#lib/store/alert-port.ts";
import type { Log } from "../log.ts";
import { traceOf } from "../trace-of.ts";

type ForgettingParts = {
	readonly alerts: Pick<OwedNotices, "forgetAlerts">;
	readonly log: Log;
	readonly everyMs?: number;
};

const usualEveryMs = 60_000;
const atOnce = 200;
/** Rests several times as long as a step took. */
const restsFor = 5;
const leastRestMs = 5;

export function startForgetting(parts: ForgettingParts): {
	stop(): Promise<void>;
} {
	const { alerts, log, everyMs = usualEveryMs } = parts;
	const ended = new AbortController();

	async function step(): Promise<number> {
		const startMs = performance.now();
		try {
			if ((await alerts.forgetAlerts(Date.now(), atOnce)) === 0) return everyMs;
		} catch (error) {
			log.error({ error: traceOf(error) }, "old alerts kept");
			return everyMs;
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
