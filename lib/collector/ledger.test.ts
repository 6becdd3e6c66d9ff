// Does the board say what was heard, what was not, and what is gone?
import { describe, expect, test } from "vitest";
import { exactly } from "#lib/core/amount.ts";
import type { Row } from "#lib/core/board.ts";
import { noBystanders } from "#lib/core/bystander.ts";
import {
	nothingKnown,
	type Reading,
	type Snapshot,
} from "#lib/core/reading.ts";
import { trouble } from "#lib/core/trouble.ts";
import { rowOnWire } from "#lib/wire/on-wire.ts";
import { ledgerOf } from "./ledger.ts";

const startMs = Date.UTC(2026, 0, 1);
const everyMs = 5000;
const broker = {
	name: "orders",
	system: "log",
	address: "log://127.0.0.1:1",
	everyMs,
};

function reading(
	group: string,
	atMs: number,
	change: Partial<Reading> = {},
): Reading {
	return {
		...nothingKnown,
		kind: "topic",
		channel: "orders",
		group,
		atMs,
		lag: exactly(0),
		arrived: 10,
		departed: 10,
		counted: 1,
		lost: 0,
		...change,
	};
}

function snapshot(
	readings: Reading[],
	change: Partial<Snapshot> = {},
): Snapshot {
	return {
		readings,
		complete: true,
		gone: [],
		troubles: [],
		version: "4.3.1",
		bystanders: noBystanders,
		ownShare: null,
		connections: null,
		standing: [],
		...change,
	};
}

const groups = (names: string[], atMs: number) =>
	snapshot(names.map((name) => reading(name, atMs)));

