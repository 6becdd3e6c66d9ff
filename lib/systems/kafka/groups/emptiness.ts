// Since when is nobody in a group, and when does the broker forget its positions?
import type { ListedGroup } from "../protocol/group-requests.ts";

export type Empty = {
	readonly sinceMs: number;
	/** When somebody was last seen in it: it became empty after that, and no later than it was seen to be. */
	readonly busyMs: number;
	/** Somebody was there before: we saw the last one leave. */
	readonly watched: boolean;
	/** The broker counts from the moment the group became empty, and from no later commit. */
	readonly countsFromEmpty: boolean;
};

export type Forecast = {
	readonly seconds: number;
	readonly bound: "about" | "at most";
};

type Seen = {
	readonly empty: Empty | null;
	readonly busyMs: number;
	readonly seenMs: number;
};

const rememberedMs = 10 * 60_000;

export class Emptiness {
	readonly #groups = new Map<string, Seen>();

	/** Null while somebody is there, and for a group never listed. A group that is no longer listed stays as it was. */
	of(group: string): Empty | null {
		return this.#groups.get(group)?.empty ?? null;
	}

	take(listed: readonly ListedGroup[], nowMs: number): void {
		for (const { group, state, type, protocol } of listed) {
			const before = this.#groups.get(group);
			const isClassic = type === "classic" && protocol !== "";
			// What a share group has read is kept as long as the group [4.3.1].
			const isEmpty = state === "Empty" && type !== "share";
			const busyMs = isEmpty
				? (before?.busyMs ?? Number.NEGATIVE_INFINITY)
				: nowMs;
			const empty = isEmpty
				? {
						sinceMs: before?.empty?.sinceMs ?? nowMs,
						busyMs,
						watched: before?.empty?.watched ?? before !== undefined,
						countsFromEmpty: isClassic,
					}
				: null;
			this.#groups.set(group, { empty, busyMs, seenMs: nowMs });
		}
		for (const [group, { seenMs }] of this.#groups)
			if (nowMs - seenMs > rememberedMs) this.#groups.delete(group);
	}
}

/** A group of the newer kind, or without members ever, is forgotten so long after its last commit, which is no later than this. */
export function forgottenIn(
	empty: Empty | null,
	/** When a position was last seen to move. */
	movedMs: number | null,
	keptMs: number | null,
	nowMs: number,
): Forecast | null {
	if (!empty || keptMs === null) return null;
	const fromMs = Math.max(empty.sinceMs, movedMs ?? empty.sinceMs);
	const isSure = empty.watched && empty.countsFromEmpty;
	const leftMs = (isSure ? empty.sinceMs : fromMs) + keptMs - nowMs;
	return {
		// In whole milliseconds: a minute and a billionth of one would be called two.
		seconds: coarse(Math.max(0, Math.round(leftMs) / 1_000)),
		bound: isSure ? "about" : "at most",
	};
}

/** So that a row changes no oftener than somebody would care. */
export function coarse(seconds: number): number {
	const step = seconds < 60 ? 10 : seconds < 3_600 ? 60 : 3_600;
	return Math.ceil(seconds / step) * step;
}
