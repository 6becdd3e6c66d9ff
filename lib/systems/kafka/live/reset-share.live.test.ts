// Does a share group begin where it is put, with what it had done behind that told as well?
import { randomUUID } from "node:crypto";
import { expect, inject, test } from "vitest";
import { eventually } from "#world/eventually.ts";
import { cleaning, resetTo } from "../for-tests/cleaning.ts";
import { differences, fingerprint } from "../for-tests/fingerprint.ts";
import { connect } from "../for-tests/members.ts";
import { beatShare } from "../for-tests/newer-members.ts";
import { commit } from "../for-tests/positions.ts";
import { asker } from "../for-tests/requests.ts";
import { stageAt, unique } from "../for-tests/stage.ts";
import { alterShareOffsets } from "../protocol/share-alter.ts";

const stage = stageAt(inject("kafkaAddress"));

/** Where a share group begins that nobody is in, and that may not be there yet. */
async function beginsAt(
	group: string,
	puts: Parameters<typeof alterShareOffsets>[1],
): Promise<void> {
	const ask = asker(stage.port);
	// A coordinator is there once something was committed.
	await commit(stage.port, unique("first"), puts[0]?.topic ?? "", [0]);
	await eventually(async () => {
		const { code } = await ask(alterShareOffsets(group, puts));
		return code === 0 || undefined;
	}, 20_000);
}

/** Two topics of two partitions with 10 each, of which it begins at these places. */
async function begin(positions: readonly number[]) {
	const topics = [await stage.topicWith(2, 20), await stage.topicWith(2, 20)];
	const [topic = "", beside = ""] = topics;
	const group = unique("share");
	const ask = asker(stage.port);
	const puts = topics.flatMap((topic) =>
		positions.map((position, partition) => ({ topic, partition, position })),
	);
	await beginsAt(group, puts);
	const connection = stage.open();
	await connection.read();
	const seen = () => fingerprint(ask, [group], [topic, beside]);
	const line = (partition: number, position: number) => {
		const lag = 10 - position;
		const row = { topic, partition, position, lag };
		return JSON.stringify(["shared", group, row]);
	};
	const cleaned = cleaning(connection, topic, group);
	return { topic, group, seen, line, ...cleaned };
}

/** The coordinator of what is shared needs a moment to say where it is. */
const settles = (check: () => Promise<void>) =>
	eventually(async () => {
		await check();
		return true;
	}, 20_000);

test("a share group is put back and forward, nothing else of it, and back again", async () => {
	const { group, seen, line, plan, apply, prove } = await begin([6, 2]);
	const before = await seen();
	const it = await plan(resetTo({ place: "exact", position: 4 }));
	expect(await seen()).toEqual(before);
	expect(it).toMatchObject({
		...{ risk: "loses messages", typed: group, undo: "while empty" },
		...{ refusal: null, warnings: [], messages: { n: 2, bound: "exact" } },
		effects: [
			{
				code: "skip",
				values: { messages: 2, bound: "at most", partitions: 1 },
			},
			{
				code: "go back",
				values: { messages: 2, bound: "exact", partitions: 1 },
			},
		],
		figures: [
			{ code: "waiting", before: { n: 12 }, after: { n: 12 } },
			{ code: "positions", before: { n: 2 }, after: { n: 2 } },
		],
	});
	const { outcome, kept } = await apply(it);
	expect(outcome).toMatchObject({ ending: "done", messagesDone: 2 });
	expect(kept).toHaveLength(2);
	await settles(async () => {
		expect(differences(before, await seen())).toEqual({
			gone: [line(0, 6), line(1, 2)],
			come: [line(0, 4), line(1, 4)],
		});
	});
	expect(await prove(it)).toMatchObject({
		...{ figures: it.figures, afterwards: [{ code: "as left" }] },
	});
	expect((await apply(it)).outcome).toMatchObject({
		...{ ending: "refused", messagesDone: 0 },
		refusals: [{ code: "positions moved" }],
	});
	const undone = { plan: it, before: kept };
	const back = await plan({ action: "undo", errand: "a" }, undone);
	const taken = await apply(back, kept);
	expect(taken.outcome).toMatchObject({ ending: "done", messagesDone: 2 });
	await settles(async () => expect(await seen()).toEqual(before));
});

test("what it had done behind where it begins is done again, which no position tells", async () => {
	const topic = await stage.topicWith(1, 0);
	const group = unique("share");
	const puts = [{ topic, partition: 0, position: 0 }];
	await beginsAt(group, puts);
	await stage.write(topic, 10);
	const child = await stage.tool(
		...["ConsoleShareConsumer", "--topic", topic, "--group", group],
	);
	const connection = stage.open();
	const { plan, apply } = cleaning(connection, topic, group);
	const refused = await eventually(async () => {
		const it = await plan(resetTo({ place: "first" }));
		return it.figures[0]?.before?.n === 0 ? it : undefined;
	}, 30_000);
	expect(refused.refusal).toEqual({
		...{ code: "has members", values: { members: 1 } },
	});
	await child.end(10_000);
	const it = await eventually(async () => {
		const one = await plan(resetTo({ place: "first" }));
		return one.refusal === null ? one : undefined;
	}, 20_000);
	expect(it).toMatchObject({
		risk: "repeats messages",
		effects: [{ code: "go back", values: { messages: 10, bound: "exact" } }],
		figures: [{ code: "waiting", before: { n: 0 }, after: { n: 10 } }, {}],
	});
	const { outcome } = await apply(it);
	expect(outcome).toMatchObject({ ending: "done", messagesDone: 1 });
	await settles(async () => {
		const { readings } = await connection.read();
		expect(readings.find((one) => one.group === group)?.lag?.n).toBe(10);
	});
});

test("a member that comes after the last look is kept by the broker itself", async () => {
	const { topic, group, seen, plan, applyWith } = await begin([6, 2]);
	const it = await plan(resetTo({ place: "first" }));
	const own = await connect(stage.port, "picker");
	const { outcome } = await applyWith(it, () =>
		beatShare(own, group, randomUUID(), 0, topic),
	);
	expect(outcome).toMatchObject({
		...{ ending: "refused", messagesDone: 0 },
		refusals: [{ code: "has members", values: { members: null } }],
	});
	const shared = (await seen()).filter((line) => line.startsWith('["shared"'));
	expect(shared).toHaveLength(4);
	expect(shared.some((line) => line.includes('"position":0'))).toBe(false);
});
