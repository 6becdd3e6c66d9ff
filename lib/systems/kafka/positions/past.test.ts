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
	const back = columns({ 0: 0, 1: 10, 2: 60 });
	const { entry } = after(
		["a", columns({ 1: 50, 2: 50 })],
		...thrice("a", back),
	);
	expect(entry.setBack).toEqual({ messages: 40, atMs: 3_000 });
});

test("positions of a topic made again were not set back", () => {
	const { entry } = after(
		["a", columns({ 0: 50 })],
		["b", columns({ 0: 3 }, 8)],
	);
	expect(entry).toMatchObject({ setBack: null, madeAgainMs: 1_000 });
});

/** As often as is needed to be believed. */
const thrice = (id: string, read: Columns) =>
	[1, 2, 3].map(() => [id, read] as const);

const at = (positions: Positions, end?: number) =>
	["a", columns(positions, end)] as const;
const usual = at({ 0: 50, 1: 60 });
/** What a broker says for a moment, and does not mean. */
const wrong: readonly (readonly [string, ReturnType<typeof at>])[] = [
	["a position of zero", at({ 0: 0, 1: 60 })],
	["a position that is none", at({ 0: Number.NaN, 1: 60 })],
	["a partition that has none any more", at({ 0: 50 })],
	["a position far back", at({ 0: 7, 1: 60 })],
	["an end of zero", at({ 0: 50, 1: 60 }, 0)],
	["an end that went back", at({ 0: 50, 1: 60 }, 99)],
	["an end beyond all measure", at({ 0: 50, 1: 60 }, 1e12)],
];

test.each(wrong)(
	"%s is doubted, and forgotten with the next answer",
	(_, read) => {
		const doubted = after(usual, read);
		expect(doubted.entry.doubt?.readings).toBe(1);
		expect(doubted.entry.columns).toBe(usual[1]);
		const { entry } = after(usual, read, usual);
		expect(entry).toMatchObject({ doubt: null, setBack: null, movedMs: null });
	},
);

test.each(wrong)("%s is believed when three readings agree", (_, read) => {
	const twice = after(usual, read, read);
	expect(twice.entry.doubt?.readings).toBe(2);
	const { entry } = after(usual, read, read, read);
	expect(entry.doubt).toBeNull();
	expect(entry.columns).toBe(read[1]);
});

test.each(wrong)(
	"%s that changes to something else does not agree",
	(_, read) => {
		const other = at({ 0: 3, 1: 60 }, 90);
		const { entry } = after(usual, read, other, read, other, read);
		expect(entry.doubt?.readings).toBeLessThan(3);
		expect(entry.columns).toBe(usual[1]);
	},
);

test("a reader that was set back and reads on agrees with itself", () => {
	const { entry } = after(
		...[usual, at({ 0: 7, 1: 60 }), at({ 0: 20, 1: 61 })],
		at({ 0: 33, 1: 62 }, 110),
	);
	expect(entry).toMatchObject({ doubt: null, setBack: { messages: 17 } });
});

test("whoever sets back again what was just set back is believed at once", () => {
	const back = at({ 0: 40, 1: 60 });
	const { entry } = after(usual, back, usual, back);
	expect(entry).toMatchObject({ doubt: null, setBack: { messages: 10 } });
});

test("a position that goes back where nothing is kept any longer is no surprise", () => {
	const kept = (position: number, start: number): Columns => ({
		...columns({ 0: position }),
		starts: Float64Array.of(start),
	});
	const losing = after(["a", kept(50, 40)], ["a", kept(45, 60)]);
	expect(losing.entry).toMatchObject({ doubt: null, believedMs: 1_000 });
	const none = after(["a", kept(50, 40)], ["a", kept(Number.NaN, 60)]);
	expect(none.entry.doubt).not.toBeNull();
	const back = after(["a", kept(70, 40)], ["a", kept(45, 60)]);
	expect(back.entry.doubt).not.toBeNull();
	const again = after(
		["a", kept(70, 60)],
		...thrice("a", kept(45, 60)),
		["a", kept(72, 60)],
		["a", kept(50, 60)],
	);
	expect(again.entry.doubt).toBeNull();
	const zero = after(["a", kept(70, 60)], ["a", kept(0, 60)]);
	expect(zero.entry.doubt).not.toBeNull();
});

test("what this console set back itself is no surprise", () => {
	const past = new Past();
	past.take("g", "orders", ...usual, 0);
	const isOurs = (partition: number, position: number) =>
		partition === 0 && position === 0;
	const read = at({ 0: 0, 1: 60 });
	const entry = past.take("g", "orders", ...read, 1_000, isOurs);
	expect(entry).toMatchObject({ doubt: null, setBack: { messages: 50 } });
});

test("a log that became shorter is doubted until its id is known", () => {
	const short = columns({ 0: 3 }, 8);
	const doubted = after(["a", columns({ 0: 50 })], ["a", short]);
	expect(doubted.entry).toMatchObject({ doubt: {}, setBack: null });
	doubted.past.take("g", "orders", "b", short, 2_000);
	expect(doubted.entry).toMatchObject({ doubt: null, madeAgainMs: 2_000 });
});

test("a log that lost its end and stayed itself is believed the third time", () => {
	const short = columns({ 0: 3 }, 8);
	const { entry } = after(["a", columns({ 0: 5 })], ...thrice("a", short));
	expect(entry).toMatchObject({ doubt: null, madeAgainMs: null });
	expect(entry.columns).toBe(short);
});

test("what is not read now is missing, and after ten minutes forgotten", () => {
	const { past, entry } = after(["a", columns({ 0: 5 })]);
	expect(past.missing(0)).toEqual([]);
	expect(past.missing(1_000)).toEqual([entry]);
	expect(past.missing(700_000)).toEqual([]);
	expect(past.of("g", "orders")).toBeNull();
});
