// What did a subscription do in a stretch of thinned history? Portion by portion, with how often its broker was heard.
import { decodeCounts } from "../../history/beat-code.ts";
import { decodeCells, thinnedUnchanged } from "../../history/cell-chunk.ts";
import { type Cells, endOf } from "../../history/cells.ts";
import { thinnedCount } from "../../history/columns.ts";
import {
	cellsIn,
	floorTo,
	spanMs,
	startsIn,
	stepMs,
	type Tier,
} from "../../history/tiers.ts";
import { everything, type Wanted } from "../../history/wanted.ts";
import { bytes, number } from "../cells.ts";
import type { Connection } from "../connection.ts";
import { chunksIn, stateBefore } from "./chunks.ts";
import type { Part } from "./readings.ts";

const countsSql = `SELECT from_ms, code FROM past_beats
	WHERE broker = ? AND tier = ? AND from_ms >= ? AND from_ms < ?`;

/** Every portion that reaches into the range, the quiet ones as well. */
export function* thinnedOf(
	connection: Connection,
	{ n, broker }: { readonly n: number; readonly broker: string },
	tier: Tier,
	fromMs: number,
	toMs: number,
	wanted: Wanted = everything,
): Generator<Part> {
	const span = spanMs[tier];
	const firstMs = floorTo(fromMs, span);
	const chunks = chunksIn(connection, n, tier, firstMs, toMs);
	const counts = new Map(
		connection
			.all(countsSql, broker, tier, firstMs, toMs)
			.map((cells) => [number(cells.from_ms), bytes(cells.code)]),
	);
	let state = stateBefore(connection, n, tier, firstMs);
	for (let ms = firstMs; ms < toMs; ms += span) {
		const code = chunks.get(ms);
		const count = counts.get(ms);
		const thinned = code
			? decodeCells(code, wanted)
			: thinnedUnchanged(state.slice(0, thinnedCount), cellsIn(tier), wanted);
		const readings = count
			? decodeCounts(count)
			: new Float64Array(thinned.length);
		yield { before: state, cells: placed(thinned, readings, tier, ms) };
		state = endOf(thinned.last, state);
	}
}

function placed(
	thinned: Omit<Cells, "atMs" | "seconds" | "middles" | "readings">,
	readings: Float64Array,
	tier: Tier,
	fromMs: number,
): Cells {
	const step = stepMs[tier];
	const atMs = startsIn(tier, fromMs);
	return {
		...thinned,
		...{ atMs, readings },
		seconds: atMs.map((ms) => Math.round((ms + step) / 1000)),
		middles: atMs.map((ms) => Math.round((ms + step / 2) / 1000)),
	};
}
