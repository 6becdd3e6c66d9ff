// What does a tick add to history? One row, and one for each shard in which something changed.
import type { GoneMark } from "#lib/core/gone.ts";
import type { HistoryTick, Sample } from "#lib/core/history.ts";
import { ByteWriter } from "../../history/bytes.ts";
import { putChange } from "../../history/change-code.ts";
import { column, fillSample, fillSilence } from "../../history/columns.ts";
import { shardOf, slotOf } from "../../history/shard.ts";
import { beginsBlock, floorTo, spanMs } from "../../history/tiers.ts";
import { number } from "../cells.ts";
import type { Connection } from "../connection.ts";
import { beginSeries, markGone, type Series, seriesOf } from "./series.ts";
import { isMuchAhead, setBack } from "./set-back.ts";

export type HistoryWriter = {
	/** Inside a transaction of the caller's. */
	put(tick: HistoryTick): void;
	/** Off the board since then: it is remembered for the longest age from there. */
	gone(mark: GoneMark): void;
	/** What was put was not kept: nothing is known of what is in the file. */
	forget(): void;
};

type Known = {
	readonly series: Map<string, Series>;
	ticks: number;
	lastMs: number;
	block: { fromMs: number; count: number } | null;
	/** For how long the clock has been behind. */
	doubtedMs: number;
};

const setBackMs = 30_000;
/** Where hours would go nothing is written for so long: somebody may put the clock right. */
const believedAfterMs = 3_600_000;

export function historyWriter(connection: Connection): HistoryWriter {
	const brokers = new Map<string, Known>();
	const shards = new Map<number, ByteWriter>();
	// Two states for each series: the one that stands, and the one the next tick is written into.
	let spare: Float64Array | null = null;

	function knownOf(broker: string, atMs: number): Known {
		const known = brokers.get(broker);
		if (known) return known;
		const fresh = load(connection, broker, atMs);
		brokers.set(broker, fresh);
		return fresh;
	}

	function keep(it: Series, fill: (into: Float64Array) => void): void {
		const after = spare ?? new Float64Array(it.state.length);
		fill(after);
		const shard = shardOf(it.n);
		let writer = shards.get(shard);
		if (!writer) {
			writer = new ByteWriter();
			shards.set(shard, writer);
		}
		putChange(writer, slotOf(it.n), it.state, after);
		spare = it.state;
		it.state = after;
	}

	function take(known: Known, sample: Sample, { broker, atMs }: HistoryTick) {
		let it = known.series.get(sample.id);
		if (!it) {
			it = beginSeries(connection, broker, sample, atMs);
			known.series.set(sample.id, it);
		}
		if (it.isGone) markGone(connection, sample.id, null);
		it.isGone = false;
		it.tick = known.ticks;
		const { state } = it;
		keep(it, (into) => fillSample(into, sample, atMs, state));
	}

	function flush(atMs: number): void {
		const sql = "INSERT INTO past_change (shard, at_ms, code) VALUES (?, ?, ?)";
		for (const [shard, writer] of shards)
			if (writer.size > 0) connection.run(sql, shard, atMs, writer.take());
	}

	return {
		put(tick) {
			const { broker, atMs } = tick;
			let known = knownOf(broker, atMs);
			// A little older was overtaken. Much older: the clock was set back, and what it wrote ahead of now is in doubt.
			if (atMs <= known.lastMs) {
				if (known.lastMs - atMs < setBackMs) return;
				known.doubtedMs += tick.everyMs;
				const isDoubted = known.doubtedMs < believedAfterMs;
				if (isDoubted && isMuchAhead(connection, broker, atMs)) return;
				setBack(connection, broker, atMs);
				brokers.delete(broker);
				known = knownOf(broker, atMs);
			}
			beat(connection, tick, known);
			known.ticks++;
			for (const sample of tick.samples) take(known, sample, tick);
			for (const silence of tick.silent) {
				const it = known.series.get(silence.id);
				if (it) keep(it, (into) => fillSilence(into, silence, it.state));
			}
			if (tick.heard)
				for (const it of known.series.values())
					if (it.tick !== known.ticks && it.state[column.asked] !== 0)
						keep(it, (into) => fillSilence(into, null, it.state));
			flush(atMs);
		},
		gone({ id, atMs }) {
			markGone(connection, id, atMs);
			for (const { series } of brokers.values()) {
				const it = series.get(id);
				if (it) it.isGone = true;
			}
		},
		forget() {
			brokers.clear();
			shards.clear();
			spare = null;
		},
	};
}

function load(connection: Connection, broker: string, atMs: number): Known {
	const until = ([1, 2, 3] as const).map((it) => floorTo(atMs, spanMs[it]));
	connection.run(
		"INSERT INTO past_broker VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
		broker,
		...until,
	);
	const last = connection.one(
		"SELECT at_ms, block_ms FROM past_tick WHERE broker = ? ORDER BY at_ms DESC LIMIT 1",
		broker,
	);
	const series = seriesOf(connection, broker);
	const ticks = 0;
	if (!last) {
		const lastMs = settledMs(connection, broker);
		return { series, ticks, lastMs, block: null, doubtedMs: 0 };
	}
	const fromMs = number(last.block_ms);
	const count = connection.one(
		"SELECT count(*) AS count FROM past_tick WHERE broker = ? AND at_ms >= ?",
		broker,
		fromMs,
	);
	const block = { fromMs, count: number(count?.count) };
	const lastMs = number(last.at_ms);
	return { series, ticks, lastMs, block, doubtedMs: 0 };
}

/** Where every tick is already settled, the last block says from when they were. */
function settledMs(connection: Connection, broker: string): number {
	const sql =
		"SELECT max(from_ms) AS ms FROM past_beats WHERE broker = ? AND tier = 0";
	return Number(connection.one(sql, broker)?.ms ?? 0);
}

function beat(connection: Connection, tick: HistoryTick, known: Known): void {
	const { broker, atMs, everyMs, heard } = tick;
	if (known.block === null || beginsBlock(atMs, known.block))
		known.block = { fromMs: atMs, count: 0 };
	known.block.count++;
	known.lastMs = atMs;
	known.doubtedMs = 0;
	connection.run(
		"INSERT INTO past_tick (broker, at_ms, block_ms, heard, every_ms) VALUES (?, ?, ?, ?, ?)",
		broker,
		atMs,
		known.block.fromMs,
		heard ? 1 : 0,
		Math.round(everyMs),
	);
}
