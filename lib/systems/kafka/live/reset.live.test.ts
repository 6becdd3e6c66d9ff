// Is each partition put where somebody asked for, and within what is kept?
import { randomUUID } from "node:crypto";
import { describe, expect, inject, test } from "vitest";
import type { Whereto } from "#lib/core/clean-up/clean-up.ts";
import { cleaning, resetTo } from "../for-tests/cleaning.ts";
import { leftGroup } from "../for-tests/groups-left.ts";
import { commit } from "../for-tests/positions.ts";
import { stageAt, unique } from "../for-tests/stage.ts";

const stage = stageAt(inject("kafkaAddress"));
const minuteMs = 60_000;
const beganMs = Date.now() - 60 * minuteMs;
const minute = (n: number) => beganMs + n * minuteMs;

/** One message a minute: ten in the first partition; five in the second, the first two of which are gone; none in the third. */
async function topicOfAnHour(): Promise<string> {
	const topic = await stage.topicWith(3, 0);
	const producer = stage.client("of-then").producer();
	await producer.connect();
	for (const [partition, count] of [10, 5].entries()) {
		const messages = Array.from({ length: count }, (_, i) => ({
			...{ partition, value: "x", timestamp: `${minute(i)}` },
		}));
		await producer.send({ topic, messages });
	}
	await producer.disconnect();
	const admin = stage.client("admin").admin();
	await admin.connect();
	const partitions = [{ partition: 1, offset: "2" }];
	// This client learns who leads only by asking something else first.
	await admin.fetchTopicOffsets(topic);
	await admin.deleteTopicRecords({ topic, partitions });
	await admin.disconnect();
	return topic;
}

const topic = await topicOfAnHour();
const other = unique("other");
await commit(stage.port, other, topic, [9]);

async function begin(positions: readonly number[] = [4, 3]) {
	const group = unique("group");
	await leftGroup(stage.port, "consumer", group, topic, positions);
	const connection = stage.open();
	await connection.read();
	return { group, ...cleaning(connection, topic, group) };
}

const listed = (...positions: readonly (readonly [number, number])[]) => ({
	place: "listed" as const,
	positions: [
		{ channel: "another", partition: 77, position: 1 },
		...positions.map(([partition, position]) => ({
			...{ channel: topic, partition, position },
		})),
	],
});

type Moved = readonly (readonly [partition: number, after: number])[];
const wishes: readonly (readonly [
	string,
	Whereto,
	readonly number[] | null,
	Moved,
	brought: readonly number[],
])[] = [
	[
		"at the first that is kept",
		{ place: "first" },
		...([
			null,
			[
				[0, 0],
				[1, 2],
				[2, 0],
			],
			[],
		] as const),
	],
	[
		"at the end",
		{ place: "end" },
		...([
			null,
			[
				[0, 10],
				[1, 5],
				[2, 0],
			],
			[],
		] as const),
	],
	[
		"at a time, or the end where nothing is that young",
		{ place: "time", atMs: minute(6.5) },
		...([
			null,
			[
				[0, 7],
				[1, 5],
				[2, 0],
			],
			[],
		] as const),
	],
	[
		"at a time before all that is kept",
		{ place: "time", atMs: minute(-60) },
		...([
			null,
			[
				[0, 0],
				[1, 2],
				[2, 0],
			],
			[],
		] as const),
	],
	[
		"at the very time of a message",
		{ place: "time", atMs: minute(7) },
		...([[0], [[0, 7]], []] as const),
	],
	[
		"some time ago",
		{ place: "ago", ms: 57.5 * minuteMs },
		// The clock goes on, by less than half a minute.
		...([
			null,
			[
				[0, 3],
				[2, 0],
			],
			[],
		] as const),
	],
	[
		"some messages back, in those that have a position",
		{ place: "shift", messages: -2 },
		...([
			null,
			[
				[0, 2],
				[1, 2],
			],
			[1],
		] as const),
	],
	[
		"more messages forward than there are",
		{ place: "shift", messages: 100 },
		...([
			null,
			[
				[0, 10],
				[1, 5],
			],
			[0, 1],
		] as const),
	],
	[
		"at a position beyond the end of some",
		{ place: "exact", position: 6 },
		...([
			[0, 1],
			[
				[0, 6],
				[1, 5],
			],
			[1],
		] as const),
	],
	[
		"where another group stands, as far as it does",
		{ place: "group", group: other },
		...([null, [[0, 9]], []] as const),
	],
	[
		"where a list says",
		listed([1, 4], [0, 99]),
		...([
			null,
			[
				[0, 10],
				[1, 4],
			],
			[0],
		] as const),
	],
	[
		"where a list says, in some of its partitions",
		listed([1, 4], [0, 5]),
		...([[1], [[1, 4]], []] as const),
	],
];

