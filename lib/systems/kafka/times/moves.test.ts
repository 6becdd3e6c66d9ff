// Is a movement seen when it happens, and a rest when it is one?
import { expect, test } from "vitest";
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
