// Does a group read on from where it is put, and is nothing else changed?
import { expect, inject, test } from "vitest";
import { cleaning, leftGroup, resetTo } from "../for-tests/cleaning.ts";
import { looks, stageAt, unique } from "../for-tests/stage.ts";

const stage = stageAt(inject("kafkaAddress"));

test("a group is put back to the first, once, and a plan that is no longer true is refused", async () => {
	const topic = await stage.topicWith(2, 20);
	const group = unique("group");
	await leftGroup(stage.port, group, topic, [5, 3]);
	const connection = stage.open();
	const { plan, apply, prove } = cleaning(connection, topic, group);
	const it = await plan(resetTo({ place: "first" }));
	expect(it).toMatchObject({
		...{ risk: "repeats messages", typed: null, undo: "while empty" },
		...{ refusal: null, warnings: [], messages: { n: 2, bound: "exact" } },
		effects: [
			{
				code: "go back",
				values: { messages: 8, bound: "exact", partitions: 2 },
			},
		],
		moves: [
			{ partition: 0, before: 5, after: 0, first: 0, end: 10 },
			{ partition: 1, before: 3, after: 0, first: 0, end: 10 },
		],
	});
	const { outcome, kept } = await apply(it);
	expect(outcome).toMatchObject({
		...{ ending: "done", messagesDone: 2, refusals: [] },
		figures: it.figures,
	});
	expect(kept).toEqual([
		{ channel: topic, partition: 0, position: 5, metadata: "" },
		{ channel: topic, partition: 1, position: 3, metadata: "" },
	]);
	const { partitions } = await looks(connection, topic, group, "partitions");
	expect(partitions.map(({ position }) => position)).toEqual([0, 0]);
	expect((await prove(it)).afterwards).toMatchObject([{ code: "as left" }]);
	const again = await apply(it);
	expect(again.outcome).toMatchObject({
		...{ ending: "refused", messagesDone: 0 },
		refusals: [{ code: "positions moved", values: { partitions: 2 } }],
	});
	expect(again.kept).toEqual([]);
});