test.each(wishes)(
	"a group reads on %s",
	async (_, to, partitions, moved, brought) => {
		const { plan, apply } = await begin();
		const it = await plan(resetTo(to, partitions));
		expect(it.refusal).toBeNull();
		const moves = it.moves.toSorted((a, b) => a.partition - b.partition);
		expect(moves.map(({ partition, after }) => [partition, after])).toEqual(
			moved,
		);
		expect(
			moves.flatMap((one) => (one.isBrought ? [one.partition] : [])),
		).toEqual(brought);
		const said = it.effects.find(({ code }) => code === "brought within");
		expect(said?.values.partitions ?? 0).toBe(brought.length);
		const { outcome } = await apply(it);
		expect(outcome).toMatchObject({
			...{ ending: "done", messagesDone: moved.length, refusals: [] },
			figures: it.figures,
		});
	},
);

describe("refused is", () => {
	const rows: readonly (readonly [
		string,
		Whereto,
		readonly number[] | null,
		object,
	])[] = [
		[
			"a partition there is not",
			{ place: "first" },
			[1, 3, 4],
			{ code: "no such partition", values: { partitions: 2 } },
		],
		[
			"a partition there is not in a list",
			listed([3, 1], [0, 1]),
			null,
			{ code: "no such partition", values: { partitions: 1 } },
		],
		[
			"another group that is none",
			{ place: "group", group: "nobody-is-called-so" },
			null,
			{ code: "other group unknown", values: { group: "nobody-is-called-so" } },
		],
		[
			"what stands there already",
			{ place: "exact", position: 4 },
			[0],
			{ code: "nothing to do" },
		],
		["a list of other topics", listed(), null, { code: "nothing to do" }],
	];

	test.each(rows)("%s", async (_, to, partitions, refusal) => {
		const { plan, apply } = await begin();
		const it = await plan(resetTo(to, partitions));
		expect(it).toMatchObject({ refusal, messages: { n: 0 }, moves: [] });
		const { outcome, kept } = await apply(it);
		expect(outcome).toMatchObject({ ending: "refused", messagesDone: 0 });
		expect(kept).toEqual([]);
	});

	test("another group that stands in other topics only", async () => {
		const [elsewhere, group] = [await stage.topicWith(1, 1), unique("other")];
		await commit(stage.port, group, elsewhere, [1]);
		const { plan } = await begin();
		const it = await plan(resetTo({ place: "group", group }));
		expect(it.refusal?.code).toBe("other group unknown");
	});

	test("a plan that another program drew", async () => {
		const { plan, apply } = await begin();
		const it = await plan(resetTo({ place: "end" }));
		const { outcome } = await apply({ ...it, seen: { secret: randomUUID() } });
		expect(outcome.refusals).toMatchObject([{ code: "changed since" }]);
	});

	test("any group that is gone", async () => {
		const connection = stage.open();
		const { plan } = cleaning(connection, topic, unique("nobody"));
		await expect(plan(resetTo({ place: "end" }))).rejects.toMatchObject({
			...{ code: "not found", detail: { key: "subscription gone" } },
		});
	});
});

test("partitions without a position get one, lose it again, and what might have been skipped is told", async () => {
	const { group, plan, apply } = await begin([4]);
	const it = await plan(resetTo({ place: "end" }));
	expect(it).toMatchObject({
		...{ risk: "loses messages", typed: group },
		effects: [
			// The second keeps three: its program might have begun at the first of them.
			{ code: "skip", values: { messages: 9, bound: "at most" } },
			{ code: "begin", values: { partitions: 2 } },
		],
		figures: [
			{ code: "waiting", before: { n: 6 }, after: { n: 0 } },
			{ code: "positions", before: { n: 1 }, after: { n: 3 } },
		],
	});
	const { outcome, kept } = await apply(it);
	expect(outcome).toMatchObject({ ending: "done", figures: it.figures });
	const undone = { plan: it, before: kept };
	const back = await plan({ action: "undo", errand: "a" }, undone);
	expect(back.figures).toMatchObject([
		{ code: "waiting", before: { n: 0 }, after: { n: 6 } },
		{ code: "positions", before: { n: 3 }, after: { n: 1 } },
	]);
	const taken = await apply(back, kept);
	expect(taken.outcome).toMatchObject({
		...{ ending: "done", messagesDone: 3, figures: back.figures },
	});
});

test("who stands at the first message that is kept, by no number, is put elsewhere from there", async () => {
	const { plan, apply } = await begin([4, -2]);
	const it = await plan(resetTo({ place: "shift", messages: 1 }, [1]));
	expect(it).toMatchObject({
		refusal: null,
		moves: [{ partition: 1, before: 2, after: 3 }],
	});
	expect((await apply(it)).outcome).toMatchObject({
		...{ ending: "done", refusals: [] },
	});
});
