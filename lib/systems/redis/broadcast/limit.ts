// When does the server cut off a listener that does not keep up? By its own limit for them, and the time that leaves.
import { type Amount, about, atMost } from "#lib/core/amount.ts";

/** Cut off above `hardBytes` at once, and above `softBytes` after so long; null where there is no such limit. */
export type Limit = {
	readonly hardBytes: number | null;
	readonly softBytes: number | null;
	readonly softMs: number;
	/** The server may not be asked: these are what it has unless somebody changed them. */
	readonly isAssumed: boolean;
};

export const usualLimit: Limit = {
	...{ hardBytes: 33_554_432, softBytes: 8_388_608, softMs: 60_000 },
	isAssumed: true,
};

/** `text`: "normal 0 0 0 slave 268435456 67108864 60 pubsub 33554432 8388608 60" */
export function limitIn(text: string): Limit | null {
	const found = /\bpubsub (\d+) (\d+) (\d+)/.exec(text);
	if (found === null) return null;
	const [hard = 0, soft = 0, softSeconds = 0] = found.slice(1).map(Number);
	return {
		hardBytes: hard === 0 ? null : hard,
		// Without a time the soft limit does not hold.
		softBytes: soft === 0 || softSeconds === 0 ? null : soft,
		softMs: 1000 * softSeconds,
		isAssumed: false,
	};
}

/** Of the limit that is reached first. */
export function limitBytesOf({ hardBytes, softBytes }: Limit): number | null {
	const both = [hardBytes, softBytes].filter((bytes) => bytes !== null);
	return both.length === 0 ? null : Math.min(...both);
}

export const isAboveSoft = (bytes: number, { softBytes }: Limit): boolean =>
	softBytes !== null && bytes > softBytes;

/**
 * How long until it is cut off, if it goes on like this; null where it is not. The server's clock of the soft limit began
 * before we saw it, so what is left of that is an upper bound.
 */
export function leftOf(
	bytes: number,
	growthPerMs: number,
	aboveForMs: number,
	limit: Limit,
): Amount | null {
	const { hardBytes, softBytes, softMs } = limit;
	const until = (most: number) => Math.max(0, (most - bytes) / growthPerMs);
	const grows = growthPerMs > 0;
	const hardMs = hardBytes !== null && grows ? until(hardBytes) : Infinity;
	if (isAboveSoft(bytes, limit)) {
		const softLeftMs = Math.max(0, softMs - aboveForMs);
		return hardMs < softLeftMs ? about(hardMs) : atMost(softLeftMs);
	}
	const softReachedMs =
		softBytes !== null && grows ? until(softBytes) + softMs : Infinity;
	const leftMs = Math.min(hardMs, softReachedMs);
	return leftMs === Infinity ? null : about(leftMs);
}
