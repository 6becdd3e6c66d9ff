// Is a group called stalled, stopped, losing and healthy again as that happens to a real one?
import type { Consumer } from "kafkajs";
import { onTestFinished, test } from "vitest";
import { quickBoard } from "#lib/systems/for-tests-quick-board.ts";
import { unique } from "../for-tests/cluster.ts";
import { ownKafka } from "../for-tests/own.ts";
import { commit } from "../for-tests/positions.ts";

const own = ownKafka();

async function readerOf(topic: string, groupId: string): Promise<Consumer> {
	const consumer = own.cluster.client.consumer({
		...{ groupId, sessionTimeout: 10_000, maxWaitTimeInMs: 100 },
	});
	onTestFinished(() => consumer.disconnect().catch(() => undefined));
	await consumer.connect();
	await consumer.subscribe({ topic, fromBeginning: true });
	await consumer.run({ autoCommitInterval: 100, eachMessage: async () => {} });
	return consumer;
}

/** A message now and then, until the test is over. */
async function flowInto(topic: string): Promise<void> {
	const producer = own.cluster.client.producer();
	await producer.connect();
	let last = Promise.resolve();
	const timer = setInterval(() => {
		last = last
			.then(() => producer.send({ topic, messages: [{ value: "x" }] }))
			.then(
				() => undefined,
				() => undefined,
			);
	}, 200);
	onTestFinished(async () => {
		clearInterval(timer);
		await last;
		await producer.disconnect();
	});
}

test("an operator sees members stall, read on, leave, come back, and lose what was removed before them", async () => {
	const topic = await own.cluster.topicWith(10);
	const group = unique("group");
	const first = await readerOf(topic, group);
	await flowInto(topic);
	const connection = own.connect();
	onTestFinished(() => connection.close());
	const board = quickBoard(connection, group, topic);
	await board.says("healthy", null, []);
	await board.reads(8);

	first.pause([{ topic }]);
	await board.says("stalled", "not moving", ["healthy"]);
	first.resume([{ topic }]);
	await board.says("healthy", null, ["stalled"]);

	await first.disconnect();
	await board.says("stopped", "no members", ["healthy"]);
	const second = await readerOf(topic, group);
	await board.says("healthy", null, ["stopped", "stalled"]);

	await second.disconnect();
	await own.cluster.write(topic, 20);
	await own.cluster.withAdmin(async (admin) => {
		const [end] = await admin.fetchTopicOffsets(topic);
		const partitions = [{ partition: 0, offset: end?.high ?? "0" }];
		await admin.deleteTopicRecords({ topic, partitions });
	});
	await board.says("losing", "removed unread", ["healthy", "stopped"]);
	await readerOf(topic, group);
	// Told for a quarter of an hour, whatever is read since.
	await board.says("healthy", null, ["losing"]);
}, 180_000);

test("a topic that no member of a live group reads any more is abandoned, and the one they read is not", async () => {
	const [left, kept] = [
		await own.cluster.topicWith(5),
		await own.cluster.topicWith(5),
	];
	const group = unique("group");
	// As it stood when the group still read both.
	await commit(own.port, group, left, [2]);
	await readerOf(kept, group);
	const connection = own.connect();
	onTestFinished(() => connection.close());
	const before = ["healthy", "stopped", "stalled"] as const;
	const board = quickBoard(connection, group, left);
	await board.says("abandoned", "not subscribed", before);
	await quickBoard(connection, group, kept).says("healthy", "caught up", []);
}, 180_000);
