// How late is it, for whoever lets go of what is old? A clock that leaps ahead is believed only after it has stayed there for an hour.
import type { Clocks } from "./clock.ts";

const leapMs = 60_000;
const believedAfterMs = 3_600_000;

/** `lastMs` is when this was last written, before this start. What is kept an hour longer harms nobody; what is gone is gone. */
export function agingClock(
	clocks: Clocks,
	lastMs: number | null,
): () => number {
	const offMs = () => clocks.wallMs() - clocks.steadyMs();
	let believedMs = Math.min(offMs(), (lastMs ?? Infinity) - clocks.steadyMs());
	let leap: { readonly offMs: number; readonly sinceMs: number } | null = null;
	return () => {
		const nowMs = clocks.steadyMs();
		const off = offMs();
		if (off - believedMs <= leapMs) {
			believedMs = off;
			leap = null;
		} else if (leap === null || Math.abs(off - leap.offMs) > leapMs)
			leap = { offMs: off, sinceMs: nowMs };
		else if (nowMs - leap.sinceMs >= believedAfterMs) {
			believedMs = off;
			leap = null;
		}
		return nowMs + believedMs;
	};
}
