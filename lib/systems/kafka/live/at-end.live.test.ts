// Is it seen where a reader of kafkajs begins that was not told to begin at the first? It commits the end, by no number, where what it stood at was removed.
import { expect, inject, onTestFinished, test } from "vitest";
import { eventually } from "#world/eventually.ts";
import { cleaning, resetTo } from "../for-tests/cleaning.ts";
import { commitNoted, leftGroup, noteOf } from "../for-tests/groups-left.ts";
import { commit } from "../for-tests/positions.ts";
import { asker } from "../for-tests/requests.ts";
import { readingOf, reads, stageAt, unique } from "../for-tests/stage.ts";
import { committed } from "../protocol/committed.ts";

const stage = stageAt(inject("kafkaAddress"));
const undo = { action: "undo", errand: "a" } as const;
const atEnd = -1;

async function removeBefore(topic: string, offset: number): Promise<void> {
	const admin = stage.client("admin").admin();
	await admin.connect();
	// This client learns who leads only by asking something else first.
	await admin.fetchTopicOffsets(topic);
	const partitions = [{ partition: 0, offset: `${offset}` }];
	await admin.deleteTopicRecords({ topic, partitions });
	await admin.disconnect();
}

/** Without asking for any by name: a broker answers the same for what was never committed. */
function positionsOf(group: string) {
	const ask = asker(stage.port);
	return async () => {
		const { rows } = await ask(committed(group, null));
		return rows.map(({ partition, position }) => [partition, position]);
	};
}

test("a reader of kafkajs whose messages were removed stands at the end, by no number, until it reads one", async () => {
	const topic = await stage.topicWith(1, 10);
	const group = unique("group");
	await commit(stage.port, group, topic, [4]);
	const connection = stage.open();
	expect(await readingOf(connection, topic, group)).toMatchObject({
		lag: { n: 6, bound: "exact" },
	});
	await removeBefore(topic, 7);
	const consumer = stage.client("reader").consumer({ groupId: group });
	onTestFinished(() => consumer.disconnect());
	await consumer.connect();
	await consumer.subscribe({ topic });
	const heard: string[] = [];
	await consumer.run({
		eachMessage: async ({ message }) => void heard.push(message.offset),
	});
	const positions = positionsOf(group);
	await eventually(
		async () => (await positions())[0]?.[1] === atEnd || undefined,
		30_000,
	);
	expect(await positions()).toEqual([[0, atEnd]]);
	expect(await readingOf(connection, topic, group)).toMatchObject({
		...{ lag: { n: 0, bound: "exact" }, lost: 0, departed: 10 },
		...{ trouble: null, members: { registered: 1 } },
	});
	// Whoever looks only now cannot know when it was committed.
	expect(await readingOf(stage.open(), topic, group)).toMatchObject({
		...{ lag: null, trouble: null, members: { registered: 1 } },
	});
	await eventually(async () => {
		await stage.write(topic, 1);
		return heard.length > 0 || undefined;
	}, 30_000);
	expect(Number(heard[0])).toBeGreaterThanOrEqual(10);
	const after = await reads(
		connection,
		topic,
		group,
		({ lag }) => lag?.n === 0,
	);
	expect(after).toMatchObject({ lag: { bound: "exact" }, lost: 0, notes: [] });
	expect((await positions())[0]?.[1]).toBeGreaterThan(10);
});

test("where nothing is kept nothing waits, and what comes then does", async () => {
	const topic = await stage.topicWith(1, 3);
	await removeBefore(topic, 3);
	const group = unique("group");
	await commit(stage.port, group, topic, [atEnd]);
	const connection = stage.open();
	expect(await readingOf(connection, topic, group)).toMatchObject({
		...{ lag: { n: 0, bound: "exact" }, departed: 3 },
	});
	await stage.write(topic, 2);
	expect(await readingOf(connection, topic, group)).toMatchObject({
		...{ lag: { n: 2, bound: "exact" }, departed: 3 },
	});
	const subscription = { broker: "b", kind: "topic", channel: topic, group };
	const page = { part: "partitions", sort: "partition" } as const;
	const look = await connection.look(subscription, {
		...{ ...page, offset: 0, limit: 10 },
	});
	expect(look.partitions).toMatchObject([{ position: null, lag: null }]);
});

/** Two partitions of ten messages or fewer, of which one has a position and the other has none. */
async function begin() {
	const topic = await stage.topicWith(2, 0);
	await stage.write(topic, 10);
	const group = unique("group");
	await leftGroup(stage.port, "consumer", group, topic, [atEnd]);
	const connection = stage.open();
	await connection.read();
	const positions = positionsOf(group);
	const cleaned = cleaning(connection, topic, group);
	return { topic, group, positions, ...cleaned };
}

test("a plan is none the staler for what comes meanwhile, and what is undone is at the end again", async () => {
	const it = await begin();
	expect(await it.positions()).toEqual([[0, atEnd]]);
	const plan = await it.plan(resetTo({ place: "first" }, [0]));
	expect(plan.refusal).toBeNull();
	const end = plan.moves[0]?.end ?? -1;
	expect(plan.moves).toMatchObject([{ partition: 0, before: end, after: 0 }]);
	await stage.write(it.topic, 10);
	const { outcome, kept } = await it.apply(plan);
	expect(outcome).toMatchObject({ ending: "done", refusals: [] });
	expect(kept).toMatchObject([
		{ partition: 0, position: atEnd, metadata: noteOf(0) },
	]);
	expect(await it.positions()).toEqual([[0, 0]]);
	const lain = JSON.parse(JSON.stringify(plan));
	const back = await it.plan(undo, { plan: lain, before: kept });
	expect(back).toMatchObject({ refusal: null, commands: null });
	expect((await it.apply(back, kept)).outcome.ending).toBe("done");
	expect(await it.positions()).toEqual([[0, atEnd]]);
});

test("only what is committed is forgotten, and given back", async () => {
	const it = await begin();
	const plan = await it.plan({ action: "forget" });
	expect(plan).toMatchObject({ refusal: null, messages: { n: 1 } });
	const { outcome, kept } = await it.apply(plan);
	expect(outcome).toMatchObject({ ending: "done", messagesDone: 1 });
	expect(await it.positions()).toEqual([]);
	const lain = JSON.parse(JSON.stringify(plan));
	const back = await it.plan(undo, { plan: lain, before: kept });
	expect((await it.apply(back, kept)).outcome.ending).toBe("done");
	expect(await it.positions()).toEqual([[0, atEnd]]);
});

test("to be where another group stands is to be at the end", async () => {
	const it = await begin();
	await commitNoted(stage.port, it.group, it.topic, [1]);
	const other = unique("other");
	await commit(stage.port, other, it.topic, [atEnd]);
	const plan = await it.plan(resetTo({ place: "group", group: other }));
	const [move] = plan.moves;
	expect(plan.moves).toMatchObject([
		{ partition: 0, before: 1, after: move?.end, isBrought: false },
	]);
});
