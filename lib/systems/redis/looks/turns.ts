// When may the next large question be asked? One after another, so far apart that the server has time for everybody else.
import { setTimeout as after } from "node:timers/promises";

export type Turns = {
	/** Resolves when it is one's turn. */
	next(): Promise<void>;
	/** How long one would wait now. */
	waitMs(): number;
};

/** Ten pages of a thousand a second are about seven milliseconds of the server's time. */
export const pageEveryMs = 100;

export function turnsEvery(everyMs: number): Turns {
	let freeMs = 0;
	const waitMs = () => Math.max(0, freeMs - performance.now());
	return {
		waitMs,
		async next() {
			const mine = waitMs();
			freeMs = performance.now() + mine + everyMs;
			if (mine > 0) await after(mine, undefined, { ref: false });
		},
	};
}
