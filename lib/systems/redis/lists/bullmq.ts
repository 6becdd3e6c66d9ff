// Which backlogs does BullMQ keep, and what does it keep of each? Lists of what waits and what is at work, sorted sets of what comes later or failed.
import type { Answer, Command } from "../connection/ask.ts";
import { sentName } from "../connection/name.ts";
import { listOf } from "../streams/replies.ts";
import { connectionNameOf, workersIn } from "./bullmq-workers.ts";
import type { ListsConfigured } from "./configured.ts";
import {
	countIn,
	type Heard,
	type Inquiry,
	type Layout,
	type List,
	nothingHeard,
	sumIn,
	type Worker,
} from "./layout.ts";
import { bullMqWay } from "./own-ways.ts";

/** Each of these lies beside the hash `meta` that marks a queue; the stream is there once anything was added. */
const traces = /^(.+):(?:events|wait|active|paused)$/;
const queuesMax = 5_000;
/** The oldest at work, each of which is asked for its lock. */
const locksMax = 20;
/** Its workers look every 30 s for jobs without a lock, and take them back the second time they see one. */
const recoveredMs = 60_000;
/** Later ones are put in order by their time, and by a number of twelve bits. */
const scorePerMs = 4096;

export type BullMq = Layout & {
	/** Whether there is a queue of it at all. */
	isAny(): boolean;
	/** The server's list of connections; null where nobody may ask for it. */
	hearClients(text: string | null): void;
	/** One in between, for somebody who looks. */
	seeClients(text: string): void;
	/** A stream that tells what happened in a queue, for whoever cares: nobody is behind in it. */
	isEvents(stream: string): boolean;
};

export function openBullMq(configured: ListsConfigured): BullMq {
	const candidates = new Set<string>();
	let queues: ReadonlySet<string> = new Set();
	let workers: ReturnType<typeof workersIn> | null = null;
	let before: ReturnType<typeof workersIn> | null = null;

	/** One that is being started again is missing in one list: nobody is there once two running show nobody. */
	function connected(name: string): readonly Worker[] | null {
		const own = connectionNameOf(name);
		const here = workers?.get(own);
		if (here !== undefined) return here;
		return workers === null || before === null || before.has(own) ? null : [];
	}
	function found(name: string): void {
		const queue = traces.exec(name)?.[1];
		if (queue !== undefined && candidates.size < queuesMax)
			candidates.add(queue);
	}
	return {
		isAny: () => queues.size > 0,
		hearClients(text) {
			before = text === null ? null : workers;
			workers = text === null ? null : workersIn(text);
		},
		seeClients(text) {
			workers = workersIn(text);
		},
		isEvents: (stream) =>
			stream.endsWith(":events") && queues.has(stream.slice(0, -7)),
		passes: async () => [
			{ type: "stream", pattern: null, found },
			{ type: "list", pattern: null, found },
		],
		async find(asking) {
			const names = [...candidates];
			const answers = await asking(
				names.map((name): Command => ["type", keyOf(name, "meta")]),
			);
			if (answers.some(({ error }) => error !== null)) return null;
			const marked = names.filter((_, i) => answers[i]?.reply === "hash");
			for (const name of names)
				if (!marked.includes(name)) candidates.delete(name);
			queues = new Set(marked);
			return marked;
		},
		open: (name) => ({
			...bullList(name, configured.patienceMs(name) ?? recoveredMs),
			connected: () => connected(name),
		}),
	};
}

const keyOf = (name: string, key: string) => sentName(`${name}:${key}`);

/** A moment that was asked for once, of the message that it belongs to. */
type Dated = { readonly id: string; readonly atMs: number | null };

function bullList(name: string, absentForMs: number): List {
	let waitingOf: Dated | null = null;
	let heldOf: Dated | null = null;
	let unlocked = new Map<string, number>();
	const key = (of: string) => keyOf(name, of);

	function inquire(nowMs: number): Inquiry {
		const dueTo = nowMs * scorePerMs + scorePerMs - 1;
		return {
			commands: [
				["llen", key("wait")],
				["llen", key("paused")],
				["zcard", key("prioritized")],
				["zcount", key("delayed"), "-inf", dueTo],
				["zcard", key("delayed")],
				["zcard", key("failed")],
				["llen", key("active")],
				["hget", key("meta"), "paused"],
				["lindex", key("wait"), -1],
				["lrange", key("active"), -locksMax, -1],
				["zrange", key("delayed"), 0, 0, "WITHSCORES"],
			],
			further(answers) {
				const [waitingId, ids] = [idIn(answers[8]), idsIn(answers[9])];
				const heldId = ids.at(-1) ?? null;
				return [
					...ids.map((id): Command => ["exists", key(`${id}:lock`)]),
					...asksFor(waitingOf, waitingId, (id) => [
						...(["hget", key(id), "timestamp"] as const),
					]),
					...asksFor(heldOf, heldId, (id) => [
						...(["hget", key(id), "processedOn"] as const),
					]),
				];
			},
			hear(answers, further): Heard {
				const [waitingId, ids] = [idIn(answers[8]), idsIn(answers[9])];
				const dates = further.slice(ids.length);
				waitingOf = datedBy(waitingOf, waitingId, dates);
				heldOf = datedBy(heldOf, ids.at(-1) ?? null, dates);
				const locks = ids.filter((_, i) => countIn(further[i]) === 0);
				unlocked = new Map(locks.map((id) => [id, unlocked.get(id) ?? nowMs]));
				const due = countIn(answers[3]);
				const later = countIn(answers[4]);
				return {
					...nothingHeard,
					waiting: sumIn(answers.slice(0, 4)),
					waitingSince: sinceOf(waitingOf),
					holding: countIn(answers[6]),
					held: ids.toReversed().map((id) => ({
						id,
						sinceMs: heldOf?.id === id ? heldOf.atMs : null,
					})),
					heldSinceMs: heldOf?.atMs ?? null,
					absentSinceMs: [...unlocked.values()],
					absentForMs,
					delayed: due === null || later === null ? null : later - due,
					failed: countIn(answers[5]),
					isPaused: answers[7]?.reply === "1",
					untilMs: untilOf(answers[10], nowMs),
				};
			},
		};
	}
	return { name, remedy: bullMqWay(name), inquire };
}

const idIn = (answer: Answer | undefined): string | null =>
	typeof answer?.reply === "string" ? answer.reply : null;

const idsIn = (answer: Answer | undefined): readonly string[] =>
	listOf(answer?.reply).map(String);

/** Only what became the oldest since. */
const asksFor = (
	known: Dated | null,
	id: string | null,
	question: (id: string) => Command,
): readonly Command[] =>
	id === null || known?.id === id ? [] : [question(id)];

/** Takes the answer from those that are left, if it was asked for. */
function datedBy(
	known: Dated | null,
	id: string | null,
	answers: Answer[],
): Dated | null {
	if (id === null) return null;
	if (known?.id === id) return known;
	const ms = Number(answers.shift()?.reply ?? Number.NaN);
	return { id, atMs: ms > 0 ? ms : null };
}

const sinceOf = (dated: Dated | null) =>
	dated === null || dated.atMs === null
		? null
		: { atMs: dated.atMs, isLeast: false };

/** Until the next of those that wait for their time. */
function untilOf(answer: Answer | undefined, nowMs: number): number {
	const score = Number(listOf(answer?.reply)[1] ?? Number.NaN);
	const atMs = Math.floor(score / scorePerMs);
	return atMs > nowMs ? atMs : Number.POSITIVE_INFINITY;
}
