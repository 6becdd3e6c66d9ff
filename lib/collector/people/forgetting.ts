// When are tries and known browsers let go? Every few minutes, so that no flood of names fills the store.
import type { GuessStore } from "#lib/store/access-port.ts";
import type { Log } from "../log.ts";
import { traceOf } from "../trace-of.ts";

const everyMs = 5 * 60_000;
export const browserKnownMs = 366 * 24 * 3_600_000;

export function startForgettingTries(
	guesses: GuessStore,
	aging: () => number,
	log: Log,
): { stop(): void } {
	const timer = setInterval(() => {
		const nowMs = aging();
		guesses
			.forget(nowMs, nowMs - browserKnownMs)
			.catch((error) => log.error({ error: traceOf(error) }, "tries kept"));
	}, everyMs);
	return { stop: () => clearInterval(timer) };
}
