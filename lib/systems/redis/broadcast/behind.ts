// Who does not keep up? Told from one list of connections to the next, because a full buffer may also be a passing moment.
import type { Amount } from "#lib/core/amount.ts";
import { isAboveSoft, type Limit, leftOf, limitBytesOf } from "./limit.ts";
import type { Listener } from "./listeners.ts";

export type Judged = Listener & {
	/** Since when it is behind; null while it keeps up. */
	readonly behindSinceMs: number | null;
	/** Of the limit that is reached first; null where none is set. */
	readonly share: number | null;
	readonly limitBytes: number | null;
	/** How long until it is cut off; null where it is not, or nobody can know. */
	readonly leftMs: Amount | null;
	/** It is above the soft limit, or reaches a limit soon at the pace at which it grows. */
	readonly isLosing: boolean;
	/** Since when it has been seen above the soft limit. */
	readonly aboveSinceMs: number | null;
};

/** A list has whole seconds, and a quick look may fall into the moment between writing and taking. */
const takesNothingMs = 5_000;
const quarter = 1 / 4;
/** Growth over one pause between lists may be a burst. */
const soonMs = 5 * 60_000;

export function judgeListener(
	now: Listener,
	before: Judged | null,
	limit: Limit,
	moment: { readonly nowMs: number; readonly beforeMs: number },
): Judged {
	const { nowMs, beforeMs } = moment;
	const isBehind = isBehindNow(now, before, limit);
	const stillMs = now.idleMs >= takesNothingMs ? now.idleMs : 0;
	const aboveSinceMs = isAboveSoft(now.bytes, limit)
		? (before?.aboveSinceMs ?? nowMs)
		: null;
	const grew = now.bytes - (before?.bytes ?? now.bytes);
	const overMs = nowMs - beforeMs;
	const leftMs = isBehind
		? leftOf(
				...([now.bytes, overMs > 0 ? grew / overMs : 0] as const),
				...([nowMs - (aboveSinceMs ?? nowMs), limit] as const),
			)
		: null;
	const limitBytes = limitBytesOf(limit);
	return {
		...now,
		behindSinceMs: isBehind ? (before?.behindSinceMs ?? nowMs - stillMs) : null,
		share: limitBytes === null ? null : now.bytes / limitBytes,
		...{ limitBytes, leftMs, aboveSinceMs },
		isLosing: aboveSinceMs !== null || (leftMs !== null && leftMs.n < soonMs),
	};
}

function isBehindNow(
	now: Listener,
	before: Judged | null,
	{ softBytes, hardBytes }: Limit,
): boolean {
	const least = softBytes ?? hardBytes;
	if (least !== null && now.bytes > quarter * least) return true;
	if (now.waiting === 0) return false;
	if (now.idleMs >= takesNothingMs) return true;
	if (before === null || before.waiting === 0) return false;
	// Who still takes something may be well and only met with a message on its way.
	return now.sent === null || before.sent === null
		? now.bytes >= before.bytes
		: now.sent === before.sent || now.bytes > before.bytes;
}
