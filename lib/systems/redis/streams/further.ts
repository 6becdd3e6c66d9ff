// What has to be asked about single groups? The oldest message they hold, and how many entries wait where nothing else tells.
import type { Redis } from "ioredis";
import { type Amount, atLeast, exactly } from "#lib/core/amount.ts";
import { type Answer, ask, type Command } from "../connection/ask.ts";
import { sentName } from "../connection/name.ts";
import type { LagTrust } from "../connection/version.ts";
import type { News } from "./anew.ts";
import { backlogOf, type StreamNow } from "./backlog.ts";
import { compareIds } from "./entry-id.ts";
import type { Heard } from "./hear.ts";
import type { GroupMemory, Held } from "./memory.ts";
import { type GroupReply, heldOf, listOf } from "./replies.ts";

export type GroupNow = {
	readonly group: GroupReply;
	readonly memory: GroupMemory;
	readonly lost: number | null;
	readonly isSetBack: boolean;
	lag: Amount | null;
};

export type Moment = {
	/** The server's clock. */
	readonly nowMs: number;
	readonly tick: number;
	readonly trust: LagTrust;
};

type Question = { readonly command: Command; hear(answer: Answer): void };

/** Below it a count is exact; more would move payloads for the sake of a number. */
const countedMax = 100;
const countsATick = 32;
const heldForMs = 60_000;
/** Groups met in the same tick are asked again in different ones. */
const turns = 12;

/** The groups of each stream heard, in the same order. */
export async function askFurther(
	client: Redis,
	secret: string,
	heard: readonly Heard[],
	moment: Moment,
): Promise<GroupNow[][]> {
	const counts: Question[] = [];
	const helds: Question[] = [];
	const streams = heard.map((stream) => {
		if (stream.trouble !== null) return [];
		const groups = stream.groups.map((group) => {
			const now = groupNow(group, stream, moment);
			const count = countOf(now, stream);
			if (count !== null) counts.push(count);
			const held = heldQuestion(now, stream, moment, helds.length);
			if (held !== null) helds.push(held);
			return now;
		});
		stream.memory.groups = new Map(
			groups.map(({ group, memory }) => [group.name, memory]),
		);
		return groups;
	});
	const questions = [...helds, ...some(counts, moment.tick)];
	const answers = await ask(
		client,
		secret,
		questions.map(({ command }) => command),
	);
	answers.forEach((answer, i) => {
		questions[i]?.hear(answer);
	});
	return streams;
}

function groupNow(
	group: GroupReply,
	{ memory, now }: Heard,
	{ trust }: Moment,
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
			news: isSetBack ? setBackNews() : (past?.news ?? null),
		},
		...{ lost, isSetBack },
		lag: lag === "count" ? leastOf(group, now) : lag,
	};
}

const setBackNews = (): News => ({
	note: { code: "set back", values: {} },
	sinceMs: performance.now(),
});

/** Null when the lag is known, or was counted while everything was as it is now. */
function countOf(now: GroupNow, { memory, now: stream }: Heard) {
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
		hear({ error, reply }: Answer) {
			if (error) return;
			const n = listOf(reply).length;
			now.lag = n < countedMax ? exactly(n) : atLeast(n);
			remembered.counted = { of, lag: now.lag };
		},
	};
}

/** The last entry lies ahead of the group, so at least that one waits. */
function leastOf({ position }: GroupReply, { detail }: StreamNow) {
	const last = detail?.last ?? null;
	return last !== null && compareIds(last, position) > 0 ? atLeast(1) : null;
}

/** Those left out now come first in one of the next ticks. */
function some(counts: readonly Question[], tick: number): Question[] {
	const from = (tick * countsATick) % Math.max(counts.length, 1);
	return [...counts.slice(from), ...counts.slice(0, from)].slice(
		0,
		countsATick,
	);
}

function heldQuestion(
	{ group, memory }: GroupNow,
	{ memory: stream }: Heard,
	{ nowMs }: Moment,
	asked: number,
): Question | null {
	if (!group.holding) return null;
	const past = memory.held;
	const of = `${group.position} ${group.holding}`;
	if (past?.of === of && nowMs - past.askedMs < heldForMs) return null;
	const askedMs =
		past === null ? nowMs - (asked % turns) * (heldForMs / turns) : nowMs;
	return {
		command: ["xpending", stream.key, sentName(group.name), "-", "+", 1],
		hear({ reply }) {
			const row = heldOf(reply);
			const since =
				row === null || row.idleMs === null ? null : nowMs - row.idleMs;
			memory.held = {
				...{ of, askedMs, id: row?.id ?? "" },
				sinceMs: earlier(past, row?.id ?? "", since),
				deliveries: row?.deliveries ?? null,
			};
		},
	};
}

/** Each delivery sets the idle time back; a message that was already held when we last looked has been held since. */
function earlier(past: Held | null, id: string, sinceMs: number | null) {
	if (past === null || past.id !== id || past.sinceMs === null) return sinceMs;
	return sinceMs === null ? past.sinceMs : Math.min(past.sinceMs, sinceMs);
}
