// What must be remembered of a queue from one reading to the next? Counters that never go back, what stands still, and how it fills.
import { newStillness, note, type Stillness } from "../../stillness.ts";
import { goneIn } from "./balance.ts";
import { type Fill, follow, newFill } from "./fill.ts";
import type { Told } from "./held.ts";
import type { QueueReply } from "./replies.ts";

export type Memory = {
	last: QueueReply | null;
	/** As the server counted them last: after its start it names none before the first one. */
	arrivedLast: number | null;
	departedLast: number | null;
	/** What to add to the server's counters, which begin anew with the node that keeps them. */
	arrivedBefore: number;
	departedBefore: number;
	/** What came otherwise than from a publisher, given up by another queue for one, which the server does not count. */
	givenOver: number;
	/** The lowest there was of what came and is neither done nor there, since the counters began. */
	lowest: number | null;
	/** Since when nothing was taken, and nothing acknowledged or given back. */
	readonly held: Stillness;
	readonly waiting: Stillness;
	/** Of those who hold, where it had to be asked. */
	readers: Told | null;
	readonly fill: Fill;
};

export type Heard = {
	readonly arrived: number | null;
	/** Handed out for the first time. */
	readonly departed: number | null;
	/** Messages that went unread since the last reading; null where that cannot be known. */
	readonly lost: number | null;
};

export const newMemory = (): Memory => ({
	...{ last: null, arrivedLast: null, departedLast: null },
	...{ arrivedBefore: 0, departedBefore: 0 },
	...{ givenOver: 0, lowest: null, readers: null },
	...{ held: newStillness(), waiting: newStillness(), fill: newFill() },
});

export function hear(it: Memory, now: QueueReply, atMs: number): Heard {
	const last = it.last?.type === now.type ? it.last : null;
	if (last === null)
		Object.assign(it, { arrivedLast: null, departedLast: null });
	const [arrived, departed] = [arrivedOf(now), departedOf(now)];
	noteGivenOver(it, now);
	it.arrivedBefore += wentBack(it.arrivedLast, arrived);
	it.departedBefore += wentBack(it.departedLast, departed);
	it.arrivedLast = arrived ?? it.arrivedLast;
	it.departedLast = departed ?? it.departedLast;
	note(it.held, now.unacked ? heldMark(now) : null, atMs);
	note(it.waiting, now.ready ? waitingMark(now) : null, atMs);
	const lost = follow(it.fill, last, now, atMs);
	it.last = now;
	return {
		arrived:
			arrived === null ? null : arrived + it.arrivedBefore + it.givenOver,
		departed: departed === null ? null : departed + it.departedBefore,
		lost,
	};
}

/** What is acknowledged of a stream stays there. */
function noteGivenOver(it: Memory, now: QueueReply): void {
	const gone = now.type === "stream" ? null : goneIn(now);
	if (gone === null) return;
	const isAnew = wentBack(it.arrivedLast, arrivedOf(now)) > 0;
	if (it.lowest !== null && !isAnew && gone < it.lowest)
		it.givenOver += it.lowest - gone;
	it.lowest = isAnew ? gone : Math.min(gone, it.lowest ?? gone);
}

const arrivedOf = ({ counts }: QueueReply): number | null =>
	counts?.published ?? null;

/** Only the first time counts: what fails again and again does not get done. */
function departedOf({ counts }: QueueReply): number | null {
	return counts === null
		? null
		: Math.max(0, counts.delivered - counts.redelivered);
}

/** A node that starts again forgets its part of what was counted. */
const wentBack = (before: number | null, now: number | null): number =>
	before === null || now === null ? 0 : Math.max(0, before - now);

const heldMark = ({ unacked, counts }: QueueReply): string =>
	JSON.stringify([unacked, counts?.acked, counts?.delivered]);

const waitingMark = ({ ready, unacked, counts }: QueueReply): string =>
	JSON.stringify([ready, unacked, counts?.delivered]);
