// What has to be asked about single groups? The oldest message they hold, and how many entries wait where nothing else tells.
import type { Redis } from "ioredis";
import { type Amount, atLeast, exactly } from "#lib/core/amount.ts";
import type { Note } from "#lib/core/note.ts";
import { type Answer, ask, type Command } from "../connection/ask.ts";
import { tallyOf } from "../connection/tally.ts";
import type { LagTrust } from "../connection/version.ts";
import type { News } from "./anew.ts";
import { backlogOf, type StreamNow } from "./backlog.ts";
import { compareIds } from "./entry-id.ts";
import type { Heard } from "./hear.ts";
import { heldQuestion } from "./held.ts";
import { lifetimeQuestion } from "./lifetime.ts";
import type { GroupMemory } from "./memory.ts";
import { type GroupReply, listOf } from "./replies.ts";
import {
	firstIdIn,
	oldestQuestion,
	tellTimes,
	unreadQuestion,
} from "./times.ts";
import { stillUnread } from "./unread.ts";

export type GroupNow = {
	readonly group: GroupReply;
	readonly memory: GroupMemory;
	readonly lost: number | null;
	readonly isSetBack: boolean;
	lag: Amount | null;
	timeLag: Amount | null;
	margin: Amount | null;
	/** What is wrong for good. */
	notes: readonly Note[];
};

export type Moment = {
	/** The server's clock. */
	readonly nowMs: number;
	/** From when on nothing was written, by the same clock. */
	readonly stillSinceMs: number;
	readonly tick: number;
	readonly trust: LagTrust;
};

export type Question = {
	readonly command: Command;
	hear(answer: Answer): void;
};

/** Below it a count is exact; more would move payloads for the sake of a number. */
const countedMax = 100;
const countsATick = 32;
/** Single entries, which may be large. */
const entriesATick = 100;
/** Who may not ask tries once, so that it is noticed when the right is given. */
const lifetimesATick = (client: Redis): number =>
	tallyOf(client).refused.has("PTTL") ? 1 : 100;

/** The groups of each stream heard, in the same order. */
export async function askFurther(
	client: Redis,
	secret: string,
	heard: readonly Heard[],
	moment: Moment,
): Promise<GroupNow[][]> {
	const counts: Question[] = [];
	const helds: Question[] = [];
	const entries: Question[] = [];
	const lifetimes: Question[] = [];
	const streams = heard.map((stream) => {
		if (stream.trouble !== null) return [];
		const groups = stream.groups.map((group) => {
			const now = groupNow(group, stream, moment);
			const count = countOf(now, stream, moment);
			if (count !== null) counts.push(count);
			const unread =
				count === null ? unreadQuestion(now, stream, moment) : null;
			if (unread !== null) entries.push(unread);
			const held = heldQuestion(now, stream, moment, helds.length);
			if (held !== null) helds.push(held);
			return now;
		});
		stream.memory.groups = new Map(
			groups.map(({ group, memory }) => [group.name, memory]),
		);
		const oldest = oldestQuestion(stream, groups);
		if (oldest !== null) entries.push(oldest);
		const lifetime = lifetimeQuestion(stream.memory, moment);
		if (lifetime !== null) lifetimes.push(lifetime);
		return groups;
	});
	const questions = [
		...helds,
		...some(counts, countsATick, moment.tick),
		...some(entries, entriesATick, moment.tick),
		...some(lifetimes, lifetimesATick(client), moment.tick),
	];
	const answers = await ask(
		client,
		secret,
		questions.map(({ command }) => command),
	);
	answers.forEach((answer, i) => {
		questions[i]?.hear(answer);
	});
	for (const [i, stream] of heard.entries())
		tellTimes(stream, streams[i] ?? [], moment);
	return streams;
}

function groupNow(
	group: GroupReply,
	{ memory, now }: Heard,
	{ trust, nowMs }: Moment,
): GroupNow {
	const past = memory.groups.get(group.name) ?? null;
	const { lag, lost, drift } = backlogOf(group, now, trust, past);
	const isSetBack =
		past !== null && compareIds(group.position, past.position) < 0;
	return {
		group,
		memory: {
			position: group.position,
			drift,
			counted: past?.counted ?? null,
			held: group.holding ? (past?.held ?? null) : null,
			unread: stillUnread(
				past?.unread ?? null,
				group.position,
				now.detail,
				nowMs,
			),
			// While its position stays nothing was handed to it, whatever is removed.
			departed: past?.position === group.position ? past.departed : null,
			departures: isSetBack ? [] : (past?.departures ?? []),
			news: isSetBack ? setBackNews() : (past?.news ?? null),
		},
		...{ lost, isSetBack },
		lag: lag === "count" ? leastOf(group, now) : lag,
		...{ timeLag: null, margin: null, notes: [] },
	};
}

const setBackNews = (): News => ({
	note: { code: "set back", values: {} },
	sinceMs: performance.now(),
});

/** Null when the lag is known, or was counted while everything was as it is now. */
function countOf(
	now: GroupNow,
	{ memory, now: stream }: Heard,
	{ nowMs }: Moment,
): Question | null {
	const { group, memory: remembered } = now;
	if (now.lag?.bound === "exact" || stream.detail === null) return null;
	const { lastMade, length, first } = stream.detail;
	const of = `${group.position} ${lastMade} ${length} ${first}`;
	if (remembered.counted?.of === of) {
		now.lag = remembered.counted.lag;
		return null;
	}
	const range = [`(${group.position}`, "+", "COUNT", countedMax] as const;
	return {
		command: ["xrangeBuffer", memory.key, ...range] as const,
		hear(answer: Answer) {
			if (answer.error) return;
			const n = listOf(answer.reply).length;
			now.lag = n < countedMax ? exactly(n) : atLeast(n);
			remembered.counted = { of, lag: now.lag };
			const id = firstIdIn(answer);
			remembered.unread = id === null ? null : { id, askedMs: nowMs };
		},
	};
}

/** The last entry lies ahead of the group, so at least that one waits. */
function leastOf({ position }: GroupReply, { detail }: StreamNow) {
	const last = detail?.last ?? null;
	return last !== null && compareIds(last, position) > 0 ? atLeast(1) : null;
}

/** Those left out now come first in one of the next ticks. */
function some(
	questions: readonly Question[],
	most: number,
	tick: number,
): readonly Question[] {
	const from = (tick * most) % Math.max(questions.length, 1);
	return [...questions.slice(from), ...questions.slice(0, from)].slice(0, most);
}
