// What is truly wrong, and from when to when? Told by the hidden state alone; no reading is looked at.
import type { Verdict } from "#lib/core/verdict.ts";
import type { Channel } from "./channel.ts";
import { type Day, hour, minute } from "./day.ts";

export const causes = [
	"nobody is there",
	"somebody cannot read",
	"removed unread",
	"goes back",
	"grows",
] as const;
export type Cause = (typeof causes)[number];

/** What may be said of each cause: one that has lasted brings others with it. */
export const namedBy: Readonly<Record<Cause, readonly Verdict[]>> = {
	"nobody is there": ["stopped", "stalled", "abandoned"],
	"somebody cannot read": ["stalled", "abandoned"],
	"removed unread": ["losing"],
	"goes back": ["stalled"],
	grows: ["slow", "losing"],
};

const removedToldMs = 20 * minute;
const gapMs = 10 * minute;

/** What one step shows of it: a bit a cause. */
export class Truth {
	/** The same bits for each step, and the backlog as it would be without chance. */
	readonly bits: number[] = [];
	readonly #fluid: number[] = [];
	#removed = 0;
	#removedMs = Number.NEGATIVE_INFINITY;
	#backAtMs: number[] = [];
	#setBacks = 0;

	saw(channel: Channel): void {
		const { nowMs, day } = channel;
		if (channel.removed > this.#removed) this.#removedMs = nowMs;
		this.#removed = channel.removed;
		if (channel.setBacks > this.#setBacks) this.#backAtMs.push(nowMs);
		this.#setBacks = channel.setBacks;
		const recent = this.#backAtMs.filter((ms) => nowMs - ms < gapMs);
		const gone = channel.is("readers gone") && waitsFor(channel);
		const bad = gone || cannotBeRead(channel);
		const missed = nowMs >= day.missesFromMs && bad;
		const held =
			channel.is("held by the dead") || channel.is("delivered again and again");
		const isGone = gone || (missed && day.leavesBetween);
		this.bits.push(
			bitOf("nobody is there", bad && isGone) |
				bitOf("somebody cannot read", held || (bad && !isGone)) |
				bitOf("removed unread", nowMs - this.#removedMs < removedToldMs) |
				bitOf("goes back", recent.length >= 2),
		);
		const last = this.#fluid.at(-1) ?? day.backlog;
		this.#fluid.push(Math.max(0, last + excess(day, nowMs)));
	}

	/** The backlog grows from a moment on when it never comes back to it within the hour, and is larger after it. */
	settle(day: Day): void {
		const ahead = Math.round(hour / day.everyMs);
		const least = Math.round((20 * minute) / day.everyMs);
		const [fluid, count] = [this.#fluid, this.#fluid.length];
		for (let i = 0; i < count - least; i++) {
			const until = Math.min(count - 1, i + ahead);
			const grown = (fluid[until] ?? 0) - (fluid[i] ?? 0);
			const share = (until - i) / ahead;
			const much = Math.max(20, 0.003 * (fluid[i] ?? 0)) * share;
			if (grown < much || isBelow(fluid, i, until)) continue;
			for (let j = i; j <= i + least; j++)
				this.bits[j] = (this.bits[j] ?? 0) | bitOf("grows", true);
		}
	}
}

function isBelow(fluid: readonly number[], from: number, until: number) {
	const step = Math.max(1, Math.floor((until - from) / 30));
	for (let i = from + step; i <= until; i += step)
		if ((fluid[i] ?? 0) <= (fluid[from] ?? 0)) return true;
	return false;
}

const bitOf = (cause: Cause, holds: boolean): number =>
	holds ? 1 << causes.indexOf(cause) : 0;

export const causesIn = (bits: number): readonly Cause[] =>
	causes.filter((_, i) => (bits >> i) & 1);

function excess({ arrivals, capacity, everyMs, isBatch }: Day, nowMs: number) {
	return isBatch ? 0 : ((arrivals(nowMs) - capacity) * everyMs) / 1000;
}

/** What was read and not committed waits for whoever comes next. */
function waitsFor({ commits, log }: Channel): boolean {
	return commits.some((position, p) => position < (log.ends[p] ?? 0));
}

/** Something waits that nobody can read, and that is not how the group works. */
function cannotBeRead(channel: Channel): boolean {
	const { day, able, reads, log } = channel;
	if (channel.is("broker away")) return false;
	const isDue = channel.nowMs >= day.missesFromMs;
	if (channel.rests() && !isDue) return false;
	for (let p = 0; p < able.length; p++)
		if (able[p] === 0 && (log.ends[p] ?? 0) > (reads[p] ?? 0)) return true;
	return false;
}
