// What time is it, and was the clock set since anybody looked? Whoever remembers times is told before anybody reckons with them.
import { clockSet } from "#lib/core/clock-set.ts";
import type { Log } from "./log.ts";

export type Clocks = {
	/** The time of day. */
	wallMs(): number;
	/** One that nobody sets. */
	steadyMs(): number;
};

export type Clock = Clocks & {
	/** How often it was set so far, this moment included. */
	timesSet(): number;
	/** Told by how much, each time. */
	whenSet(told: (byMs: number) => void): void;
};

const usual: Clocks = {
	wallMs: () => Date.now(),
	steadyMs: () => performance.now(),
};

/** A machine that slept is the same: its clock was not there to see the time pass. */
export function clockOf(log: Pick<Log, "warn">, clocks = usual): Clock {
	const { wallMs, steadyMs } = clocks;
	const listeners: ((byMs: number) => void)[] = [];
	const setSince = clockSet();
	setSince(wallMs(), steadyMs());
	let times = 0;
	return {
		...{ wallMs, steadyMs },
		timesSet() {
			const byMs = setSince(wallMs(), steadyMs());
			if (byMs === 0) return times;
			times++;
			log.warn({ byMs }, "the clock was set, or the machine slept");
			for (const tell of listeners) tell(byMs);
			return times;
		},
		whenSet: (told) => void listeners.push(told),
	};
}
