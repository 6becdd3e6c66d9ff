// Does a store keep the board as it was told, whole, and tell a change from a calm tick?
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bounds, exactly } from "#lib/core/amount.ts";
import type { Row, SystemWords } from "#lib/core/board.ts";
import { trouble } from "#lib/core/trouble.ts";
import { reasonCodes, verdicts } from "#lib/core/verdict.ts";
import { factOf, goneOf, rowOf } from "./contract-rows.ts";
import { asking, channelsOf, type Scene, writeRows } from "./contract-scene.ts";
import type { TickWrite } from "./store.ts";

const unknown = <T>(known: fc.Arbitrary<T>) => fc.option(known, { nil: null });
const count = fc.nat({ max: Number.MAX_SAFE_INTEGER });
const name = fc.string({ unit: "grapheme", maxLength: 20 });
const amount = fc.record({ n: count, bound: fc.constantFrom(...bounds) });
const reason = fc.record({
	code: fc.constantFrom(...reasonCodes),
	values: fc.dictionary(
		fc.constantFrom("n", "since", "part"),
		fc.oneof(name, count),
		{ noNullPrototype: true },
	),
});
const anyRow: fc.Arbitrary<Row> = fc
	.record({
		group: unknown(name),
		family: unknown(name),
		verdict: fc.constantFrom(...verdicts),
		reason,
		lag: unknown(amount),
		timeLagSeconds: unknown(amount),
		holding: unknown(count),
		deliveriesMax: unknown(count),
		pace: fc.record({ in: unknown(count), out: unknown(count) }),
		members: unknown(
			fc.record({
				registered: count,
				live: unknown(amount),
				dead: unknown(count),
				stuck: unknown(count),
				unknown: unknown(count),
			}),
		),
		marginSeconds: unknown(amount),
		state: unknown(fc.string()),
		notes: fc.constantFrom(
			[],
			[{ code: "set back" as const, values: { messages: 3 } }],
		),
		spark: fc.array(unknown(count), { maxLength: 60 }),
		highWater: unknown(count),
		stale: fc.boolean(),
		stood: unknown(
			fc.record({
				verdict: fc.constantFrom(...verdicts),
				reason,
				sinceMs: count,
			}),
		),
	})
	.chain((part) => name.map((channel) => rowOf(channel, part)));

const words: SystemWords = {
	name: "some",
	label: "Some",
	icon: "M0 0",
	example: "some://127.0.0.1",
	finds: { en: "logs", ko: "로그" },
	kinds: {},
};

