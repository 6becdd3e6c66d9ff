// How fast did a group work when it last did? In messages a second, so that it can be told how long a replay takes.
import type { HistoryRange } from "../history.ts";

type Told = Pick<HistoryRange, "atMs" | "asked" | "counters">;

/** One reading to the next: how far the group came, and in which time. */
type Step = {
	readonly endMs: number;
	readonly seconds: number;
	readonly messages: number;
};

/** What lies further back than this from its last move says little of that. */
const measuredMs = 10 * 60_000;
/** Somebody moved its positions: no group works so much faster than it usually does. */
const leapTimes = 10;

/** When it last moved; null where it did not. */
export const lastMoveMs = (told: Told): number | null =>
	stepsIn(told).findLast(({ messages }) => messages > 0)?.endMs ?? null;

/** Points in which it moved, or may have: nothing before them says that it rested. The latest first. */
export function movesMs(told: Told): readonly number[] {
	const restedMs = new Set(
		stepsIn(told).flatMap(({ messages, endMs }) =>
			messages > 0 ? [] : [endMs],
		),
	);
	return told.atMs
		.filter(
			(ms, i) =>
				told.asked[i] &&
				(told.counters.departed[i] ?? null) !== null &&
				!restedMs.has(ms),
		)
		.toReversed();
}

/** Null where it moved at one reading only: that may have been a leap as well as work. */
export function lastPaceIn(told: Told): number | null {
	const lastMs = lastMoveMs(told);
	if (lastMs === null) return null;
	const steps = stepsIn(told).filter(
		({ endMs }) => endMs <= lastMs && endMs > lastMs - measuredMs,
	);
	const first = steps.findIndex(({ messages }) => messages > 0);
	const during = steps.slice(first);
	const moves = during.filter(({ messages }) => messages > 0);
	if (moves.length < 2) return null;
	const usual = lowerMiddle(moves.map(paceOf));
	const worked = during.filter((it) => paceOf(it) <= leapTimes * usual);
	const messages = sum(worked.map((it) => it.messages));
	const seconds = sum(worked.map((it) => it.seconds));
	return Number((messages / seconds).toPrecision(3));
}

/** Only between readings that can be compared: the same partitions, nothing that went back, no gap. */
function stepsIn({ atMs, asked, counters }: Told): readonly Step[] {
	const { departed, counted } = counters;
	return atMs.flatMap((endMs, i) => {
		const [beforeMs, was] = [atMs[i - 1], departed[i - 1] ?? null];
		const now = departed[i] ?? null;
		if (beforeMs === undefined || was === null || now === null) return [];
		const isApart =
			!asked[i] || !asked[i - 1] || counted[i] !== counted[i - 1] || now < was;
		const seconds = (endMs - beforeMs) / 1_000;
		return isApart || !(seconds > 0)
			? []
			: [{ endMs, seconds, messages: now - was }];
	});
}

const paceOf = ({ messages, seconds }: Step): number => messages / seconds;

const sum = (all: readonly number[]): number => all.reduce((a, b) => a + b, 0);

function lowerMiddle(all: readonly number[]): number {
	const inOrder = all.toSorted((a, b) => a - b);
	return inOrder[Math.floor((inOrder.length - 1) / 2)] ?? 0;
}
