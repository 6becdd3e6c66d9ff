// What does a plain list say of itself? How much lies in it and beside it, and since when the same lies at their ends.

import {
	isDue,
	markOf,
	newStillness,
	note,
	patienceOf,
} from "../../stillness.ts";
import type { Answer, Command } from "../connection/ask.ts";
import { sentName } from "../connection/name.ts";
import { opposite, watchEnds } from "./ends.ts";
import { openHeldLists, samplesOf } from "./held-lists.ts";
import {
	countIn,
	type Heard,
	type List,
	nothingHeard,
	type Still,
	sumIn,
} from "./layout.ts";

export type Beside = {
	/** The lists of what is in progress, as they are now. */
	processing(): readonly string[];
	/** Where its failed messages may lie. */
	readonly aside: readonly string[];
};

export function plainList(
	name: string,
	{ processing, aside }: Beside,
	configuredMs: number | null,
): List {
	const ends = [newStillness(), newStillness()] as const;
	const watch = watchEnds();
	const held = openHeldLists(name, configuredMs);
	/** Lists in which something was put aside. */
	const asideSeen = new Set<string>();
	let lastWaiting = 0;

	function hearEnds(
		answers: readonly Answer[],
		waiting: number,
		nowMs: number,
	): void {
		const marks = answers.slice(0, 2).map(({ reply }) => markOf(reply));
		const [left = null, right = null] = marks;
		watch.note({ count: waiting, left, right });
		for (const [i, end] of ends.entries()) {
			const mark = marks[i] ?? null;
			// Fewer than before: something was taken, whichever end it lay at.
			if (waiting < lastWaiting && mark === end.mark) note(end, null, nowMs);
			note(end, mark, nowMs);
		}
		lastWaiting = waiting;
	}

	/** Which end is the older one is not known: the one that moves is where messages come. */
	function stillWaiting(waiting: number | null): Still | null {
		const [stillest] = ends.toSorted((a, b) => a.sinceMs - b.sinceMs);
		if (!waiting || !stillest || stillest.mark === null) return null;
		return {
			...{ messages: waiting, sinceMs: stillest.sinceMs },
			patienceMs: patienceOf(stillest, configuredMs),
		};
	}

	/** None of them was ever seen: whether its program has any is not known. */
	function failedIn(answers: readonly Answer[]): number | null {
		const counts = answers.map((it) => countIn(it) ?? 0);
		for (const [i, it] of aside.entries()) if (counts[i]) asideSeen.add(it);
		return asideSeen.size === 0 ? null : counts.reduce((a, b) => a + b, 0);
	}

	return {
		name,
		remedy: {
			by: "hand",
			left: held.left,
			aside: () => [...asideSeen],
			takenFrom() {
				const comesIn = watch.comesIn();
				return watch.goesOut() ?? (comesIn && opposite(comesIn));
			},
			laidAt: held.laidAt,
		},
		inquire(nowMs) {
			const asked = processing();
			const isSampled = isDue(ends[0], configuredMs, nowMs);
			const key = sentName(name);
			const samples: readonly Command[] = [
				["lindexBuffer", key, 0],
				["lindexBuffer", key, -1],
				...asked.flatMap(samplesOf),
			];
			const lengths = [name, ...asked, ...aside];
			const deep = isSampled
				? held.further(nowMs)
				: { lists: [], commands: [] };
			return {
				commands: [
					...lengths.map((it): Command => ["llen", sentName(it)]),
					...(isSampled ? samples : []),
				],
				further: () => deep.commands,
				hear(answers, further): Heard {
					const beside = answers.slice(1, 1 + asked.length);
					const waiting = countIn(answers[0]);
					const counts = beside.map(countIn);
					const sampled = isSampled ? answers.slice(lengths.length) : null;
					if (sampled !== null && waiting !== null)
						hearEnds(sampled, waiting, nowMs);
					held.hear(asked, counts, sampled?.slice(2) ?? null, nowMs);
					held.hearFurther(deep.lists, further, nowMs);
					const [waits, holds] = [stillWaiting(waiting), held.still(counts)];
					return {
						...nothingHeard,
						waiting,
						waitingSince: waits && { atMs: waits.sinceMs, isLeast: true },
						holding: asked.length === 0 ? null : sumIn(beside),
						heldSinceMs: holds?.sinceMs ?? null,
						failed: failedIn(answers.slice(1 + asked.length, lengths.length)),
						workers: held.workers(counts),
						...{ stillWaiting: waits, stillHeld: holds },
					};
				},
			};
		},
	};
}
