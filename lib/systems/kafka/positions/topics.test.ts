// What is kept of a topic when the cluster names its topics again?
import { expect, test } from "vitest";
import { nothingConfigured } from "../connection/configured.ts";
import type { TopicPlace } from "../protocol/metadata.ts";
import { Topics } from "./topics.ts";

const place = (over: Partial<TopicPlace> = {}): TopicPlace => ({
	...{ topic: "orders", id: "first", code: 0, isInternal: false },
	...{ leaders: Int32Array.of(1, 1), epochs: Int32Array.of(0, 0) },
	...over,
});

const none = Number.NaN;
const rows: readonly [string, readonly TopicPlace[], number[] | null][] = [
	["starts stay with the topic they belong to", [place()], [7, 8]],
	[
		"a topic made again under its old name starts anew",
		[place({ id: "second" })],
		[none, none],
	],
	[
		"a topic that grew keeps what is known of its first partitions",
		[place({ leaders: Int32Array.of(1, 1, 2) })],
		[7, 8, none],
	],
	["a topic that is not named any more is gone", [], null],
	["a topic that is unknown to the node is gone", [place({ code: 3 })], null],
];

test.each(rows)("%s", (_name, places, starts) => {
	const topics = new Topics();
	topics.settle([place()]);
	topics.find("orders")?.starts.set([7, 8]);
	topics.settle(places);
	const found = topics.find("orders");
	expect(found && [...found.starts]).toEqual(starts);
});

const read = (topic: string, ...partitions: readonly number[]) => [
	{
		...{ group: "g", code: 0 },
		topics: [
			{
				topic,
				partitions: Int32Array.from(partitions),
				positions: new Float64Array(partitions.length),
			},
		],
	},
];

test("a topic nobody named is news once, until the topics are named again", () => {
	const topics = new Topics();
	topics.settle([place()]);
	expect(topics.want(read("orders", 0)).isNews).toBe(false);
	expect(topics.want(read("refunds", 0)).isNews).toBe(true);
	expect(topics.want(read("refunds", 0)).isNews).toBe(false);
	topics.settle([place()]);
	expect(topics.want(read("refunds", 0)).isNews).toBe(true);
});

test("a partition nobody named is news, and those that are known are wanted", () => {
	const topics = new Topics();
	topics.settle([place()]);
	const { topics: wanted, isNews } = topics.want(read("orders", 1, 5));
	expect(isNews).toBe(true);
	expect(wanted.map(({ wanted }) => [...wanted])).toEqual([[0, 1]]);
});

test("what nobody chose to see is neither wanted nor news", () => {
	const chosen = {
		...nothingConfigured,
		topics: (name: string) => name === "a",
	};
	const topics = new Topics(chosen);
	const named = [place({ topic: "a" }), place({ topic: "b" })];
	topics.settle([...named, place({ topic: "own", isInternal: true })]);
	for (const name of ["b", "own", "not there"])
		expect(topics.want(read(name, 0))).toEqual({ topics: [], isNews: false });
	expect(topics.want(read("a", 0)).topics.length).toBe(1);
});

test("internal topics are wanted where somebody asked for them", () => {
	const own = place({ topic: "own", isInternal: true });
	for (const internal of [true, false]) {
		const topics = new Topics({ ...nothingConfigured, internal });
		topics.settle([own]);
		expect(topics.want(read("own", 0)).topics.length).toBe(internal ? 1 : 0);
	}
});

test("a partition nobody leads is asked for until somebody does, and what it was stays known", () => {
	const topics = new Topics();
	topics.settle([
		place({ leaders: Int32Array.of(1, -1) }),
		place({ topic: "b" }),
	]);
	expect(topics.leaderless()).toEqual(["orders"]);
	topics.follow([place({ leaders: Int32Array.of(1, -1) })]);
	expect(topics.leaderless()).toEqual(["orders"]);
	topics.follow([place({ leaders: Int32Array.of(1, 2) })]);
	expect(topics.leaderless()).toEqual([]);
	expect([...(topics.find("orders")?.leaders ?? [])]).toEqual([1, 2]);
	expect(topics.isDoubted).toBe(false);
});

test.each([
	["was made again", place({ id: "second" })],
	["grew", place({ leaders: Int32Array.of(1, 2, 3) })],
	["is gone", place({ code: 3, id: "", leaders: Int32Array.of() })],
])(
	"a topic that %s meanwhile has all topics asked for again",
	(_how, found) => {
		const topics = new Topics();
		topics.settle([place({ leaders: Int32Array.of(-1, 1) })]);
		topics.follow([found]);
		expect(topics.isDoubted).toBe(true);
		expect([...(topics.find("orders")?.leaders ?? [])]).toEqual([-1, 1]);
	},
);
