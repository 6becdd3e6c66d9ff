// Which backlogs does Celery keep in a Redis, and what does it keep of each? Four lists by priority, and what its workers took in one place for all queues.

import {
	isDue,
	markOf,
	newStillness,
	note,
	patienceOf,
} from "../../stillness.ts";
import type { Command } from "../connection/ask.ts";
import { sentName } from "../connection/name.ts";
import { listOf } from "../streams/replies.ts";
import type { ListsConfigured } from "./configured.ts";
import {
	type Asking,
	countIn,
	type Heard,
	type Inquiry,
	type Layout,
	type List,
	nothingFurther,
	nothingHeard,
	scoredIn,
	sumIn,
} from "./layout.ts";
import { celeryWay } from "./own-ways.ts";

/** A set for each exchange, of the queues that are bound to it. */
const bindings = "_kombu.binding.";
const separator = "\u0006\u0016";
const priorities = ["", ...[3, 6, 9].map((it) => `${separator}${it}`)] as const;
/** One of these is there wherever a worker was ever started, or a task sent. */
const traces = ["celery", "celery.pidbox"].map((it) => `${bindings}${it}`);
const unacked = "unacked";
const taken = "unacked_index";
const takenMax = 100;
/** Unless it is configured otherwise, what was taken longer ago is handed to another worker. */
const visibleAgainMs = 3_600_000;
/** Of its own: remote control and events. */
const isInternal = (exchange: string): boolean =>
	exchange.endsWith("pidbox") || exchange.startsWith("celeryev");

export function openCelery(configured: ListsConfigured): Layout {
	const exchanges = new Set<string>();
	let queues: readonly string[] = [];

	async function isThere(asking: Asking): Promise<boolean> {
		const [answer] = await asking([["exists", ...traces, taken]]);
		return (countIn(answer) ?? 0) > 0;
	}

	return {
		async passes(asking) {
			if (!(await isThere(asking))) return [];
			const pattern = `${bindings}*`;
			const found = (name: string) => {
				const exchange = name.slice(bindings.length);
				if (!isInternal(exchange)) exchanges.add(exchange);
			};
			return [{ type: "set", pattern, found }];
		},
		async find(asking) {
			const names = [...exchanges];
			const answers = await asking(
				names.map(
					(it): Command => [
						...(["sscan", sentName(`${bindings}${it}`), 0] as const),
						...(["COUNT", 1000] as const),
					],
				),
			);
			if (answers.some(({ error }) => error !== null)) return null;
			const found = new Set<string>();
			answers.forEach(({ reply }, i) => {
				const bound = listOf(listOf(reply)[1]);
				if (bound.length === 0) exchanges.delete(names[i] ?? "");
				for (const it of bound)
					found.add(String(it).split(separator).at(-1) ?? "");
			});
			found.delete("");
			queues = [...found];
			// Nothing tells which queue it was taken from, unless there is only one.
			return queues.length > 1 ? [...queues, unacked] : queues;
		},
		open: (name) => celeryList(name, () => queues, configured.patienceMs(name)),
	};
}

function celeryList(
	name: string,
	queues: () => readonly string[],
	configuredMs: number | null,
): List {
	const end = newStillness();

	function inquire(nowMs: number): Inquiry {
		const isTaken = name === unacked && !queues().includes(name);
		const hasTaken = isTaken || queues().length === 1;
		const keys = isTaken ? [] : priorities.map((it) => sentName(name + it));
		const isSampled = !isTaken && isDue(end, configuredMs, nowMs);
		const waiting = keys.map((key): Command => ["llen", key]);
		const held: Command[] = hasTaken
			? [
					["zcard", taken],
					["zrange", taken, 0, takenMax - 1, "WITHSCORES"],
				]
			: [];
		const sampled: Command[] = isSampled
			? [["lindexBuffer", sentName(name), -1]]
			: [];
		return {
			commands: [...waiting, ...held, ...sampled],
			further: nothingFurther,
			hear(answers): Heard {
				const count = sumIn(answers.slice(0, keys.length));
				const [size, scores] = hasTaken ? answers.slice(keys.length) : [];
				const held = scoredIn(scores?.reply).map(({ member, score }) => ({
					...{ id: member, sinceMs: 1000 * score },
				}));
				const since = held.map(({ sinceMs }) => sinceMs);
				if (isSampled) note(end, markOf(answers.at(-1)?.reply), nowMs);
				const messages = countIn(answers[0]) ?? 0;
				const still =
					messages === 0 || end.mark === null
						? null
						: {
								...{ messages, sinceMs: end.sinceMs },
								patienceMs: patienceOf(end, configuredMs),
							};
				return {
					...nothingHeard,
					waiting: count,
					waitingSince: still && { atMs: still.sinceMs, isLeast: true },
					stillWaiting: still,
					...{ holding: countIn(size), held },
					heldSinceMs: since[0] ?? null,
					absentSinceMs: since,
					absentForMs: configuredMs ?? visibleAgainMs,
				};
			},
		};
	}
	const isOne = name !== unacked || queues().includes(name);
	const remedy = celeryWay(() => (isOne ? [name] : queues()));
	return { name, remedy, inquire };
}
