// Is a closer look taken where it is worth one, and nowhere else?
import { describe, expect, test } from "vitest";
import { Topics } from "../positions/topics.ts";
import { take } from "./back-fill.ts";
import { Moves } from "./moves.ts";
import { byLeader, spotsOf, unreadFrom } from "./unread-spots.ts";
import { Written } from "./written.ts";

const none = Number.NaN;

describe("the oldest unread message", () => {
	const rows: readonly [string, [number, number, number], number][] = [
		["is at the position", [2, 0, 9], 2],
		["is at the start where the log begins behind the position", [2, 5, 9], 5],
		["is nowhere when the group is at the end", [9, 0, 9], none],
		["is nowhere when all that was unread is gone", [2, 9, 9], none],
		["is not known ahead of the log", [10, 0, 9], none],
		["is not known without an end", [2, 0, none], none],
		["is at the start for who begins at the first kept", [-2, 5, 9], 5],
		["is not known for who begins at the end", [-1, 5, 9], none],
		["is not known for him without a start", [-2, none, 9], none],
		["is at the position while the start is not known", [2, none, 9], 2],
	];
	test.each(rows)("%s", (_name, [position, start, end], expected) => {
		const topic = {
			starts: Float64Array.of(start),
			ends: Float64Array.of(end),
		};
		expect(unreadFrom(topic, 0, position)).toEqual(expected);
	});
});

/** Four partitions led by nodes 1 and 2 in turn, 100 messages each; their ends were seen once, now. */
function scene(ticks: readonly (readonly number[])[]) {
	const topics = new Topics();
	const leaders = Int32Array.of(1, 2, 1, 2);
	const place = { topic: "orders", id: "a", code: 0, isInternal: false };
	topics.settle([{ ...place, leaders, epochs: leaders }]);
	const topic = topics.find("orders");
	if (!topic) throw new Error("The topic was not kept");
	topic.ends.fill(100);
	topic.starts.fill(0);
	const written = new Written(4);
	for (let p = 0; p < 4; p++) written.saw(p, 1_000, 100);
	const moves = new Moves();
	const groups = ticks.map((positions) => ({
		...{ group: "billing", code: 0 },
		topics: [
			{
				topic: "orders",
				partitions: Int32Array.from(positions.keys()),
				positions: Float64Array.from(positions),
			},
		],
	}));
	groups.forEach((group, tick) => {
		moves.take([group], tick);
	});
	const spots = () => spotsOf(groups.slice(-1), topics, moves, () => written);
	return { spots, written, course: moves.of("billing", "orders") };
}

const partitionsOf = (spots: readonly { readonly partition: number }[]) =>
	spots.map(({ partition }) => partition);

test("what is older than the evidence is asked for once, and only where something is unread", () => {
	const { spots, written } = scene([[5, 100, 7, none]]);
	expect(partitionsOf(spots().beforeEvidence)).toEqual([0, 2]);
	written.filled[0] = 1;
	written.learned(2, 500, 7);
	expect(partitionsOf(spots().beforeEvidence)).toEqual([]);
});

test("a record is read where a group rests, once", () => {
	const { spots, course } = scene([
		[5, 100, 7, 8],
		[5, 100, 9, 8],
	]);
	expect(partitionsOf(spots().resting)).toEqual([0, 3]);
	if (course) course.recordOffsets[0] = 5;
	expect(partitionsOf(spots().resting)).toEqual([3]);
});

test("each leader is asked for so many partitions, and a silent one for none", () => {
	const { spots } = scene([
		[1, 2, 3, 4],
		[1, 2, 3, 4],
	]);
	const { resting } = spots();
	const asked = byLeader([...resting, ...resting], 1, () => false);
	expect([...asked].map(([, own]) => own.map(partitionsOf))).toEqual([
		[[0, 0]],
		[[1, 1]],
	]);
	expect([...byLeader(resting, 9, (node) => node === 2).keys()]).toEqual([1]);
});

test("an answer by time dates the message found, and says that none came since where there is none", () => {
	const written = new Written(2);
	written.saw(0, 10_000, 100);
	written.saw(1, 10_000, 100);
	const answer = (offset: number, foundMs: number) => ({
		topic: "orders",
		partitions: Int32Array.of(0, 1),
		codes: Int16Array.of(0, 6),
		offsets: Float64Array.of(offset, none),
		timesMs: Float64Array.of(foundMs, none),
	});
	take(answer(none, none), written, 9_000);
	take(answer(40, 7_000), written, 5_000);
	expect(written.writtenMs(0, 40)).toBe(7_000);
	expect(written.writtenMs(0, 70)).toBe(8_000);
	expect(written.firstMs(0)).toBe(5_000);
	expect(written.firstMs(1)).toBe(10_000);
});
