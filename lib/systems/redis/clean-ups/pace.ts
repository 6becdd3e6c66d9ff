// How fast may it go? So many messages in one step that nobody else is held up, and a rest between two steps.
import { setTimeout as rest } from "node:timers/promises";

const manyAtOnce = 100;
const fewAtOnce = 25;
const largeBytes = 50_000;
const restMs = 20;

export type Pace = {
	/** How many messages the next step may be of. */
	atOnce(): number;
	/** Waits, and learns from the step before how large messages are. */
	step(messages: number, bytes: number): Promise<void>;
};

/** Begins with few, as nobody knows yet how large they are. */
export function newPace(): Pace {
	let next = fewAtOnce;
	return {
		atOnce: () => next,
		async step(messages, bytes) {
			if (messages > 0)
				next = bytes / messages > largeBytes ? fewAtOnce : manyAtOnce;
			await rest(restMs);
		},
	};
}
