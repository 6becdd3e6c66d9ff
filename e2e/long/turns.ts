// How does work go on beside everything else? A turn at a time, none before its time and none before the last has ended.
import { setTimeout as after } from "node:timers/promises";

export type Turns = {
	/** What the turns did so far, as they count it. */
	readonly did: number;
	/** Turns that failed. */
	readonly failed: number;
	end(): Promise<void>;
};

type Taking = {
	readonly everyMs: number;
	turn(n: number): Promise<number>;
	end(): Promise<unknown>;
};

export function takeTurns({ everyMs, turn, end }: Taking): Turns {
	let did = 0;
	let failed = 0;
	let ending = false;
	const going = (async () => {
		for (let n = 0; !ending; n++) {
			const startedMs = performance.now();
			try {
				did += await turn(n);
			} catch {
				failed++;
			}
			await after(Math.max(0, startedMs + everyMs - performance.now()));
		}
	})();
	return {
		get did() {
			return did;
		},
		get failed() {
			return failed;
		},
		async end() {
			ending = true;
			await going;
			await end();
		},
	};
}
