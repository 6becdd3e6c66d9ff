// What did each reading of a subscription say? From its chunks, and from the ticks that are not settled yet.
import {
	type Cells,
	cellsOfReadings,
	endOf,
	unchanged,
} from "../../history/cells.ts";
import { decodeReadings } from "../../history/reading-chunk.ts";
import { shardOf, slotOf, type Turned, turn } from "../../history/shard.ts";
import { bytes, number } from "../cells.ts";
import type { Connection } from "../connection.ts";
import type { Block } from "./blocks.ts";
import { chunksIn, stateBefore } from "./chunks.ts";

type BlockReadings = Turned & { readonly block: Block };

/** A stretch of time, and how everything stood before it. */
export type Part = { readonly before: Float64Array; readonly cells: Cells };

const changesSql =
	"SELECT at_ms, code FROM past_change WHERE shard = ? AND at_ms BETWEEN ? AND ?";

/** Every change of a shard within a block, by tick. */
export function changesIn(
	connection: Connection,
	shard: number,
	{ beats }: Block,
): ReadonlyMap<number, Uint8Array> {
	const [first = 0, last = 0] = [beats.atMs[0], beats.atMs.at(-1)];
	return new Map(
		connection
			.all(changesSql, shard, first, last)
			.map((cells) => [number(cells.at_ms), bytes(cells.code)]),
	);
}

/** What was changed in an open block; undefined where nothing was. */
type OpenOf = (block: Block, before: Float64Array) => Turned | undefined;

/** One after the other, each going on from the one before. */
export function* readingsOf(
	connection: Connection,
	series: number,
	blocks: readonly Block[],
	openOf: OpenOf = openAlone(connection, series),
): Generator<BlockReadings> {
	const [first, last] = [blocks[0], blocks.at(-1)];
	if (!first || !last) return;
	const chunks = chunksIn(connection, series, 0, first.fromMs, last.fromMs + 1);
	let state = stateBefore(connection, series, 0, first.fromMs);
	for (const block of blocks) {
		const code = chunks.get(block.fromMs);
		const tracks = code
			? decodeReadings(code).tracks
			: ((block.isOpen ? openOf(block, state)?.tracks : undefined) ??
				unchanged(state, block.beats.atMs.length));
		yield { block, before: state, tracks };
		state = endOf(tracks, state);
	}
}

function openAlone(connection: Connection, series: number): OpenOf {
	const slot = slotOf(series);
	return (block, before) =>
		turn(block.beats, changesIn(connection, shardOf(series), block), (other) =>
			other === slot ? before : null,
		).get(slot);
}

/** The same as parts of which a coarser history, or an answer, can be made. */
export function* readingParts(
	connection: Connection,
	series: number,
	blocks: readonly Block[],
): Generator<Part> {
	for (const { block, before, tracks } of readingsOf(
		connection,
		series,
		blocks,
	))
		yield { before, cells: cellsOfReadings(block.beats, tracks) };
}
