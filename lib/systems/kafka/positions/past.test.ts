// Is a reading compared with the ones before it, and with no other log's?
import { expect, test } from "vitest";
import type { Columns } from "#lib/core/lag.ts";
import { Past } from "./past.ts";

type Positions = Readonly<Record<number, number>>;

const columns = (positions: Positions, end = 100): Columns => ({
	partitions: Int32Array.from(Object.keys(positions), Number),
	positions: Float64Array.from(Object.values(positions)),
	starts: new Float64Array(Object.keys(positions).length),
	ends: new Float64Array(Object.keys(positions).length).fill(end),
});

/** One reading a second: the topic's id and what was read. */
function after(...steps: readonly (readonly [string, Columns])[]) {
	const past = new Past();
	let entry = past.of("g", "orders");
	steps.forEach(([id, read], second) => {
		entry = past.take("g", "orders", id, read, second * 1_000);
	});
	if (!entry) throw new Error("nothing was taken");
	return { past, entry };
}

test("what does not move stands still for one reading more, what moves begins anew", () => {
	const { entry } = after(
		["a", columns({ 0: 5, 1: 5 })],
		["a", columns({ 0: 5, 1: 6 })],
		["a", columns({ 0: 5, 1: 6 })],
	);
	expect([...entry.still]).toEqual([2, 1]);
	expect(entry.movedMs).toBe(1_000);
});

test("an end that moves is no standstill, though the position rests", () => {
	const { entry } = after(
		["a", columns({ 0: 5 })],
		["a", columns({ 0: 5 }, 101)],
	);
	expect([...entry.still]).toEqual([0]);
	expect(entry.movedMs).toBeNull();
});

test("positions that went back are counted, also when a partition was added before them", () => {
	const { entry } = after(
		["a", columns({ 1: 50, 2: 50 })],
		["a", columns({ 0: 0, 1: 10, 2: 60 })],
	);
	expect(entry.setBack).toEqual({ messages: 40, atMs: 1_000 });
});

test("positions of a topic made again were not set back", () => {
	const { entry } = after(
		["a", columns({ 0: 50 })],
		["b", columns({ 0: 3 }, 8)],
	);
	expect(entry).toMatchObject({ setBack: null, madeAgainMs: 1_000 });
});

test("a log that became shorter is doubted until its id is known", () => {
	const short = columns({ 0: 3 }, 8);
	const doubted = after(["a", columns({ 0: 50 })], ["a", short]);
	expect(doubted.entry).toMatchObject({ doubted: true, setBack: null });
	doubted.past.take("g", "orders", "b", short, 2_000);
	expect(doubted.entry).toMatchObject({ doubted: false, madeAgainMs: 2_000 });
});

test("a log that lost its end and stayed itself is believed the second time", () => {
	const short = columns({ 0: 3 }, 8);
	const { entry } = after(["a", columns({ 0: 5 })], ["a", short], ["a", short]);
	expect(entry).toMatchObject({ doubted: false, madeAgainMs: null });
	expect(entry.columns).toBe(short);
});

test("what is not read now is missing, and after ten minutes forgotten", () => {
	const { past, entry } = after(["a", columns({ 0: 5 })]);
	expect(past.missing(0)).toEqual([]);
	expect(past.missing(1_000)).toEqual([entry]);
	expect(past.missing(700_000)).toEqual([]);
	expect(past.of("g", "orders")).toBeNull();
});
