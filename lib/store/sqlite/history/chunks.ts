// Where does a chunk lie, and how did a series stand before a moment? The primary key finds both.

import { decodeCells } from "../../history/cell-chunk.ts";
import { endOf } from "../../history/cells.ts";
import {
	blankState,
	columnCount,
	thinnedCount,
} from "../../history/columns.ts";
import { decodeReadings } from "../../history/reading-chunk.ts";
import type { Tier } from "../../history/tiers.ts";
import { bytes, number } from "../cells.ts";
import type { Connection } from "../connection.ts";

export type AnyTier = 0 | Tier;

const within = `SELECT from_ms, code FROM past_chunk
	WHERE series = ? AND tier = ? AND from_ms >= ? AND from_ms < ? ORDER BY from_ms`;

export function chunksIn(
	connection: Connection,
	series: number,
	tier: AnyTier,
	fromMs: number,
	toMs: number,
): ReadonlyMap<number, Uint8Array> {
	return new Map(
		connection
			.all(within, series, tier, fromMs, toMs)
			.map((cells) => [number(cells.from_ms), bytes(cells.code)]),
	);
}

const earlier = `SELECT code FROM past_chunk WHERE series = ? AND tier = ? AND from_ms < ?
	ORDER BY from_ms DESC LIMIT 1`;
const later = `SELECT code FROM past_chunk WHERE series = ? AND tier = ? AND from_ms >= ?
	ORDER BY from_ms LIMIT 1`;

/** As the chunk before ended, or as the next one says it began: what changed nothing left no chunk. */
export function stateBefore(
	connection: Connection,
	series: number,
	tier: AnyTier,
	atMs: number,
): Float64Array {
	const before = connection.one(earlier, series, tier, atMs);
	if (before) return chunkEnd(tier, bytes(before.code));
	const after = connection.one(later, series, tier, atMs);
	if (after) return chunkBegin(tier, bytes(after.code));
	return blankState().slice(0, tier === 0 ? columnCount : thinnedCount);
}

function chunkEnd(tier: AnyTier, code: Uint8Array): Float64Array {
	if (tier === 0) {
		const { tracks, bases } = decodeReadings(code);
		return endOf(tracks, bases);
	}
	const { last, before } = decodeCells(code);
	return endOf(last, before);
}

const chunkBegin = (tier: AnyTier, code: Uint8Array): Float64Array =>
	tier === 0 ? decodeReadings(code).bases : decodeCells(code).before;

export function putChunk(
	connection: Connection,
	series: number,
	tier: AnyTier,
	fromMs: number,
	code: Uint8Array,
): void {
	connection.run(
		"INSERT OR REPLACE INTO past_chunk (series, tier, from_ms, code) VALUES (?, ?, ?, ?)",
		...[series, tier, fromMs, code],
	);
}
