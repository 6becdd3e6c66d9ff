// How did every subscription of a broker behave lately? For a collector that begins again, a shard at a time.
import type { Past } from "#lib/core/history.ts";
import { endOf } from "../../history/cells.ts";
import { pastOf } from "../../history/past.ts";
import {
	seriesAt,
	shardOf,
	slotOf,
	type Turned,
	turn,
} from "../../history/shard.ts";
import { floorTo, spanMs } from "../../history/tiers.ts";
import type { RebuildAsked } from "../../history-port.ts";
import { number, text } from "../cells.ts";
import type { Connection } from "../connection.ts";
import { type Block, blocksIn, intervalOf } from "./blocks.ts";
import { stateBefore } from "./chunks.ts";
import { changesIn, readingsOf } from "./readings.ts";
import { thinnedOf } from "./thinned.ts";

export async function* rebuild(
	connection: Connection,
	broker: string,
	asked: RebuildAsked,
): AsyncGenerator<Past> {
	const { nowMs, readings, minutes } = asked;
	const everyMs = intervalOf(connection, broker);
	const readingsMs = nowMs - readings * everyMs;
	const earliestMs = Math.min(nowMs - minutes * 60_000, readingsMs);
	const all = connection.all(
		"SELECT n, id, minutes_until FROM past_series WHERE broker = ? AND gone_ms IS NULL",
		broker,
	);
	// Whole minutes do where they are made already: of a day they are a hundred times fewer than readings.
	let fromMs = floorTo(readingsMs, spanMs[1]);
	for (const cells of all)
		fromMs = Math.min(fromMs, number(cells.minutes_until));
	fromMs = Math.max(fromMs, earliestMs);
	const blocks = blocksIn(connection, broker, fromMs, nowMs + 1);
	if (blocks.length === 0) return;
	const byShard = Map.groupBy(all, ({ n }) => shardOf(number(n)));
	for (const [shard, those] of byShard) {
		const opened = openIn(connection, shard, blocks);
		for (const { n, id } of those) {
			const slot = slotOf(number(n));
			const parts = readingsOf(connection, number(n), blocks, (block) =>
				opened.get(block.fromMs)?.get(slot),
			);
			const series = { n: number(n), broker };
			const earlier =
				earliestMs < fromMs
					? thinnedOf(connection, series, 1, earliestMs, fromMs)
					: [];
			const past = pastOf(text(id), earlier, parts, asked);
			if (past) yield past;
		}
		// Other brokers' ticks are due as well.
		await new Promise((next) => setImmediate(next));
	}
}

type Opened = ReadonlyMap<number, ReadonlyMap<number, Turned>>;

/** What lies tick by tick is read once for all of a shard. */
function openIn(
	connection: Connection,
	shard: number,
	blocks: readonly Block[],
): Opened {
	const opened = new Map<number, ReadonlyMap<number, Turned>>();
	const ends = new Map<number, Float64Array>();
	for (const block of blocks) {
		if (!block.isOpen) continue;
		const before = (slot: number) =>
			ends.get(slot) ??
			stateBefore(connection, seriesAt(shard, slot), 0, block.fromMs);
		const turned = turn(
			block.beats,
			changesIn(connection, shard, block),
			before,
		);
		for (const [slot, it] of turned)
			ends.set(slot, endOf(it.tracks, it.before));
		opened.set(block.fromMs, turned);
	}
	return opened;
}
