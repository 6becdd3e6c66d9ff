// Under which number is a subscription remembered? Its own for as long as anything is remembered of it.
import type { Remembered, Sample } from "#lib/core/history.ts";
import { blankState } from "../../history/columns.ts";
import { seriesAt, shardOf } from "../../history/shard.ts";
import { floorTo, spanMs } from "../../history/tiers.ts";
import { json, number, numberOrNull, text, textOrNull } from "../cells.ts";
import type { Cells, Connection } from "../connection.ts";
import { sought } from "../rows.ts";

export type Series = {
	readonly n: number;
	/** How it stood in the last tick that was written. */
	state: Float64Array;
	isGone: boolean;
	/** The tick it was last heard in, counted since the start. */
	tick: number;
};

export function seriesOf(
	connection: Connection,
	broker: string,
): Map<string, Series> {
	const sql = "SELECT n, id, gone_ms FROM past_series WHERE broker = ?";
	return new Map(
		connection.all(sql, broker).map((cells) => [
			text(cells.id),
			// What was last written is not asked for: a first tick says everything once more.
			{
				n: number(cells.n),
				state: new Float64Array(blankState().length).fill(-1),
				isGone: cells.gone_ms !== null,
				tick: 0,
			},
		]),
	);
}

const put = `INSERT INTO past_series
	(n, id, broker, kind, channel, reader, sought, first_ms, minutes_until, tens_until, hours_until)
	VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;

export function beginSeries(
	connection: Connection,
	broker: string,
	it: Sample,
	atMs: number,
): Series {
	const n = freeNumber(connection, broker);
	const names = sought(`${it.channel}\n${it.group ?? ""}`);
	const until = [1, 2, 3] as const;
	connection.run(
		put,
		n,
		it.id,
		broker,
		it.kind,
		it.channel,
		it.group,
		names,
		atMs,
		...until.map((tier) => floorTo(atMs, spanMs[tier])),
	);
	return { n, state: blankState(), isGone: false, tick: 0 };
}

/** The next in the broker's last shard, or the first of a new one: no shard is shared by brokers. */
function freeNumber(connection: Connection, broker: string): number {
	const last = numberOrNull(
		connection.one(
			"SELECT max(n) AS n FROM past_series WHERE broker = ?",
			broker,
		)?.n,
	);
	if (last !== null && shardOf(last + 1) === shardOf(last)) return last + 1;
	const all = numberOrNull(
		connection.one("SELECT max(n) AS n FROM past_series")?.n,
	);
	return all === null ? 0 : seriesAt(shardOf(all) + 1, 0);
}

/** Null when it is back. */
export function markGone(
	connection: Connection,
	id: string,
	ms: number | null,
): void {
	connection.run("UPDATE past_series SET gone_ms = ? WHERE id = ?", ms, id);
}

/** Of brokers that are no longer configured everything went when they were last asked. */
export function leave(connection: Connection, kept: readonly string[]): void {
	connection.run(
		`UPDATE past_series SET gone_ms = max(first_ms,
			ifnull((SELECT max(at_ms) FROM past_tick WHERE past_tick.broker = past_series.broker), 0),
			ifnull((SELECT max(from_ms) FROM past_beats WHERE past_beats.broker = past_series.broker), 0))
		WHERE gone_ms IS NULL AND broker NOT IN (SELECT value FROM json_each(?))`,
		json(kept),
	);
}

export const remembered = (cells: Cells): Remembered => ({
	id: text(cells.id),
	broker: text(cells.broker),
	kind: text(cells.kind),
	channel: text(cells.channel),
	group: textOrNull(cells.reader),
	firstMs: number(cells.first_ms),
	goneMs: numberOrNull(cells.gone_ms),
});
