// Is it told truly how much a reset is about, and is a large one done whole?
import { randomUUID } from "node:crypto";
import { describe, expect, inject, test } from "vitest";
import { cleaning, resetTo } from "../for-tests/cleaning.ts";
import { leftGroup } from "../for-tests/groups-left.ts";
import { asker } from "../for-tests/requests.ts";
import { stageAt, unique } from "../for-tests/stage.ts";
import { makeTopic } from "../for-tests/topics.ts";
import { committed } from "../protocol/committed.ts";
import { offsetCommit } from "../protocol/offset-commit.ts";

const stage = stageAt(inject("kafkaAddress"));

describe("of numbers that may be no messages it is told how many at most", () => {
	async function saidOf(topic: string) {
		const group = unique("group");
		await leftGroup(stage.port, "consumer", group, topic, [4]);
		const connection = stage.open();
		await connection.read();
		const { plan } = cleaning(connection, topic, group);
		const it = await plan(resetTo({ place: "first" }));
		return it.effects.find(({ code }) => code === "go back")?.values;
	}

	test("where only the last of each key is kept", async () => {
		const topic = unique("compacted");
		const admin = stage.client("admin").admin();
		await admin.connect();
		await makeTopic(admin, stage.port, {
			...{ topic, numPartitions: 1 },
			configEntries: [{ name: "cleanup.policy", value: "compact" }],
		});
		await admin.disconnect();
		const producer = stage.client("writer").producer();
		await producer.connect();
		const messages = Array(6).fill({ key: "k", value: "x" });
		await producer.send({ topic, messages });
		await producer.disconnect();
		expect(await saidOf(topic)).toMatchObject({
			messages: 4,
			bound: "at most",
		});
	});

	test("where transactions leave their markers", async () => {
		const topic = await stage.topicWith(1, 0);
		const producer = stage.client("writer").producer({
			...{ transactionalId: randomUUID(), idempotent: true },
			maxInFlightRequests: 1,
		});
		await producer.connect();
		for (let i = 3; i > 0; i--) {
			const transaction = await producer.transaction();
			await transaction.send({ topic, messages: [{ value: "x" }] });
			await transaction.commit();
		}
		await producer.disconnect();
		expect(await saidOf(topic)).toMatchObject({
			messages: 4,
			bound: "at most",
		});
	});

	test("and elsewhere exactly how many", async () => {
		const topic = await stage.topicWith(1, 6);
		expect(await saidOf(topic)).toMatchObject({ messages: 4, bound: "exact" });
	});
});

test("more than a broker takes at once is written in slices, and what was before is kept ahead of each", async () => {
	const count = 100;
	const [many, group] = [await stage.topicWith(count, 0), unique("group")];
	await leftGroup(stage.port, "consumer", group, many, [0]);
	const note = "n".repeat(4_000);
	const ask = asker(stage.port);
	for (let from = 0; from < count; from += 50) {
		const puts = Array.from({ length: 50 }, (_, i) => ({
			...{ topic: many, partition: from + i, position: 7, metadata: note },
		}));
		await ask(offsetCommit(group, puts));
	}
	const connection = stage.open();
	await connection.read();
	const { plan, apply } = cleaning(connection, many, group);
	const it = await plan(resetTo({ place: "first" }));
	const { outcome, kept, told } = await apply(it);
	expect(outcome).toMatchObject({ ending: "done", messagesDone: count });
	const written = told.flatMap(({ stage, messages }) =>
		stage === "messages" ? [messages] : [],
	);
	expect(written.length).toBeGreaterThan(2);
	expect(written.at(-1)).toBe(count);
	expect(kept).toHaveLength(count);
	const undone = { plan: it, before: kept };
	const back = await plan({ action: "undo", errand: "a" }, undone);
	expect((await apply(back, kept)).outcome.ending).toBe("done");
	const { rows } = await ask(committed(group, null));
	expect(rows.filter(({ metadata }) => metadata === note)).toHaveLength(count);
	expect(rows.every(({ position }) => position === 7)).toBe(true);
});

test("one that is told to stop before it begins changes nothing", async () => {
	const [topic, group] = [await stage.topicWith(1, 6), unique("group")];
	await leftGroup(stage.port, "consumer", group, topic, [4]);
	const { plan, apply } = cleaning(stage.open(), topic, group);
	const it = await plan(resetTo({ place: "first" }));
	const { outcome, kept } = await apply(it, [], AbortSignal.abort());
	expect(outcome).toMatchObject({
		...{ ending: "refused", messagesDone: 0 },
		refusals: [{ code: "was stopped" }],
		figures: [{ code: "waiting", before: { n: 2 }, after: { n: 2 } }, {}],
	});
	expect(kept).toEqual([]);
});
