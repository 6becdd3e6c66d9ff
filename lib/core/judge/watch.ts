// What does one more reading show: was something read, did somebody come or go, and how long does that usually last?
import type { Told, Window } from "../window/window.ts";
import { learn } from "./habit.ts";
import {
	follow,
	isSameCover,
	newParts,
	type Parts,
	restedSince,
} from "./parts.ts";

const minuteMs = 60_000;
const longMs = 5 * minuteMs;
/** A wait that lasted so long before we came is believed, where the one who waited then read nearly all there was. */
const nearlyAll = 0.9;

/** Returns how many messages positions went back by. */
export function move(window: Window, reading: Told, last: number): number {
	const isFirst = window.size === 0;
	const departed = reading.departed ?? Number.NaN;
	const was = window.departed[last] ?? Number.NaN;
	const sameCover = window.counted[last] === reading.counted;
	const isForward =
		(reading.arrived ?? Number.NaN) >= (window.arrived[last] ?? Number.NaN);
	const isUnbroken = window.resumedMs <= window.movedMs;
	if (sameCover && departed > was && isUnbroken) {
		const lag = reading.lag?.n ?? Number.NaN;
		const read = departed - was;
		const isAll = lag <= (1 - nearlyAll) * (read + lag);
		const restedMs = reading.atMs - window.movedMs;
		const waitedMs = isAll && restedMs >= minuteMs ? window.timeLagMs || 0 : 0;
		const isOdd = !(restedMs < 2 * window.rest.meanMs);
		if (isOdd && restedMs >= longMs) window.wokeMs = reading.atMs;
		learn(window.rest, Math.max(restedMs, waitedMs));
	}
	if (
		isFirst ||
		!sameCover ||
		!Object.is(departed, was) ||
		reading.lag?.n === 0
	)
		window.movedMs = reading.atMs;
	return Math.max(
		reading.anew === "set back" ? 1 : 0,
		partsBack(window, reading, last),
		!reading.columns && sameCover && isForward ? was - departed || 0 : 0,
	);
}

/** Sums tell all there is to tell of a single partition. */
function partsBack(window: Window, reading: Told, last: number): number {
	const { columns, atMs } = reading;
	const { parts, resumedMs } = window;
	if (!columns) {
		window.parts = null;
		return 0;
	}
	const lastMs = window.atMs[last] ?? atMs;
	if (parts && isSameCover(parts.columns.partitions, columns.partitions)) {
		parts.resumedMs = resumedMs;
		return follow(parts, columns, atMs, lastMs);
	}
	window.parts = newParts(columns, atMs);
	follow(window.parts, columns, atMs, atMs);
	recallParts(window, window.parts, lastMs);
	return 0;
}

/** A watch that begins again knows from what was said last which of them stood still. */
function recallParts({ said }: Window, parts: Parts, lastMs: number) {
	if (!said || Number.isNaN(lastMs)) return;
	const { which, at, forSeconds, bound } = said.values;
	if (typeof which !== "string" || typeof at !== "string") return;
	const sinceMs = lastMs - Number(forSeconds) * 1000;
	restedSince(parts, { which, at, sinceMs, isLeast: bound === "at least" });
}

/** Who is there? Absences are learned, so that a batch whose readers leave between its rounds is not missed each time. */
export function attend(
	window: Window,
	{ atMs, members, departed, counted }: Told,
	last: number,
): void {
	const isRead =
		window.counted[last] === counted &&
		(departed ?? Number.NaN) > (window.departed[last] ?? Number.NaN);
	const isEmpty = members?.registered === 0;
	if (!isEmpty) {
		if (window.emptySinceMs !== null) {
			learn(window.absence, atMs - window.emptySinceMs);
			window.presentSinceMs = atMs;
		}
		window.emptySinceMs = null;
	} else if (window.emptySinceMs === null || isRead) {
		if (window.emptySinceMs === null && window.size > 0)
			learn(window.presence, atMs - window.presentSinceMs);
		window.emptySinceMs = atMs;
	}
}
