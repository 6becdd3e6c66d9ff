// How old is what each group of a stream has not read, how long does it stay, and which of them keep it? Asks for single entries, and weighs what came.
import type { Answer } from "../connection/ask.ts";
import type { GroupNow, Moment, Question } from "./further.ts";
import type { Heard } from "./hear.ts";
import { expires, leftToLive, sooner } from "./lifetime.ts";
import { isCut, marginOf, wentOn } from "./margin.ts";
import { listOf, textOf } from "./replies.ts";
import {
	mayNeverBeTrimmed,
	type Need,
	neverTrimmed,
	pinOf,
} from "./standing.ts";
import { isOld, timeLagOf } from "./unread.ts";

/** The first entry behind the position, where it is not known any more. */
export function unreadQuestion(
	{ group, lag, memory }: GroupNow,
	{ memory: stream }: Heard,
	{ nowMs }: Moment,
): Question | null {
	if (lag === null || lag.n === 0) return null;
	if (memory.unread !== null && !isOld(memory.unread, nowMs)) return null;
	return {
		command: [
			"xrangeBuffer",
			stream.key,
			...([`(${group.position}`, "+", "COUNT", 1] as const),
		],
		hear(answer) {
			const id = firstIdIn(answer);
			memory.unread = id === null ? null : { id, askedMs: nowMs };
		},
	};
}

/** The oldest entry of a stream from which nothing was ever removed stays its oldest, so it is asked for once. */
export function oldestQuestion(
	{ memory, now, isSized }: Heard,
	groups: readonly GroupNow[],
): Question | null {
	if (!isSized) return null;
	if (now.added !== now.length) memory.oldestId = null;
	if (memory.oldestId !== null) return null;
	if (!mayNeverBeTrimmed(now, groups.map(needOf))) return null;
	return {
		command: ["xrangeBuffer", memory.key, "-", "+", "COUNT", 1],
		hear(answer) {
			memory.oldestId = firstIdIn(answer);
		},
	};
}

export function firstIdIn({ error, reply }: Answer): string | null {
	const [entry] = error ? [] : listOf(reply);
	return textOf(listOf(entry)[0]) || null;
}

/** After all answers of a tick. */
export function tellTimes(
	heard: Heard,
	groups: readonly GroupNow[],
	{ nowMs }: Moment,
): void {
	const { memory: stream, now } = heard;
	const { added, length } = now;
	const needs = groups.map(needOf);
	if (heard.isSized) see(heard, needs, nowMs);
	const pin = pinOf(length, needs, nowMs);
	const left = leftToLive(stream.lifetime, nowMs);
	const nearer = isCut(stream.removals);
	for (const [i, it] of groups.entries()) {
		const { group, lag, memory } = it;
		memory.departed ??= departedOf(it, added);
		it.timeLag = timeLagOf(lag, memory.unread, group.position, nowMs);
		const { departed } = memory;
		memory.departures =
			nearer && departed !== null
				? wentOn(memory.departures, nowMs, departed)
				: [];
		const isBehind = lag?.bound === "exact" && lag.n > 0;
		const cut = isBehind
			? marginOf(length - lag.n, stream.removals, memory.departures)
			: null;
		it.margin = lag === null || lag.n > 0 ? sooner(cut, left) : null;
		const pinned = pin !== null && pin.of === needs[i] ? pin.note : null;
		it.notes = [left && expires(left), stream.standing, pinned].filter(
			(note) => note !== null,
		);
	}
}

/** What was removed unread was not read, as far as that is known. */
function departedOf(
	{ lag, lost }: GroupNow,
	added: number | null,
): number | null {
	if (added === null || lag?.bound !== "exact") return null;
	return Math.max(0, added - lag.n - (lost ?? 0));
}

function see(
	{ memory: stream, now }: Heard,
	needs: readonly Need[],
	nowMs: number,
): void {
	const { added, length } = now;
	stream.removals =
		added === null ? [] : wentOn(stream.removals, nowMs, added - length);
	stream.standing =
		stream.oldestId !== null && mayNeverBeTrimmed(now, needs)
			? neverTrimmed(length, stream.oldestId, nowMs)
			: null;
}

const needOf = ({ group, lag, lost, memory }: GroupNow): Need => ({
	...{ lag, lost, holding: group.holding },
	heldId: memory.held?.id || null,
	unreadId: memory.unread?.id ?? null,
});
