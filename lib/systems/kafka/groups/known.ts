// What was said last time, so that silence is not mistaken for absence?
import type { Share } from "./share.ts";

type KnownGroup = {
	readonly channels: readonly string[];
	readonly positions: number;
};

/** More than this many ticks in a row with a group newly unlisted prove that groups come and go here all the time. */
const waitsMax = 3;
/** A group that moves is listed by nobody for some tens of milliseconds, which two quick ticks can both fall into. */
const movesWithinMs = 2_000;
/** For a group nobody has read yet: 100 of them make the largest answer wanted. */
const positionsGuess = 200;

export class Known {
	readonly #groups = new Map<string, KnownGroup>();
	/** Since when, on the clock of `performance.now()`. */
	#unlisted: ReadonlyMap<string, number> = new Map();
	#waits = 0;
	#isSettled = true;

	readonly positionsOf = (group: string): number =>
		this.#groups.get(group)?.positions ?? positionsGuess;

	channelsOf(group: string): readonly string[] {
		return this.#groups.get(group)?.channels ?? [];
	}

	/** A tick that came to no end says nothing of what is there: the count starts again. */
	begin(): void {
		if (!this.#isSettled) this.#startAgain();
		this.#isSettled = false;
	}

	#startAgain(): void {
		this.#unlisted = new Map();
		this.#waits = 0;
	}

	/**
	 * Whether what is missing now is gone. A group that moves between two nodes can be listed by neither for a moment,
	 * so it is gone only when every node left it out twice running, and for longer than a move takes. Where the cluster
	 * is not whole, a coordinator that loads lists nothing and says nothing.
	 */
	settle(
		shares: readonly Share[],
		isWhole: boolean,
		nowMs = performance.now(),
	): boolean {
		this.#isSettled = true;
		for (const { positions, shared } of shares)
			for (const { group, topics } of [...positions, ...shared])
				this.#groups.set(group, {
					channels: topics.map(({ topic }) => topic),
					positions: topics.reduce((sum, one) => sum + one.positions.length, 0),
				});
		if (!isWhole) {
			this.#startAgain();
			return false;
		}
		const before = this.#unlisted;
		const listed = new Set(
			shares.flatMap(({ groups }) => groups.map(({ group }) => group)),
		);
		const waiting = new Map<string, number>();
		let isNews = false;
		for (const group of this.#groups.keys()) {
			if (listed.has(group)) continue;
			const sinceMs = before.get(group);
			if (sinceMs !== undefined && nowMs - sinceMs >= movesWithinMs) {
				this.#groups.delete(group);
				continue;
			}
			isNews ||= sinceMs === undefined;
			waiting.set(group, sinceMs ?? nowMs);
		}
		this.#waits = isNews ? this.#waits + 1 : 0;
		this.#unlisted = waiting;
		return waiting.size === 0 || this.#waits > waitsMax;
	}
}
