// Somebody sets the clock. Is anybody called ill for it, and is it still told how long ago things were?
import { expect, test } from "vitest";
import { exactly } from "#lib/core/amount.ts";
import type { Row } from "#lib/core/board.ts";
import { noBystanders } from "#lib/core/bystander.ts";
import { nothingKnown, type Reading } from "#lib/core/reading.ts";
import { trouble } from "#lib/core/trouble.ts";
import { ledgerOf } from "./ledger.ts";

const startMs = Date.UTC(2026, 0, 1);
const everyMs = 5_000;
const hourMs = 3_600_000;
const broker = {
	...{ name: "orders", system: "log", everyMs },
	address: "log://127.0.0.1:1",
};
const steps = [
	["two hours ahead", 2 * hourMs],
	["an hour back", -hourMs],
	["a minute back", -60_000],
	["ten years back", -10 * 365 * 24 * hourMs],
] as const;

const members = (registered: number) => ({
	...{ registered, live: exactly(registered) },
	...{ dead: 0, stuck: 0, unknown: 0 },
});

/** One that reads every four minutes all that came, one whose readers are gone, and one that nobody heard of again. */
function readingsAt(tick: number, atMs: number): Reading[] {
	const read = 48 * Math.floor(tick / 48);
	const one = (group: string, departed: number, registered: number) => ({
		...{ ...nothingKnown, kind: "topic", channel: "orders", group, atMs },
		...{ lag: exactly(tick - departed), arrived: tick, departed },
		...{ counted: 1, lost: 0, members: members(registered) },
	});
	return [one("batch", read, 2), one("left", 0, 0)];
}

/** Tells it tick by tick, set by so much after `setAt`; the rows as they stand after each. */
function told(ticks: number, setAt: number, byMs: number) {
	const ledger = ledgerOf(broker, [], null);
	const verdicts: string[] = [];
	const rows = new Map<string, Row>();
	const written: number[] = [];
	let nowMs = startMs;
	for (let tick = 0; tick < ticks; tick++) {
		if (tick === setAt) {
			nowMs += byMs;
			ledger.clockSet(byMs);
		}
		const { rows: changed } = ledger.heard(
			{
				...{ readings: readingsAt(tick, nowMs), complete: true, gone: [] },
				...{ troubles: [], version: "1", bystanders: noBystanders },
				...{ ownShare: null, connections: null, standing: [] },
			},
			nowMs,
		);
		for (const row of changed) rows.set(row.group ?? "", row);
		verdicts.push(rows.get("batch")?.verdict ?? "");
		written.push(changed.length);
		nowMs += everyMs;
	}
	return { ledger, rows, verdicts, written, nowMs };
}

test.each(steps)(
	"%s: who reads every four minutes is called the same as if nobody had touched it",
	(_, byMs) => {
		const calm = told(400, 100, 0);
		const set = told(400, 100, byMs);
		expect(set.verdicts).toEqual(calm.verdicts);
		expect(set.verdicts).not.toContain("stalled");
	},
);

test.each(steps)(
	"%s: for how long nobody is there stays the same",
	(_, byMs) => {
		const forSeconds = (it: ReturnType<typeof told>) =>
			it.rows.get("left")?.reason.values.forSeconds;
		const sinceAgoMs = (it: ReturnType<typeof told>) =>
			it.nowMs - (it.rows.get("left")?.sinceMs ?? 0);
		const [calm, set] = [told(200, 100, 0), told(200, 100, byMs)];
		expect(forSeconds(calm)).toBe(199 * 5);
		expect(forSeconds(set)).toBe(forSeconds(calm));
		expect(sinceAgoMs(set)).toBe(sinceAgoMs(calm));
	},
);

test.each(steps)(
	"%s: every row is written once with its new times",
	(_, byMs) => {
		const { written } = told(102, 100, byMs);
		expect(written.slice(100)).toEqual([2, 2]);
	},
);

test.each(steps)(
	"%s while a broker is silent: since when stays as long ago",
	(_, byMs) => {
		const { ledger, nowMs } = told(10, 100, 0);
		const laterMs = nowMs + 60_000;
		const [before] = ledger.failed(trouble("no answer"), laterMs).rows;
		ledger.clockSet(byMs);
		const { rows, broker: fact } = ledger.failed(
			trouble("no answer"),
			laterMs + byMs,
		);
		expect(rows).toHaveLength(2);
		const [row] = rows;
		expect(row?.reason.values.sinceMs).toBe(
			Number(before?.reason.values.sinceMs) + byMs,
		);
		expect(row?.atMs).toBe((before?.atMs ?? 0) + byMs);
		expect(row?.stood?.sinceMs).toBe((before?.stood?.sinceMs ?? 0) + byMs);
		expect(fact.heardMs).toBe(nowMs - everyMs + byMs);
		expect(fact.readMs).toBe(nowMs - everyMs + byMs);
	},
);
