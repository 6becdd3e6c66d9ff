// What does a plain list say of itself? How much lies in it and beside it, and since when the same lies at their ends.
import type { Answer, Command } from "../connection/ask.ts";
import { sentName } from "../connection/name.ts";
import { listOf } from "../streams/replies.ts";
import {
	countIn,
	type Heard,
	type List,
	nothingFurther,
	nothingHeard,
	type Still,
	sumIn,
	type Worker,
} from "./layout.ts";
import {
	isDue,
	markOf,
	newStillness,
	note,
	patienceOf,
	type Stillness,
} from "./stillness.ts";

/** `processing`: the lists of what is in progress, as they are now. */
export function plainList(
	name: string,
	processing: () => readonly string[],
	configuredMs: number | null,
): List {
	const ends = [newStillness(), newStillness()] as const;
	let held = new Map<string, Stillness>();
	let lastWaiting = 0;

	function hearEnds(
		answers: readonly Answer[],
		waiting: number,
		nowMs: number,
	): void {
		for (const [i, end] of ends.entries()) {
			const mark = markOf(answers[i]?.reply);
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

	function stillHeld(counts: readonly (number | null)[]): Still | null {
		let oldest: Still | null = null;
		for (const [i, still] of [...held.values()].entries()) {
			const messages = counts[i];
			if (!messages || still.mark === null) continue;
			if (oldest !== null && oldest.sinceMs <= still.sinceMs) continue;
			const patienceMs = patienceOf(still, configuredMs);
			oldest = { messages, sinceMs: still.sinceMs, patienceMs };
		}
		return oldest;
	}

	/** Their names are those of the lists, since a worker need not have one of its own. */
	const workersOf = (counts: readonly (number | null)[]): Worker[] =>
		[...held].map(([key, { mark, sinceMs }], i) => ({
			...{ name: key, address: null, verdict: null },
			holding: counts[i] ?? null,
			heldSinceMs: mark === null ? null : sinceMs,
		}));

	return {
		name,
		inquire(nowMs) {
			const asked = processing();
			const isSampled = isDue(ends[0], configuredMs, nowMs);
			const [key, ...keys] = [name, ...asked].map(sentName);
			const samples: readonly Command[] = [
				["lindexBuffer", key ?? "", 0],
				["lindexBuffer", key ?? "", -1],
				...keys.map((it): Command => ["lrangeBuffer", it, -2, -1]),
			];
			return {
				commands: [
					...[key ?? "", ...keys].map((it): Command => ["llen", it]),
					...(isSampled ? samples : []),
				],
				further: nothingFurther,
				hear(answers): Heard {
					const [waiting = null, ...counts] = answers
						.slice(0, 1 + asked.length)
						.map(countIn);
					const sampled = answers.slice(1 + asked.length);
					if (isSampled && waiting !== null) hearEnds(sampled, waiting, nowMs);
					held = new Map(
						asked.map((it) => [it, held.get(it) ?? newStillness()]),
					);
					for (const [i, still] of [...held.values()].entries())
						if (counts[i] === 0) note(still, null, nowMs);
						else if (isSampled) noteOldest(still, sampled[2 + i], nowMs);
					const [waits, holds] = [stillWaiting(waiting), stillHeld(counts)];
					return {
						...nothingHeard,
						waiting,
						waitingSince: waits && { atMs: waits.sinceMs, isLeast: true },
						holding:
							asked.length === 0
								? null
								: sumIn(answers.slice(1, 1 + asked.length)),
						heldSinceMs: holds?.sinceMs ?? null,
						workers: workersOf(counts),
						...{ stillWaiting: waits, stillHeld: holds },
					};
				},
			};
		},
	};
}

/** Where the two oldest look the same, one that follows the other would look as if nothing had moved. */
function noteOldest(
	still: Stillness,
	answer: Answer | undefined,
	nowMs: number,
): void {
	const marks = listOf(answer?.reply).map(markOf);
	const [oldest = null, next = null] = marks.toReversed();
	if (oldest === next && oldest === still.mark) note(still, null, nowMs);
	note(still, oldest, nowMs);
}
