// Is a movement seen when it happens, and a rest when it is one?
import { describe, expect, test } from "vitest";
import { Moves } from "./moves.ts";

const none = Number.NaN;

function course(...ticks: readonly (readonly [number[], number[]])[]) {
	const moves = new Moves();
	ticks.forEach(([partitions, positions], tick) => {
		const read = {
			topic: "orders",
			partitions: Int32Array.from(partitions),
			positions: Float64Array.from(positions),
		};
		const own = { group: "billing", code: 0, topics: [read] };
		moves.take([own], (tick + 1) * 1_000);
	});
	return moves.of("billing", "orders");
}

type Seen = ReturnType<typeof course>;
const rows: readonly [string, Seen, number[], number[]][] = [
	[
		"a position seen once neither moved nor rests",
		course([[0], [5]]),
		[none],
		[0],
	],
	["the same twice rests", course([[0], [5]], [[0], [5]]), [none], [1]],
	[
		"one that moved is dated, and its neighbour is not",
		course(
			[
				[0, 1],
				[5, 5],
			],
			[
				[0, 1],
				[5, 6],
			],
			[
				[0, 1],
				[5, 6],
			],
		),
		[none, 2_000],
		[1, 1],
	],
	[
		"one that went back moved too",
		course([[0], [5]], [[0], [2]]),
		[2_000],
		[0],
	],
	[
		"a first position is no movement",
		course([[0], [none]], [[0], [2]]),
		[none],
		[0],
	],
	[
		"what was seen stays with its partition when another comes before it",
		course(
			[[3], [5]],
			[[3], [6]],
			[
				[1, 3],
				[9, 6],
			],
		),
		[none, 2_000],
		[0, 1],
	],
];
test.each(rows)("%s", (_name, seen, movedMs, rests) => {
	expect([...(seen?.movedMs ?? [])]).toEqual(movedMs);
	expect([...(seen?.rests ?? [])]).toEqual(rests);
});

test("a topic the group left is forgotten with the group's next answer", () => {
	const moves = new Moves();
	const read = {
		topic: "orders",
		partitions: Int32Array.of(0),
		positions: Float64Array.of(1),
	};
	moves.take([{ group: "billing", code: 0, topics: [read] }], 1);
	moves.take([{ group: "billing", code: 0, topics: [] }], 2);
	expect(moves.of("billing", "orders")).toBeNull();
	moves.keep(new Set());
	expect(moves.of("billing", "orders")).toBeNull();
});

describe("whether somebody works there", () => {
	const group = "billing";
	const begun = () => {
		const moves = new Moves();
		const at = (atMs: number, ...positions: readonly number[]) => {
			const partitions = Int32Array.from(positions.keys());
			const read = { partitions, positions: Float64Array.from(positions) };
			const topics = [{ topic: "orders", ...read }];
			moves.take([{ group, code: 0, topics }], atMs);
			return moves.rest(group);
		};
		return { moves, at };
	};
	const wrote = new Map([[0, 2]]);

	test("nothing is known of a group nobody looked at", () => {
		expect(new Moves().rest(group)).toBeNull();
	});

	test("the last of all movements counts", () => {
		const { at } = begun();
		expect(at(1_000, 5, 5)).toEqual({ sinceMs: 1_000, movedMs: null });
		expect(at(2_000, 6, 5)).toEqual({ sinceMs: 1_000, movedMs: 2_000 });
		expect(at(3_000, 6, 6)).toEqual({ sinceMs: 1_000, movedMs: 3_000 });
		expect(at(4_000, 6, 6)).toEqual({ sinceMs: 1_000, movedMs: 3_000 });
	});

	test("what this console wrote is nobody's work, however late it is seen", () => {
		const { moves, at } = begun();
		at(1_000, 5);
		moves.wrote(group, "orders", wrote, 1_500);
		expect(at(60_000, 2)).toEqual({ sinceMs: 1_000, movedMs: null });
		expect(at(65_000, 5)).toEqual({ sinceMs: 1_000, movedMs: 65_000 });
	});

	test("a tick that was under way then still shows what was before", () => {
		const { moves, at } = begun();
		at(1_000, 5);
		moves.wrote(group, "orders", wrote, 1_500);
		at(2_000, 2);
		expect(at(2_500, 5)?.movedMs).toBeNull();
		expect(at(7_500, 2)?.movedMs).toBeNull();
		expect(at(12_500, 3)?.movedMs).toBe(12_500);
	});

	test("what this console wrote is its own, also where it stands by no number", () => {
		const { moves, at } = begun();
		at(1_000, 8, 8);
		const byName = new Map([
			[0, 2],
			[1, -2],
		]);
		moves.wrote(group, "orders", byName, 1_500);
		at(2_000, 2, -2);
		const isOurs = (partition: number, position: number) =>
			moves.isOurs(group, "orders", partition, position);
		expect([isOurs(0, 2), isOurs(0, 3), isOurs(1, 6)]).toEqual([
			...[true, false, true],
		]);
		at(3_000, 2, 6);
		expect(isOurs(1, 6)).toBe(false);
	});

	test("who was found out works there, and is forgotten with its group", () => {
		const { moves, at } = begun();
		at(1_000, 5);
		moves.worked(group, 9_000);
		expect(at(9_500, 5)?.movedMs).toBe(9_000);
		moves.keep(new Set());
		expect(moves.rest(group)).toBeNull();
		expect(at(10_000, 5)).toEqual({ sinceMs: 10_000, movedMs: null });
	});
});

test("of some partitions it is told when one of them moved, whatever the others do", () => {
	const moves = new Moves();
	const positions = [
		[5, 5, 5],
		[5, 6, 5],
		[5, 7, 6],
	];
	for (const [tick, own] of positions.entries()) {
		const partitions = Int32Array.from([0, 1, 2]);
		const read = { partitions, positions: Float64Array.from(own) };
		const topics = [{ topic: "orders", ...read }];
		moves.take([{ group: "billing", code: 0, topics }], (tick + 1) * 1_000);
	}
	const of = (...partitions: readonly number[]) =>
		moves.restOf("billing", [{ topic: "orders", partitions }]);
	expect(of(0)).toEqual({ sinceMs: 1_000, movedMs: null });
	expect(of(0, 2)).toEqual({ sinceMs: 1_000, movedMs: 3_000 });
	expect(of(9)).toEqual({ sinceMs: 1_000, movedMs: null });
	expect(moves.restOf("nobody", [])).toBeNull();
});
