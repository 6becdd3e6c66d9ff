// What do boards say while things break? I5: whoever is not broken is heard, as long as the collector lives. And how often each broker was heard.
import type { Board, Visitor } from "../visitor.ts";
import { names } from "./place.ts";

export type Seen = {
	readonly broken: readonly string[];
	/** How often each broker was heard, as far as boards showed it. */
	heard(): Readonly<Record<string, number>>;
	/** The same visitor, whose boards are looked at. */
	readonly visitor: Visitor;
};

/** A collector that has just come back asks everybody anew, and a machine that does other things as well stalls. */
const settlesMs = 10_000;
const patienceMs = 15_000;

export function seeing(visitor: Visitor): Seen {
	const broken: string[] = [];
	const moments = new Map<string, Set<string>>();
	let livesSinceMs: number | null = null;

	function look(board: Board): void {
		const nowMs = Date.parse(board.at);
		const lives = board.collector.freshness === "fresh";
		livesSinceMs = lives ? (livesSinceMs ?? nowMs) : null;
		for (const { name, heard, freshness } of board.brokers) {
			const known = moments.get(name) ?? new Set();
			moments.set(name, known);
			if (heard === null) continue;
			known.add(heard);
			const isDue =
				livesSinceMs !== null && nowMs - livesSinceMs > settlesMs + patienceMs;
			if (name === names.beside && freshness === "silent" && isDue)
				broken.push(
					`I5: at ${board.at} nothing was heard of ${name} since ${heard}, and nothing was wrong with it`,
				);
		}
	}

	return {
		broken,
		heard: () =>
			Object.fromEntries([...moments].map(([name, of]) => [name, of.size])),
		visitor: {
			...visitor,
			async board(filter = "channel:truth*") {
				const board = await visitor.board(filter);
				look(board);
				return board;
			},
		},
	};
}
