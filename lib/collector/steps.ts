// How is much done without anybody waiting? A short step and then a rest, again and again, and a long rest where nothing is left.
import { setTimeout as after } from "node:timers/promises";
import type { Log } from "./log.ts";
import { traceOf } from "./trace-of.ts";

export type StepsParts = {
	/** False when nothing is left for now. */
	step(): Promise<boolean>;
	readonly doneRestMs: number;
	readonly failedRestMs: number;
	/** What is told when a step failed. */
	readonly failed: string;
	readonly log: Log;
};

/** Rests several times as long as a step took: at most a sixth of one processor, and mostly nothing. */
const restsFor = 5;
const leastRestMs = 5;

export function startSteps(parts: StepsParts): { stop(): Promise<void> } {
	const ended = new AbortController();

	async function restAfterStep(): Promise<number> {
		const startMs = performance.now();
		try {
			if (!(await parts.step())) return parts.doneRestMs;
		} catch (error) {
			parts.log.error({ error: traceOf(error) }, parts.failed);
			return parts.failedRestMs;
		}
		return Math.max(leastRestMs, restsFor * (performance.now() - startMs));
	}

	const running = (async () => {
		while (!ended.signal.aborted) {
			const restMs = await restAfterStep();
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
