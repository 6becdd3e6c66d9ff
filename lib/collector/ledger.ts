// What does the collector remember of one broker, and what does a tick change on the board?
import { unheard } from "#lib/core/assess.ts";
import type { BrokerFact, Row } from "#lib/core/board.ts";
import { type KnownBystanders, noBystanders } from "#lib/core/bystander.ts";
import { freshnessOf } from "#lib/core/freshness.ts";
import type { GoneMark, GoneWhy } from "#lib/core/gone.ts";
import type { Sample } from "#lib/core/history.ts";
import type { Snapshot } from "#lib/core/reading.ts";
import { recalling } from "#lib/core/recalling.ts";
import type { Trouble } from "#lib/core/trouble.ts";
import { newWindow, type Window } from "#lib/core/window/window.ts";
import type { TickWrite } from "#lib/store/store.ts";
import { besideOf } from "./beside.ts";
import { dateAnew, factDatedAnew } from "./dated-anew.ts";
import { factAfter, factAtFirst, type Named } from "./fact-of.ts";
import { fade, partSilent } from "./fade.ts";
import type { Tide } from "./high-water.ts";
import { historyOf, sampleOf } from "./history-of.ts";
import { type Known, nextRow } from "./row-of.ts";
import { isToldTooLate } from "./told-again.ts";

type Tracked = Known & {
	window: Window;
	row: Row;
	highWater: number | null;
	missed: number;
	/** Why it is missing, once the broker's system said so. */
	why: GoneWhy | null;
};

export type Ledger = {
	/** What is known before anything was heard: that this broker is configured. */
	readonly begin: TickWrite;
	/** The broker answered, whole or in part. */
	heard(snapshot: Snapshot, nowMs: number): TickWrite;
	/** The tick failed: nothing new is known of any row. */
	failed(trouble: Trouble, nowMs: number): TickWrite;
	/** The clock was set by so much: all that is remembered is dated by the new one, and told with the next tick. */
	clockSet(byMs: number): void;
	/** What is known of the broker, and every row, as it is now. */
	fact(): BrokerFact;
	rows(): Iterable<Row>;
	/** Every row there is, also one that comes while they are walked. What is told is written with its next reading. */
	tides(): Iterable<Tide>;
};

/** `rows` are those of an earlier run: they show what was known until the broker is heard again. `windows` go by id. */
export function ledgerOf(
	broker: Named,
	rows: readonly Row[],
	earlier: BrokerFact | null,
	bystanders: KnownBystanders = noBystanders,
	windows: ReadonlyMap<string, Window> = new Map(),
): Ledger {
	// Under a name that now stands for another broker, nothing was heard yet.
	const isSame =
		earlier?.system === broker.system && earlier.address === broker.address;
	const before = isSame ? earlier : null;
	const beside = besideOf(isSame ? bystanders : noBystanders);
	const tracked = new Map<string, Tracked>();
	for (const row of rows) {
		if (row.system !== broker.system) continue;
		const known = isSame ? windows.get(row.id) : undefined;
		tracked.set(keyOf(row), {
			window: recalling(known ?? newWindow(), (row.stood ?? row).reason),
			...{ row, highWater: row.highWater, missed: 0, why: null },
		});
	}
	let fact = factAtFirst(broker, before, tracked.size);

	let isDatedAnew = false;
	function clockSet(byMs: number): void {
		dateAnew(tracked.values(), byMs);
		fact = factDatedAnew(fact, byMs);
		isDatedAnew = true;
	}

	/** Every row where all of them are dated anew. */
	function toldOf(changed: readonly Row[]): readonly Row[] {
		const rows = isDatedAnew ? [...everyRow()] : changed;
		isDatedAnew = false;
		return rows;
	}

	function heard(snapshot: Snapshot, nowMs: number): TickWrite {
		const changed: Row[] = [];
		const samples: Sample[] = [];
		const seen = new Set<string>();
		let readMs = nowMs;
		for (const reading of snapshot.readings) {
			const key = keyOf(reading);
			seen.add(key);
			const known = tracked.get(key);
			const isLate = known && isToldTooLate(reading, known.row, broker, nowMs);
			if (known && (reading.trouble || isLate)) {
				Object.assign(known, { missed: 0, why: null });
				const why = partSilent(reading.trouble ?? undefined, known.row);
				fade(known, why, changed);
				continue;
			}
			readMs = Math.min(readMs, reading.atMs);
			const window = known?.window ?? newWindow();
			const { row, isSame } = nextRow(broker, reading, window, known, nowMs);
			if (!isSame) changed.push(row);
			samples.push(sampleOf(row, reading, window));
			const { highWater } = row;
			tracked.set(key, { window, row, highWater, missed: 0, why: null });
		}
		for (const { why, ...it } of snapshot.gone) {
			const known = tracked.get(keyOf(it));
			if (known) known.why = why;
		}
		const gone = absent(snapshot, seen, changed, nowMs);
		const news = beside.heard(snapshot);
		fact = factAfter(fact, snapshot, { nowMs, readMs }, tracked.size);
		const atMs = snapshot.readings[0]?.atMs ?? nowMs;
		const asked = { atMs, heard: true, samples };
		const history = [historyOf(broker, asked, changed)];
		const told = { broker: fact, rows: toldOf(changed), gone, history };
		return news === null ? told : { ...told, bystanders: news };
	}

	/** Gone only when two complete answers running did not name it; from an incomplete one it was merely not heard. */
	function absent(
		snapshot: Snapshot,
		seen: ReadonlySet<string>,
		changed: Row[],
		nowMs: number,
	): GoneMark[] {
		const gone: GoneMark[] = [];
		for (const [key, known] of tracked) {
			if (seen.has(key)) continue;
			if (!snapshot.complete) {
				fade(known, partSilent(snapshot.troubles[0], known.row), changed);
				continue;
			}
			known.missed++;
			if (known.missed < 2) continue;
			tracked.delete(key);
			gone.push({ id: known.row.id, why: known.why, atMs: nowMs });
		}
		return gone;
	}

	function failed(trouble: Trouble, nowMs: number): TickWrite {
		fact = { ...fact, triedMs: nowMs, trouble, parts: [] };
		const changed: Row[] = [];
		if (freshnessOf(fact.heardMs, broker.everyMs, nowMs) !== "fresh") {
			const { reason } = unheard(fact.heardMs);
			for (const known of tracked.values()) fade(known, reason, changed);
		}
		const asked = { atMs: nowMs, heard: false, samples: [] };
		const history = [historyOf(broker, asked, changed)];
		return { broker: fact, rows: toldOf(changed), gone: [], history };
	}

	function* everyRow(): Generator<Row> {
		for (const { row } of tracked.values()) yield row;
	}

	function* tides(): Generator<Tide> {
		for (const [key, { row }] of tracked) {
			const stood = (highWater: number | null) => {
				const known = tracked.get(key);
				if (known) known.highWater = highWater;
			};
			yield { id: row.id, stood };
		}
	}

	const gone = rows
		.filter((row) => row.system !== broker.system)
		.map(({ id, atMs }) => ({ id, why: null, atMs }));
	const begin = { broker: fact, rows: [], gone };
	return {
		begin: isSame ? begin : { ...begin, bystanders: noBystanders },
		...{ heard, failed, clockSet, tides, fact: () => fact, rows: everyRow },
	};
}

function keyOf(it: Pick<Row, "kind" | "channel" | "group">): string {
	return JSON.stringify([it.kind, it.channel, it.group]);
}
