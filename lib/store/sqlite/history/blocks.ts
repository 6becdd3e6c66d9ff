// When was a broker asked within a range? Block by block, the settled ones first, then those still being written.
import { decodeBeats } from "../../history/beat-code.ts";
import type { Beats } from "../../history/cells.ts";
import { bytes, number } from "../cells.ts";
import type { Connection } from "../connection.ts";

export type Block = {
	readonly fromMs: number;
	readonly beats: Beats;
	/** Its readings may still lie tick by tick, and not in chunks. */
	readonly isOpen: boolean;
};

const settledSql = `SELECT from_ms, code FROM past_beats WHERE broker = ?1 AND tier = 0 AND from_ms < ?3
	AND from_ms >= ifnull((SELECT max(from_ms) FROM past_beats WHERE broker = ?1 AND tier = 0 AND from_ms <= ?2), 0)
	ORDER BY from_ms`;
const openSql = `SELECT at_ms, block_ms, heard, every_ms FROM past_tick WHERE broker = ?1 AND block_ms < ?3
	AND at_ms >= ifnull((SELECT block_ms FROM past_tick WHERE broker = ?1 AND at_ms <= ?2 ORDER BY at_ms DESC LIMIT 1), 0)
	ORDER BY at_ms`;

/** Blocks that reach into the range; the first and the last may reach out of it. */
export function blocksIn(
	connection: Connection,
	broker: string,
	fromMs: number,
	toMs: number,
): readonly Block[] {
	const settled = connection
		.all(settledSql, broker, fromMs, toMs)
		.map((cells) => ({
			fromMs: number(cells.from_ms),
			beats: decodeBeats(bytes(cells.code)),
			isOpen: false,
		}));
	const open = openBlocks(connection, broker, fromMs, toMs);
	const all = [...settled, ...open];
	return all
		.map((block, i) => cutAt(block, all[i + 1]?.fromMs ?? Infinity))
		.filter(({ beats }) => (beats.atMs.at(-1) ?? 0) >= fromMs);
}

export function beatsIn(
	connection: Connection,
	broker: string,
	fromMs: number,
	toMs: number,
): Pick<Beats, "atMs" | "heard"> {
	const beats = blocksIn(connection, broker, fromMs, toMs).flatMap(
		({ beats: { atMs, heard } }) =>
			Array.from(atMs, (ms, i) => [ms, heard[i] ?? 0] as const),
	);
	const inside = beats.filter(([ms]) => ms >= fromMs && ms < toMs);
	return {
		atMs: Float64Array.from(inside, ([ms]) => ms),
		heard: Float64Array.from(inside, ([, heard]) => heard),
	};
}

export function openBlocks(
	connection: Connection,
	broker: string,
	fromMs: number,
	toMs: number,
): readonly Block[] {
	const ticks = connection.all(openSql, broker, fromMs, toMs);
	const byBlock = Map.groupBy(ticks, (cells) => number(cells.block_ms));
	return Array.from(byBlock, ([fromMs, its]) => ({
		fromMs,
		beats: {
			atMs: Float64Array.from(its, (cells) => number(cells.at_ms)),
			heard: Float64Array.from(its, (cells) => number(cells.heard)),
			everyMs: Math.max(...its.map((cells) => number(cells.every_ms))),
		},
		isOpen: true,
	}));
}

/** What another clock wrote after the next block began is not told. */
function cutAt(block: Block, nextMs: number): Block {
	const { atMs, heard, everyMs } = block.beats;
	if ((atMs.at(-1) ?? 0) < nextMs) return block;
	const length = atMs.findIndex((ms) => ms >= nextMs);
	const beats = {
		atMs: atMs.slice(0, length),
		heard: heard.slice(0, length),
		everyMs,
	};
	return { ...block, beats };
}

/** How often the broker was asked lately; zero where it never was. */
export function intervalOf(connection: Connection, broker: string): number {
	const tick = connection.one(
		"SELECT every_ms FROM past_tick WHERE broker = ? ORDER BY at_ms DESC LIMIT 1",
		broker,
	);
	if (tick) return number(tick.every_ms);
	const block = connection.one(
		"SELECT code FROM past_beats WHERE broker = ? AND tier = 0 ORDER BY from_ms DESC LIMIT 1",
		broker,
	);
	return block ? decodeBeats(bytes(block.code)).everyMs : 0;
}