describe("the ledger of a broker", () => {
	test("a calm tick writes no row again", () => {
		const ledger = ledgerOf(broker, [], null);
		expect(
			ledger.heard(groups(["a", "b"], startMs), startMs).rows,
		).toHaveLength(2);
		ledger.heard(groups(["a", "b"], startMs + everyMs), startMs + everyMs);
		const third = ledger.heard(
			groups(["a", "b"], startMs + 2 * everyMs),
			startMs + 2 * everyMs,
		);
		expect(third.rows).toEqual([]);
		expect(third.broker.heardMs).toBe(startMs + 2 * everyMs);
	});

	test("how high a lag stood is written with its next reading, once, and kept by a collector that begins again", () => {
		const ledger = ledgerOf(broker, [], null);
		const at = (tick: number) => startMs + tick * everyMs;
		const tick = (n: number) => ledger.heard(groups(["a", "b"], at(n)), at(n));
		const [a] = tick(0).rows;
		expect(a?.highWater).toBeNull();
		for (const n of [1, 2]) tick(n);
		for (const tide of ledger.tides()) if (tide.id === a?.id) tide.stood(70);
		const { rows, broker: fact } = tick(3);
		expect(rows).toHaveLength(1);
		expect(rows[0]).toMatchObject({ id: a?.id, highWater: 70 });
		expect(tick(4).rows).toEqual([]);
		const again = ledgerOf(broker, rows, fact);
		const [first] = again.heard(groups(["a"], at(9)), at(9)).rows;
		expect(first?.highWater).toBe(70);
	});

	test("rows may come, change and go while they are asked about", () => {
		const ledger = ledgerOf(broker, [], null);
		const named: string[] = [];
		ledger.heard(groups(["a", "b"], startMs), startMs);
		for (const { id, stood } of ledger.tides()) {
			named.push(id);
			const nowMs = startMs + named.length * everyMs;
			ledger.heard(groups(["b", "c"], nowMs), nowMs);
			stood(named.length);
		}
		const lateMs = startMs + 9 * everyMs;
		const told = ledger.heard(groups(["b", "c"], lateMs), lateMs).rows;
		expect(new Set(named).size).toBe(3);
		expect(named).toHaveLength(3);
		expect(told.find(({ group }) => group === "c")?.highWater).toBe(3);
	});

	test("a subscription is gone only when two complete answers running did not name it", () => {
		const ledger = ledgerOf(broker, [], null);
		const [a, b] = ledger.heard(groups(["a", "b"], startMs), startMs).rows;
		const first = ledger.heard(groups(["a"], startMs + 1), startMs + 1);
		expect(first.gone).toEqual([]);
		const second = ledger.heard(groups(["a"], startMs + 2), startMs + 2);
		expect(second.gone).toEqual([{ id: b?.id, why: null, atMs: startMs + 2 }]);
		expect(second.broker.subscriptions).toBe(1);
		expect(a?.group).toBe("a");
	});

	test("why a subscription went is handed on, unless it came back in between", () => {
		const ledger = ledgerOf(broker, [], null);
		ledger.heard(groups(["a", "b"], startMs), startMs);
		const why = (group: string) => ({
			...{ kind: "topic", channel: "orders", group, why: "expired" as const },
		});
		const told = { gone: [why("a"), why("b"), why("never")] };
		ledger.heard(snapshot([], told), startMs + 1);
		const first = ledger.heard(groups(["b"], startMs + 2), startMs + 2).gone;
		expect(first.map((mark) => mark.why)).toEqual(["expired"]);
		const last = [3, 4].flatMap(
			(ms) => ledger.heard(snapshot([]), startMs + ms).gone,
		);
		expect(last.map((mark) => mark.why)).toEqual([null]);
	});

	test("a silent part keeps its rows, dated, and nothing else is touched", () => {
		const ledger = ledgerOf(broker, [], null);
		ledger.heard(groups(["a", "b"], startMs), startMs);
		const half = {
			complete: false,
			troubles: [trouble("no answer", "", "node 2")],
		};
		for (let tick = 1; tick < 5; tick++) {
			const at = startMs + tick * everyMs;
			const write = ledger.heard(snapshot([reading("a", at)], half), at);
			expect(write.gone).toEqual([]);
			expect(write.broker.parts).toEqual(half.troubles);
			const b = write.rows.find((row) => row.group === "b");
			if (tick > 1) expect(b).toBeUndefined();
			else {
				expect(b).toMatchObject({
					verdict: "unknown",
					stale: true,
					atMs: startMs,
					lag: exactly(0),
				});
				expect(b?.reason.values).toMatchObject({
					part: "node 2",
					sinceMs: startMs,
				});
			}
		}
	});

	test("what is told again keeps its own date, and after two intervals nobody vouches for it", () => {
		const ledger = ledgerOf(broker, [], null);
		const shown = new Map<string, Row>();
		const told = (groups: Readonly<Record<string, number>>, nowMs: number) => {
			const readings = Object.entries(groups).map(([group, atMs]) =>
				reading(group, atMs),
			);
			const half = snapshot(readings, { complete: false });
			const { rows, broker: fact } = ledger.heard(half, nowMs);
			for (const row of rows) shown.set(row.group ?? "", row);
			return (group: string) => {
				const row = shown.get(group);
				return row && rowOnWire(row, fact.readMs);
			};
		};
		const at = (ms: number) => new Date(startMs + ms).toISOString();
		told({ a: startMs, b: startMs }, startMs);
		const again = told({ a: startMs + 9_000, b: startMs }, startMs + 10_000);
		expect(again("b")).toMatchObject({ stale: false, at: at(0) });
		const late = told({ a: startMs + 9_000, b: startMs }, startMs + 10_001);
		expect(late("b")).toMatchObject({ stale: true, at: at(0) });
		expect(late("a")).toMatchObject({ stale: false, at: at(9_000) });
		const anew = startMs + 14_000;
		const well = told({ a: anew, b: anew }, startMs + 15_000);
		expect(well("b")).toMatchObject({ stale: false, at: at(14_000) });
	});

	test("one missed tick is late; after two intervals the rows are unknown, and they come back by themselves", () => {
		const ledger = ledgerOf(broker, [], null);
		ledger.heard(groups(["a"], startMs), startMs);
		const silent = trouble("no answer");
		const first = ledger.failed(silent, startMs + everyMs);
		expect(first.broker).toMatchObject({ trouble: silent, heardMs: startMs });
		expect(first.rows).toEqual([]);
		const later = ledger.failed(silent, startMs + 3 * everyMs);
		expect(later.rows[0]).toMatchObject({
			verdict: "unknown",
			stale: true,
			atMs: startMs,
			sinceMs: startMs,
		});
		const again = ledger.heard(
			groups(["a"], startMs + 4 * everyMs),
			startMs + 4 * everyMs,
		);
		expect(again.rows[0]).toMatchObject({ verdict: "healthy", stale: false });
		expect(again.broker.trouble).toBeNull();
	});

	test("a refused row keeps its last values and its neighbours stay live", () => {
		const ledger = ledgerOf(broker, [], null);
		ledger.heard(groups(["a", "b"], startMs), startMs);
		const at = startMs + everyMs;
		const refused = reading("a", at, {
			lag: null,
			trouble: trouble("not allowed"),
		});
		const { rows } = ledger.heard(snapshot([refused, reading("b", at)]), at);
		const of = (group: string) => rows.find((row) => row.group === group);
		expect(of("a")).toMatchObject({
			verdict: "unknown",
			stale: true,
			lag: exactly(0),
			atMs: startMs,
		});
		expect(of("b")).toMatchObject({ verdict: "healthy", stale: false });
	});

	test("after a restart the verdict goes on from when it began", () => {
		const first = ledgerOf(broker, [], null).heard(
			groups(["a"], startMs),
			startMs,
		);
		const at = startMs + 60_000;
		const next = ledgerOf(broker, first.rows, first.broker).heard(
			groups(["a"], at),
			at,
		);
		expect(next.rows.every((row) => row.sinceMs === startMs)).toBe(true);
	});

	test.each([{ system: "queue" }, { address: "log://127.0.0.1:2" }])(
		"a name that stands for another broker now, %j, was not heard yet",
		(change) => {
			const first = ledgerOf(broker, [], null).heard(
				groups(["a"], startMs),
				startMs,
			);
			const next = ledgerOf({ ...broker, ...change }, first.rows, first.broker);
			expect(next.begin.broker).toMatchObject({ heardMs: null, version: null });
			const { rows } = next.failed(trouble("unreachable"), startMs + 1);
			for (const row of rows)
				expect(row).toMatchObject({ verdict: "unknown", stale: true });
			expect(rows).toHaveLength("system" in change ? 0 : 1);
		},
	);

	test("rows of another system do not stay under a name that now stands for this one", () => {
		const [row] = ledgerOf(broker, [], null).heard(
			groups(["a"], startMs),
			startMs,
		).rows;
		if (!row) throw new Error("no row");
		const { begin } = ledgerOf({ ...broker, system: "other" }, [row], null);
		expect(begin.gone.map(({ id }) => id)).toEqual([row.id]);
		expect(begin.broker.subscriptions).toBe(0);
	});

	test("a group whose name is that of a built-in is a group like any other", () => {
		const ledger = ledgerOf(broker, [], null);
		const { rows } = ledger.heard(
			groups(["__proto__", "constructor"], startMs),
			startMs,
		);
		expect(new Set(rows.map((row) => row.id)).size).toBe(2);
	});

	const beside = (...names: string[]): Partial<Snapshot> => ({
		bystanders: {
			...{ leftOut: 0 },
			groups: names.map((name) => ({
				...{ name, kind: "connect", state: "Stable" },
				...{ registered: 0, members: [] },
			})),
		},
	});

	test("groups beside the board are written when they change, and survive a restart", () => {
		const ledger = ledgerOf(broker, [], null);
		const first = ledger.heard(snapshot([], beside("a")), startMs);
		const groups = [expect.objectContaining({ name: "a", stale: false })];
		expect(first.bystanders).toEqual({ groups, leftOut: 0 });
		const calm = ledger.heard(snapshot([], beside("a")), startMs + 1);
		expect(calm.bystanders).toBeUndefined();
		const next = ledgerOf(broker, [], calm.broker, first.bystanders);
		expect(next.begin.bystanders).toBeUndefined();
		const again = next.heard(snapshot([], beside("a")), startMs + 2);
		expect(again.bystanders).toBeUndefined();
	});

	test("under a name that stands for another broker, groups beside the board of before are forgotten", () => {
		const told = ledgerOf(broker, [], null).heard(
			...([snapshot([], beside("a")), startMs] as const),
		);
		const moved = { ...broker, address: "kafka://elsewhere:9092" };
		const next = ledgerOf(moved, [], told.broker, told.bystanders);
		expect(next.begin.bystanders).toEqual(noBystanders);
	});

	test("our share of the server's time, its connections and what would be lost there are the last that was told, and a failed tick leaves them as they were", () => {
		const ledger = ledgerOf(broker, [], null);
		const told = {
			ownShare: { busyMs: 20, overMs: 60_000 },
			connections: { open: 41, most: null },
			standing: [{ code: "logged", values: {} }],
		} as const;
		const first = ledger.heard(snapshot([], told), startMs);
		expect(first.broker).toMatchObject(told);
		const failed = ledger.failed(trouble("no answer"), startMs + 1);
		expect(failed.broker).toMatchObject(told);
		const again = ledgerOf(broker, [], failed.broker);
		expect(again.begin.broker).toMatchObject(told);
		const hidden = ledger.heard(snapshot([]), startMs + 2);
		expect(hidden.broker).toMatchObject({
			...{ ownShare: null, connections: null, standing: [] },
		});
	});
});
