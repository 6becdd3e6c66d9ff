// How do written ticks become chunks? A shard and a block at a time, each in a short transaction of its own.
import { encodeBeats } from "../../history/beat-code.ts";
import { encodeReadings } from "../../history/reading-chunk.ts";
import { seriesAt, slots, turn } from "../../history/shard.ts";
import { floorTo, spanMs } from "../../history/tiers.ts";
import { number } from "../cells.ts";
import type { Connection } from "../connection.ts";
import { type Block, openBlocks } from "./blocks.ts";
import { putChunk, stateBefore } from "./chunks.ts";
import { changesIn } from "./readings.ts";

/** Yields after each transaction. */
export function* settleAll(
	connection: Connection,
	nowMs: number,
): Generator<void> {
	const brokers = connection.all("SELECT name FROM past_broker");
	for (const { name } of brokers)
		yield* settleBroker(connection, String(name), nowMs);
}

function* settleBroker(
	connection: Connection,
	broker: string,
	nowMs: number,
): Generator<void> {
	const blocks = openBlocks(connection, broker, 0, nowMs);
	for (const [i, block] of blocks.entries()) {
		const isClosed =
			i < blocks.length - 1 ||
			floorTo(block.fromMs, spanMs[1]) + spanMs[1] + graceMs < nowMs;
		if (!isClosed) return;
		for (const { shard } of connection.all(shardsSql, broker)) {
			if (!connection.one(anySql, number(shard), ...edges(block))) continue;
			for (let from = 0; from < slots; from += together) {
				connection.writing(() =>
					settlePart(connection, number(shard), block, from),
				);
				yield;
			}
		}
		connection.writing(() => settleBeats(connection, broker, block));
		yield;
	}
}

/** So many subscriptions in one transaction: more would keep a tick waiting. */
const together = 8;
/** A tick may be written a little later than it was told. */
const graceMs = 60_000;
const shardsSql =
	"SELECT DISTINCT n / 64 AS shard FROM past_series WHERE broker = ?";
const anySql =
	"SELECT 1 FROM past_change WHERE shard = ? AND at_ms BETWEEN ? AND ? LIMIT 1";

const edges = ({ beats }: Block): readonly [number, number] => [
	beats.atMs[0] ?? 0,
	beats.atMs.at(-1) ?? 0,
];

/** The last part lets the written ticks go: whoever dies before it begins with the first part again. */
function settlePart(
	connection: Connection,
	shard: number,
	block: Block,
	from: number,
): void {
	const changes = changesIn(connection, shard, block);
	const turned = turn(block.beats, changes, (slot) =>
		slot >= from && slot < from + together
			? stateBefore(connection, seriesAt(shard, slot), 0, block.fromMs)
			: null,
	);
	for (const [slot, { before, tracks }] of turned) {
		const code = encodeReadings(before, tracks);
		if (code)
			putChunk(connection, seriesAt(shard, slot), 0, block.fromMs, code);
	}
	if (from + together < slots) return;
	connection.run(
		"DELETE FROM past_change WHERE shard = ? AND at_ms BETWEEN ? AND ?",
		shard,
		...edges(block),
	);
}

function settleBeats(connection: Connection, broker: string, block: Block) {
	connection.run(
		"INSERT OR REPLACE INTO past_beats (broker, tier, from_ms, code) VALUES (?, 0, ?, ?)",
		...[broker, block.fromMs, encodeBeats(block.beats)],
	);
	connection.run(
		"DELETE FROM past_tick WHERE broker = ? AND block_ms = ?",
		...[broker, block.fromMs],
	);
}
