// What is to be done next so that history stays small? One short step at a time, and it may die between any two.
import type { Keep } from "#lib/core/history.ts";
import { tiers } from "../../history/tiers.ts";
import { number, numberOrNull, text } from "../cells.ts";
import type { Connection } from "../connection.ts";
import { forgetBeats, forgetOld, forgetSeries } from "./forget.ts";
import { rollBeats, rollSeries } from "./roll.ts";
import { settleAll } from "./settle.ts";
import { type Rolled, untilsIn, untilsOf } from "./untils.ts";

/** A step ends with the first piece of work after this: what waits for the file is a tick. */
const stepForMs = 4;

/** Answers false when nothing is left to do for now; what it has begun goes on with the next call. */
export function thinner(
	connection: Connection,
): (nowMs: number, keep: Keep) => boolean {
	/** Up to where every series of a broker was last made; after a start nobody knows. */
	const walked = new Map<string, string>();
	let pass: Generator<void> | null = null;
	return (nowMs, keep) => {
		pass ??= steps(connection, nowMs, keep, walked);
		try {
			if (!pass.next().done) return true;
		} catch (error) {
			pass = null;
			throw error;
		}
		pass = null;
		return false;
	};
}

function* steps(
	connection: Connection,
	nowMs: number,
	keep: Keep,
	walked: Map<string, string>,
): Generator<void> {
	yield* settleAll(connection, nowMs);
	for (const { name } of connection.all("SELECT name FROM past_broker")) {
		const broker = text(name);
		yield* until(connection, () =>
			tiers.some((tier) => rollBeats(connection, broker, tier, nowMs)),
		);
		const untils = untilsOf(connection, broker);
		const key = JSON.stringify(untils);
		if (walked.get(broker) === key) continue;
		yield* walk(connection, broker, (series) =>
			tiers.some((tier) => rollSeries(connection, series, tier, untils[tier])),
		);
		// In this order: what is coarser is made from readings, and these are found by when their broker was asked.
		yield* until(connection, () =>
			forgetBeats(connection, broker, keep, nowMs),
		);
		yield* walk(connection, broker, (series) =>
			forget(connection, series, keep, nowMs),
		);
		walked.set(broker, key);
	}
}

function* until(connection: Connection, work: () => boolean): Generator<void> {
	while (connection.writing(work)) yield;
}

/** As much work as fits into a step, then the next: one series until it has none left. */
function* walk(
	connection: Connection,
	broker: string,
	work: (series: Aged) => boolean,
): Generator<void> {
	let after = -1;
	let isAtEnd = false;
	while (!isAtEnd) {
		const startMs = performance.now();
		connection.writing(() => {
			while (performance.now() - startMs < stepForMs && !isAtEnd) {
				const series = seriesAfter(connection, broker, after);
				if (series === null) isAtEnd = true;
				else if (!work(series)) after = series.n;
			}
		});
		yield;
	}
}

type Aged = Rolled & { readonly goneMs: number | null };

function seriesAfter(
	connection: Connection,
	broker: string,
	after: number,
): Aged | null {
	const sql =
		"SELECT * FROM past_series WHERE broker = ? AND n > ? ORDER BY n LIMIT 1";
	const row = connection.one(sql, broker, after);
	if (row === null) return null;
	return {
		...{ n: number(row.n), broker, ...untilsIn(row) },
		goneMs: numberOrNull(row.gone_ms),
	};
}

/** One piece of work for it; false when there was none. */
function forget(
	connection: Connection,
	series: Aged,
	keep: Keep,
	nowMs: number,
): boolean {
	const { goneMs, n } = series;
	return goneMs !== null && goneMs < nowMs - keep.hoursMs
		? forgetSeries(connection, n)
		: forgetOld(connection, series, keep, nowMs);
}