export function boardContract(scene: Scene): void {
	test("a row comes back as it was written, whatever its names and numbers", async () => {
		const { store, other } = await scene();
		await fc.assert(
			fc.asyncProperty(anyRow, async (row) => {
				await writeRows(store, [row]);
				expect(await other.board.row(row.id)).toEqual(row);
			}),
		);
	});

	test("names keep every character, and a group that is none is not a group without a name", async () => {
		const { store } = await scene();
		const rows = [
			"\0a\0",
			"주문 큐",
			"a'\"%_*?[",
			"__proto__",
			"\u202e\n",
		].flatMap((it) => [rowOf(it, { group: null }), rowOf(it, { group: "" })]);
		await writeRows(store, rows);
		for (const row of rows) expect(await store.board.row(row.id)).toEqual(row);
		expect(await store.board.rowsOf("one")).toHaveLength(10);
		expect(await store.board.rowsOf("other")).toEqual([]);
	});

	test("rows are walked in the order in which they came, each once, whatever goes on meanwhile", async () => {
		const { store, other } = await scene();
		await writeRows(
			store,
			["c", "a", "e", "b"].map((it) => rowOf(it)),
		);
		const first = await store.board.rowsAfter(0, 2);
		expect(first.rows).toEqual([rowOf("c"), rowOf("a")]);
		await writeRows(other, [rowOf("d"), rowOf("a", { lag: exactly(7) })]);
		const gone = [goneOf(rowOf("e").id)];
		await other.board.write({ broker: factOf(), rows: [], gone });
		const rest = await store.board.rowsAfter(first.next ?? 0, 9);
		expect(rest).toEqual({ rows: [rowOf("b"), rowOf("d")], next: null });
		const none = await store.board.rowsAfter(99, 9);
		expect(none).toEqual({ rows: [], next: null });
	});

	test("a tick touches only the rows it names", async () => {
		const { store, other } = await scene();
		const [a, b, c] = [rowOf("a"), rowOf("b"), rowOf("c")];
		await writeRows(store, [a, b, c]);
		const later = { ...b, lag: exactly(5) };
		await other.board.write({
			broker: factOf(),
			rows: [later],
			gone: [goneOf(c.id)],
		});
		expect(await store.board.row(a.id)).toEqual(a);
		expect(await store.board.row(b.id)).toEqual(later);
		expect(await store.board.row(c.id)).toBeNull();
	});

	test("a tick that breaks in the middle leaves nothing behind", async () => {
		const { store } = await scene();
		await writeRows(store, [rowOf("a")]);
		const before = await store.board.page(asking());
		// The cast: a value no row can have, to break the write after its first rows.
		const broken = { code: "steady", values: { n: 1n } } as unknown;
		const rows = [
			rowOf("a", { lag: exactly(9) }),
			rowOf("b"),
			rowOf("c", { reason: broken as Row["reason"] }),
		];
		const tick = { broker: factOf({ version: "2" }), rows, gone: [] };
		await expect(store.board.write(tick)).rejects.toThrow();
		expect(await store.board.page(asking())).toEqual(before);
		expect(await store.board.brokers()).toEqual([factOf()]);
		await writeRows(store, [rowOf("b")]);
	});

	test("brokers and words are kept for those that are configured, the rest goes with its rows", async () => {
		const { store, other } = await scene();
		await writeRows(store, [rowOf("a"), rowOf("b", { broker: "two" })]);
		await store.board.settle(["two", "three"], [words]);
		expect(await channelsOf(other)).toEqual(["b"]);
		expect(await other.board.brokers()).toEqual([factOf({ name: "two" })]);
		expect(await other.board.systems()).toEqual([words]);
		const rev = await other.board.rev();
		await store.board.settle(["two"], [words]);
		expect(await other.board.rev()).toBe(rev);
		await store.board.settle(["two"], []);
		expect(await other.board.rev()).toBeGreaterThan(rev);
	});

	describe("the revision", () => {
		const row = rowOf("a");
		const calm: TickWrite = { broker: factOf(), rows: [], gone: [] };
		const changes: readonly [string, TickWrite][] = [
			["a new row", { ...calm, rows: [rowOf("b")] }],
			["a changed number", { ...calm, rows: [{ ...row, lag: exactly(1) }] }],
			["a new sparkline", { ...calm, rows: [{ ...row, spark: [1] }] }],
			["another high water", { ...calm, rows: [{ ...row, highWater: 9 }] }],
			["a row that is gone", { ...calm, gone: [goneOf(row.id)] }],
			[
				"a broker in trouble",
				{ ...calm, broker: factOf({ trouble: trouble("no answer") }) },
			],
			[
				"a part in trouble",
				{ ...calm, broker: factOf({ parts: [trouble("no answer")] }) },
			],
			["another version", { ...calm, broker: factOf({ version: null }) }],
			["more subscriptions", { ...calm, broker: factOf({ subscriptions: 2 }) }],
			["a new broker", { ...calm, broker: factOf({ name: "two" }) }],
		];
		test.each(changes)("grows with %s", async (_, tick) => {
			const { store, other } = await scene();
			await writeRows(store, [row]);
			const before = await other.board.page(asking());
			await store.board.write(tick);
			const after = await other.board.page(asking());
			expect(after.rev).toBeGreaterThan(before.rev);
			expect(await other.board.rev()).toBe(after.rev);
		});

		test("stays through a calm tick, which still says when the broker was heard and what that cost it", async () => {
			const { store, other } = await scene();
			await writeRows(store, [row]);
			const rev = await other.board.rev();
			const ownShare = { busyMs: 1.5, overMs: 5_000 };
			const connections = { open: 41, most: null };
			const standing = [{ code: "logged", values: {} }] as const;
			const times = { heardMs: 99, readMs: 95, triedMs: 100 };
			const moved = { ...times, ownShare, standing };
			const fact = factOf({ ...moved, connections });
			await store.board.write({
				broker: fact,
				rows: [row],
				gone: [goneOf("x")],
			});
			expect(await other.board.rev()).toBe(rev);
			expect(await other.board.brokers()).toEqual([fact]);
		});
	});
}
