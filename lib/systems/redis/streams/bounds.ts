// How many streams and groups of one server are read? As many as a tick and our memory bear; the rest is left out, and said to be.
import { type Trouble, trouble } from "#lib/core/trouble.ts";

/** With 20,000 streams of one group each the collector took 1.1 GB, and a tick most of its deadline. */
const streamsMax = 10_000;
export const groupsMax = 10_000;
/** The server tells all groups of a stream at once, and serves nobody meanwhile: 100,000 took 300 ms. */
export const groupsOfOneMax = 5_000;

export type Bounds = ReturnType<typeof openBounds>;

export function openBounds() {
	let passed = 0;
	let leftOut = 0;
	let walks = 0;
	let isFull = false;

	return {
		/** A walk through the keys begins. */
		begin(): void {
			passed = 0;
		},
		/** Whether one more may be read beside those that are. */
		admits(known: number): boolean {
			if (!isFull && known < streamsMax) return true;
			passed++;
			return false;
		},
		/** The groups of this tick, and how many streams no longer found room beside them. */
		weigh(groups: number, dropped: number): void {
			leftOut += dropped;
			// The walk that found them may be told of only after this.
			passed += dropped;
			// Not in and out with every group that comes and goes.
			isFull = isFull ? groups > 0.9 * groupsMax : dropped > 0;
		},
		/** By how many walks came to their end: what the last one passed over is what is left out. */
		trouble(walksNow: number): Trouble | null {
			if (walks !== walksNow) leftOut = passed;
			walks = walksNow;
			if (leftOut === 0) return null;
			const most = `at most ${streamsMax} streams and ${groupsMax} groups are read`;
			return trouble("too much", `${leftOut} streams are left out: ${most}`);
		},
	};
}

/** One stream has more than the server tells at once without harm. */
export const tooManyGroups = (groups: number): Trouble =>
	trouble(
		"too much",
		`${groups} groups; at most ${groupsOfOneMax} are read`,
		"XINFO GROUPS",
	);
