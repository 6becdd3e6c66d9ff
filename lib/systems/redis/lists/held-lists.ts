// What lies in the lists of what is in progress beside one backlog, and what of it lies there still?

import { markOf, patienceOf } from "../../stillness.ts";
import type { Answer, Command } from "../connection/ask.ts";
import { sentName } from "../connection/name.ts";
import { listOf } from "../streams/replies.ts";
import { type End, opposite } from "./ends.ts";
import type { Still, Worker } from "./layout.ts";
import {
	deepMax,
	type HeldList,
	type LeftBehind,
	leftIn,
	newHeldList,
	noteHeld,
	wantsDeep,
} from "./left-behind.ts";
import { workerIn } from "./owner.ts";

type Counts = readonly (number | null)[];

/** Two answers for each list: what lies at its left end, and what at its right. */
export const samplesOf = (key: string): readonly Command[] => [
	["lrangeBuffer", sentName(key), 0, 1],
	["lrangeBuffer", sentName(key), -2, -1],
];

export function openHeldLists(name: string, configuredMs: number | null) {
	let held = new Map<string, HeldList>();

	/** All are of one program. */
	const laidAt = (): End | null => {
		const all = [...held.values()].map(({ watch }) => watch.comesIn());
		const [known = null, other] = new Set(all.filter((it) => it !== null));
		return other === undefined ? known : null;
	};
	const old = (): End => opposite(laidAt() ?? "left");
	const patience = (it: HeldList) => patienceOf(it.oldest[old()], configuredMs);

	return {
		laidAt,
		hear(
			asked: readonly string[],
			counts: Counts,
			sampled: readonly Answer[] | null,
			nowMs: number,
		): void {
			held = new Map(asked.map((it) => [it, held.get(it) ?? newHeldList()]));
			for (const [i, it] of [...held.values()].entries()) {
				const count = counts[i] ?? null;
				if (count === null) continue;
				const at = sampled?.slice(2 * i, 2 * i + 2) ?? [];
				const isHeard = at.length === 2 && at.every((one) => !one.error);
				const [left = [], right = []] = at.map(marksIn);
				const sample = { left, right: right.toReversed() };
				noteHeld(it, count, isHeard ? sample : null, nowMs);
			}
		},
		/** Of which lists more has to be known, and the questions. */
		further(nowMs: number) {
			const lists = [...held].flatMap(([list, it]) =>
				wantsDeep(it, old(), patience(it), nowMs) ? [list] : [],
			);
			const [from, to] = old() === "left" ? [0, deepMax - 1] : [-deepMax, -1];
			const commands = lists.map(
				(it): Command => ["lrangeBuffer", sentName(it), from, to],
			);
			return { lists, commands };
		},
		hearFurther(
			lists: readonly string[],
			answers: readonly Answer[],
			nowMs: number,
		): void {
			for (const [i, list] of lists.entries()) {
				const found = marksIn(answers[i]).filter((one) => one !== null);
				const marks = old() === "left" ? found : found.toReversed();
				const it = held.get(list);
				if (it) it.deep = { atMs: nowMs, old: old(), marks };
			}
		},
		still(counts: Counts): Still | null {
			let oldest: Still | null = null;
			for (const [i, it] of [...held.values()].entries()) {
				const messages = counts[i];
				const { mark, sinceMs } = it.oldest[old()];
				if (!messages || mark === null) continue;
				if (oldest !== null && oldest.sinceMs <= sinceMs) continue;
				oldest = { messages, sinceMs, patienceMs: patience(it) };
			}
			return oldest;
		},
		/** Their names are those of the lists, since a worker need not have one of its own. */
		workers: (counts: Counts): Worker[] =>
			[...held].map(([key, { oldest }], i) => {
				const { mark, sinceMs } = oldest[old()];
				return {
					...{ name: key, address: null, verdict: null },
					holding: counts[i] ?? null,
					heldSinceMs: mark === null ? null : sinceMs,
				};
			}),
		left: (nowMs: number): LeftBehind[] =>
			[...held].map(([list, it]) => {
				const worker = workerIn(list, name);
				const of = { list, worker, old: old(), patienceMs: patience(it) };
				return leftIn(it, of, nowMs);
			}),
	};
}

const marksIn = (answer: Answer | undefined): (string | null)[] =>
	listOf(answer?.reply).map(markOf);
