// Does the product keep its word while things break? Asks it again and again, as a screen does, and holds what it says against what is true.
import { setTimeout as after } from "node:timers/promises";
import type { Board, Visitor } from "../visitor.ts";
import type { Truth } from "./truth.ts";

export type Witness = {
	/** What was promised and did not hold, each with its moment; empty where all did. */
	readonly broken: readonly string[];
	/** Boards that were read. */
	readonly boards: number;
	/** Values held against the truth. */
	readonly compared: number;
	/** For how long nobody answered, at the longest. */
	readonly silentMs: number;
	/** Rests until the board answers and says this. */
	until(holds: (board: Board) => boolean, withinMs: number): Promise<Board>;
	stop(): Promise<void>;
};

const everyMs = 200;
/** The reading itself, and a machine that does other things as well. */
const readingMs = 1500;

export function watch(visitor: Visitor, truths: readonly Truth[]): Witness {
	const broken: string[] = [];
	let boards = 0;
	let compared = 0;
	let silentMs = 0;
	let answeredMs = performance.now();
	let ending = false;
	const asking = new Set<(board: Board) => void>();

	/** I1: nothing is shown as fresh that is older than two of its intervals. */
	function compare(board: Board): void {
		for (const truth of truths) {
			const shown = freshLag(board, truth);
			if (shown === null) continue;
			compared++;
			const untilMs = truth.untilMs(shown.lag);
			const overMs =
				untilMs === null ? 0 : Date.parse(board.at) - untilMs - readingMs;
			if (overMs > 2 * shown.everyMs)
				broken.push(
					`I1: at ${board.at} ${truth.channel} was shown as fresh with ${shown.lag}, which was no longer so for ${overMs} ms`,
				);
			if (shown.lag > truth.lag() + 1)
				broken.push(
					`at ${board.at} ${truth.channel} was shown with ${shown.lag}, and only ${truth.lag()} were ever sent`,
				);
		}
	}

	const looking = (async () => {
		while (!ending) {
			try {
				const board = await visitor.board();
				silentMs = Math.max(silentMs, performance.now() - answeredMs);
				answeredMs = performance.now();
				boards++;
				compare(board);
				for (const ask of asking) ask(board);
			} catch {
				// Whoever is down says nothing wrong.
			}
			await after(everyMs);
		}
	})();

	return {
		broken,
		get boards() {
			return boards;
		},
		get compared() {
			return compared;
		},
		get silentMs() {
			return Math.max(silentMs, performance.now() - answeredMs);
		},
		until(holds, withinMs) {
			let last: Board | undefined;
			let reason: unknown;
			return new Promise((resolve, reject) => {
				const late = setTimeout(() => {
					asking.delete(look);
					reject(
						new Error(
							`Not within ${withinMs} ms; last: ${JSON.stringify(last)?.slice(0, 2000)}`,
							{ cause: reason },
						),
					);
				}, withinMs);
				function look(board: Board) {
					last = board;
					reason = undefined;
					try {
						if (!holds(board)) return;
					} catch (error) {
						reason = error;
						return;
					}
					clearTimeout(late);
					asking.delete(look);
					resolve(board);
				}
				asking.add(look);
			});
		},
		async stop() {
			ending = true;
			await looking;
		},
	};
}

/** Null where the product does not claim to know it at this moment. */
function freshLag(
	board: Board,
	{ broker, channel, group }: Truth,
): { readonly lag: number; readonly everyMs: number } | null {
	const row = board.rows.find(
		(it) =>
			it.broker === broker && it.channel === channel && it.group === group,
	);
	const chip = board.brokers.find(({ name }) => name === broker);
	const isFresh =
		row?.stale === false &&
		chip?.freshness === "fresh" &&
		board.collector.freshness === "fresh";
	if (!isFresh || row.lag === null) return null;
	return { lag: row.lag.n, everyMs: chip.everyMs };
}
