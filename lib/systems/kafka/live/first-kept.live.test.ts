// Is who stands at the first message that is kept, by no number, cleaned up like anybody else, and given back as it was?
import { expect, inject, test } from "vitest";
import { cleaning, resetTo } from "../for-tests/cleaning.ts";
import { fingerprint } from "../for-tests/fingerprint.ts";
import { commitNoted, leftGroup, noteOf } from "../for-tests/groups-left.ts";
import { commit } from "../for-tests/positions.ts";
import { asker } from "../for-tests/requests.ts";
import { readingOf, stageAt, unique } from "../for-tests/stage.ts";

const stage = stageAt(inject("kafkaAddress"));
const undo = { action: "undo", errand: "a" } as const;
const firstKept = -2;

async function removeBefore(topic: string, offset: number): Promise<void> {
	const admin = stage.client("admin").admin();
	await admin.connect();
	// This client learns who leads only by asking something else first.
	await admin.fetchTopicOffsets(topic);
	const partitions = [{ partition: 0, offset: `${offset}` }];
	await admin.deleteTopicRecords({ topic, partitions });
	await admin.disconnect();
}

/** One partition that keeps 2 and later, of which a group nobody is in has committed what is given. */
async function begin(position: number) {
	const topic = await stage.topicWith(1, 10);
	await removeBefore(topic, 2);
	const group = unique("group");
	await leftGroup(stage.port, "consumer", group, topic, [position]);
	const connection = stage.open();
	await connection.read();
	const ask = asker(stage.port);
	const seen = () => fingerprint(ask, [group], [topic]);
	const positions = async () =>
		(await seen()).filter((line) => line.startsWith('["position"'));
	const reading = () => readingOf(connection, topic, group);
	const cleaned = cleaning(connection, topic, group);
	return { ...{ topic, group, positions, reading }, ...cleaned };
}

const before = (topic: string) => [
	{ channel: topic, partition: 0, position: firstKept, metadata: noteOf(0) },
];

test("a plan is none the staler for what retention removes, and what is undone is at the first that is kept again", async () => {
	const it = await begin(firstKept);
	const was = await it.positions();
	const plan = await it.plan(resetTo({ place: "exact", position: 7 }));
	expect(plan).toMatchObject({
		refusal: null,
		moves: [{ partition: 0, before: 2, after: 7 }],
	});
	await removeBefore(it.topic, 4);
	const { outcome, kept } = await it.apply(plan);
	expect(outcome).toMatchObject({ ending: "done", refusals: [] });
	expect(kept).toEqual(before(it.topic));
	expect(await it.reading()).toMatchObject({ departed: 7, trouble: null });
	const lain = JSON.parse(JSON.stringify(plan));
	const back = await it.plan(undo, { plan: lain, before: kept });
	expect(back).toMatchObject({
		...{ refusal: null, risk: "none", commands: null },
		moves: [{ partition: 0, before: 7, after: 4 }],
	});
	await removeBefore(it.topic, 5);
	expect((await it.apply(back, kept)).outcome).toMatchObject({
		...{ ending: "done", refusals: [] },
	});
	expect(await it.positions()).toEqual(was);
	expect(await it.prove(back)).toMatchObject({
		afterwards: [{ code: "as left" }],
	});
	// Nobody doubts what we wrote ourselves.
	expect(await it.reading()).toMatchObject({
		...{ departed: 5, lag: { n: 5, bound: "exact" }, trouble: null },
	});
});

test("what somebody commits meanwhile is seen, though it is the same place", async () => {
	const it = await begin(firstKept);
	const plan = await it.plan(resetTo({ place: "exact", position: 7 }));
	await commitNoted(stage.port, it.group, it.topic, [2]);
	expect((await it.apply(plan)).outcome).toMatchObject({
		ending: "refused",
		refusals: [{ code: "positions moved", values: { partitions: 1 } }],
	});
});

test("it is forgotten with what is committed there, and given back by no number", async () => {
	const it = await begin(firstKept);
	const was = await it.positions();
	const plan = await it.plan({ action: "forget" });
	expect(plan).toMatchObject({
		...{ refusal: null, messages: { n: 1 } },
		moves: [{ partition: 0, before: 2, after: null }],
	});
	await removeBefore(it.topic, 4);
	const { outcome, kept } = await it.apply(plan);
	expect(outcome).toMatchObject({ ending: "done", messagesDone: 1 });
	expect(await it.positions()).toEqual([]);
	const lain = JSON.parse(JSON.stringify(plan));
	const back = await it.plan(undo, { plan: lain, before: kept });
	expect(back.moves).toMatchObject([{ before: null, after: 4 }]);
	expect((await it.apply(back, kept)).outcome.ending).toBe("done");
	expect(await it.positions()).toEqual(was);
});

test("to be where another group stands is to be at the first that is kept", async () => {
	const [it, other] = [await begin(9), unique("other")];
	await commit(stage.port, other, it.topic, [firstKept]);
	const plan = await it.plan(resetTo({ place: "group", group: other }));
	expect(plan.moves).toMatchObject([
		{ partition: 0, before: 9, after: 2, isBrought: false },
	]);
});
