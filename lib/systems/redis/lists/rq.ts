// Which backlogs does RQ keep, and what does it keep of each? A list of what waits, sorted sets of the rest, and its workers by name.
import { atMost } from "#lib/core/amount.ts";
import type { Members } from "#lib/core/reading.ts";
import { newStillness, note } from "../../stillness.ts";
import type { Answer, Command } from "../connection/ask.ts";
import { sentName } from "../connection/name.ts";
import { listOf } from "../streams/replies.ts";
import type { ListsConfigured } from "./configured.ts";
import {
	countIn,
	type Heard,
	type Inquiry,
	type Layout,
	type List,
	nothingHeard,
	scoredIn,
	sumIn,
	type Worker,
} from "./layout.ts";
import { rqWay } from "./own-ways.ts";

const queues = "rq:queues";
const prefix = "rq:queue:";
const workersMax = 100;
const heldMax = 100;
/** A job is between waiting and work for a moment; its workers wait for so long before they call it lost. */
const betweenMs = 60_000;

export function openRq(configured: ListsConfigured): Layout {
	return {
		passes: async () => [],
		async find(asking) {
			const [isThere] = await asking([["exists", queues]]);
			if (countIn(isThere) !== 1) return isThere?.error ? null : [];
			const names = new Set<string>();
			let cursor = "0";
			do {
				const [answer] = await asking([
					["sscan", queues, cursor, "COUNT", 1000],
				]);
				if (!answer || answer.error) return null;
				const [next, members] = listOf(answer.reply);
				for (const member of listOf(members)) names.add(String(member));
				cursor = String(next);
			} while (cursor !== "0");
			return [...names].filter((it) => it.startsWith(prefix));
		},
		open: (name) => rqList(name, configured.patienceMs(name)),
	};
}

function rqList(name: string, configuredMs: number | null): List {
	const queue = name.slice(prefix.length);
	const between = newStillness();
	let first: { readonly id: string; readonly atMs: number | null } | null =
		null;
	const key = (kind: string) => sentName(`rq:${kind}:${queue}`);
	const job = (id: string) => sentName(`rq:job:${id}`);

	function inquire(nowMs: number): Inquiry {
		const commands: Command[] = [
			["llen", sentName(name)],
			["zcount", key("scheduled"), "-inf", nowMs / 1000],
			["zcard", key("scheduled")],
			["zcard", key("failed")],
			["zcard", key("wip")],
			["llen", sentName(`${name}:intermediate`)],
			["exists", "rq:suspended"],
			["zrange", key("wip"), 0, heldMax - 1, "WITHSCORES"],
			["lindex", sentName(`${name}:intermediate`), 0],
			["lindex", sentName(name), 0],
			["sscan", key("workers"), 0, "COUNT", workersMax],
			["zrange", key("scheduled"), 0, 0, "WITHSCORES"],
		];
		return {
			commands,
			further(answers) {
				const id = idIn(answers[9]);
				const held = heldIn(answers[7])[0];
				const workers = workersIn(answers[10]).map(sentName);
				return [
					...workers.map((it): Command => ["exists", it]),
					...(held === undefined
						? []
						: [["hget", job(held.id), "started_at"] as const]),
					...(id === null || first?.id === id
						? []
						: [["hget", job(id), "enqueued_at"] as const]),
				];
			},
			hear(answers, further): Heard {
				const id = idIn(answers[9]);
				const held = heldIn(answers[7]);
				const registered = workersIn(answers[10]).length;
				const dates = further.slice(registered).map(({ reply }) => reply);
				const startedMs = held.length > 0 ? msOf(dates.shift()) : null;
				if (id === null) first = null;
				else if (first?.id !== id) first = { id, atMs: msOf(dates.shift()) };
				note(between, idIn(answers[8]), nowMs);
				const [due, later] = [countIn(answers[1]), countIn(answers[2])];
				const lost = between.mark === null ? [] : [between.sinceMs + betweenMs];
				return {
					...nothingHeard,
					waiting: sumIn(answers.slice(0, 2)),
					waitingSince:
						first === null || first.atMs === null
							? null
							: { atMs: first.atMs, isLeast: false },
					holding: sumIn(answers.slice(4, 6)),
					heldSinceMs: startedMs,
					// Each is put off for as long as its worker shows life.
					absentSinceMs: [...held.map(({ untilMs }) => untilMs), ...lost],
					absentForMs: configuredMs ?? 0,
					delayed: due === null || later === null ? null : later - due,
					failed: countIn(answers[3]),
					isPaused: countIn(answers[6]) === 1,
					members: membersOf(answers[10], further.slice(0, registered)),
					held: held.map((it, i) => ({
						...{ id: it.id, sinceMs: i === 0 ? startedMs : null },
					})),
					workers: workersIn(answers[10]).map((it, i) =>
						workerOf(it, countIn(further[i])),
					),
					untilMs: untilOf(answers[11], nowMs),
				};
			},
		};
	}
	return { name, remedy: rqWay(queue), inquire };
}

const idIn = (answer: Answer | undefined): string | null =>
	typeof answer?.reply === "string" ? answer.reply : null;

/** `job:execution`, and until when its worker has to show life. */
const heldIn = (answer: Answer | undefined) =>
	scoredIn(answer?.reply).map(({ member, score }) => ({
		id: member.split(":")[0] ?? member,
		untilMs: 1000 * score,
	}));

const workersIn = (answer: Answer | undefined): readonly string[] =>
	listOf(listOf(answer?.reply)[1]).map(String).slice(0, workersMax);

function msOf(text: unknown): number | null {
	const ms = typeof text === "string" ? Date.parse(text) : Number.NaN;
	return Number.isNaN(ms) ? null : ms;
}

const workerOf = (key: string, isThere: number | null): Worker => ({
	name: key.replace(/^rq:worker:/, ""),
	...{ address: null, holding: null, heldSinceMs: null },
	verdict: isThere === 0 ? "dead" : "unknown",
});

/** A worker's key lasts a while longer than the worker, so those that are left may be fewer. */
function membersOf(
	listed: Answer | undefined,
	present: readonly Answer[],
): Members | null {
	const there = sumIn(present);
	if (!listed || listed.error || there === null) return null;
	return {
		registered: present.length,
		live: atMost(there),
		dead: present.length - there,
		...{ stuck: null, unknown: null },
	};
}

/** Until the next of those that wait for their time. */
function untilOf(answer: Answer | undefined, nowMs: number): number {
	const atMs = 1000 * (scoredIn(answer?.reply)[0]?.score ?? Number.NaN);
	return atMs > nowMs ? atMs : Number.POSITIVE_INFINITY;
}
