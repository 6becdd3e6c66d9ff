// Is what Tidemark says of a group right where numbers alone mislead?
import { describe, expect, onTestFinished, test } from "vitest";
import type { NoteCode } from "#lib/core/note.ts";
import type { Reading } from "#lib/core/reading.ts";
import type { Connection } from "#lib/systems/system.ts";
import { eventually } from "#world/eventually.ts";
import { kafkaVersions } from "#world/kafka-jars.mjs";
import { unique } from "../for-tests/cluster.ts";
import { ownKafka } from "../for-tests/own.ts";
import { commit } from "../for-tests/positions.ts";

describe.each(kafkaVersions)("Kafka %s", (version) => {
	const own = ownKafka({}, version);

	function open(): Connection {
		const connection = own.connect();
		onTestFinished(() => connection.close());
		return connection;
	}

	/** Reads until the group's one reading is as wanted: what is told only after several readings needs several. */
	const reads = (
		connection: Connection,
		group: string,
		isWanted: (reading: Reading) => boolean,
	): Promise<Reading> =>
		eventually(async () => {
			const { readings } = await connection.read();
			return readings.find((one) => one.group === group && isWanted(one));
		}, 10_000);

	const noteIn = (reading: Reading, code: NoteCode) =>
		reading.notes.find((note) => note.code === code)?.values;
	const has = (code: NoteCode) => (reading: Reading) =>
		noteIn(reading, code) !== undefined;

	/** 10 messages, and 5 in a transaction that nobody has ended yet. */
	async function topicWithOpenTransaction() {
		const topic = await own.cluster.topicWith(10);
		const producer = own.cluster.client.producer({
			...{ transactionalId: unique("writer"), idempotent: true },
			maxInFlightRequests: 1,
		});
		await producer.connect();
		onTestFinished(() => producer.disconnect());
		const transaction = await producer.transaction();
		await transaction.send({ topic, messages: Array(5).fill({ value: "x" }) });
		return { topic, producer, transaction };
	}

	/** 10 messages, 5 in a transaction that is committed, 1 in one that is given up: with two markers the log ends at 18. */
	async function topicWithMarkers(): Promise<string> {
		const { topic, producer, transaction } = await topicWithOpenTransaction();
		await transaction.commit();
		const givenUp = await producer.transaction();
		await givenUp.send({ topic, messages: [{ value: "x" }] });
		await givenUp.abort();
		return topic;
	}

	test("a lag of markers and of what was given up is none, though Kafka's own tool counts it", async () => {
		const topic = await topicWithMarkers();
		const group = unique("group");
		// Where a reader of committed messages stands that has read everything: after the last of them.
		await commit(own.port, group, topic, [15]);
		const connection = open();
		const first = await reads(connection, group, () => true);
		expect(first.lag).toEqual({ n: 3, bound: "exact" });
		const reading = await reads(connection, group, has("markers only"));
		expect(reading.lag).toEqual({ n: 0, bound: "exact" });
		expect(reading.timeLagMs).toEqual({ n: 0, bound: "exact" });
		expect(noteIn(reading, "markers only")).toEqual({ messages: 3 });
		// Whoever watches single partitions must not see one that waits for ever.
		expect(reading.columns?.ends).toEqual(reading.columns?.positions);
		// It takes the position from the end: the marker of each transaction and the given up message look like work.
		expect(await own.cluster.toolLags(group)).toEqual(["3"]);
	});

	test("a small lag with one message in it is that lag", async () => {
		const topic = await topicWithMarkers();
		const group = unique("group");
		await commit(own.port, group, topic, [14]);
		const connection = open();
		for (let tick = 0; tick < 6; tick++)
			expect(await reads(connection, group, () => true)).toMatchObject({
				lag: { n: 4, bound: "exact" },
			});
	});

	test("without the right to look, a small lag that rests is said to be markers perhaps", async () => {
		const topic = await topicWithMarkers();
		const group = unique("group");
		await commit(own.port, group, topic, [15]);
		await own.cluster.forbid("topic", topic, "read");
		const reading = await reads(open(), group, has("may be markers"));
		expect(reading.lag).toEqual({ n: 3, bound: "at most" });
	});

	test("an open transaction is told with what waits behind it, until it is committed", async () => {
		const { topic, transaction } = await topicWithOpenTransaction();
		const group = unique("group");
		await commit(own.port, group, topic, [10]);
		const connection = open();
		const reading = await reads(connection, group, has("open transaction"));
		expect(reading.lag).toEqual({ n: 5, bound: "exact" });
		expect(noteIn(reading, "open transaction")).toMatchObject({
			...{ partitions: 1, messages: 5 },
		});
		// It shows the same number, and no word of why nobody can read on.
		expect(await own.cluster.toolLags(group)).toEqual(["5"]);
		await transaction.commit();
		const after = await reads(
			connection,
			group,
			(one) => !has("open transaction")(one),
		);
		expect(after.lag).toEqual({ n: 6, bound: "exact" });
	});

	test("a reader that passes an open transaction does not wait for it", async () => {
		const { topic, transaction } = await topicWithOpenTransaction();
		const group = unique("group");
		await commit(own.port, group, topic, [13]);
		const connection = open();
		for (let tick = 0; tick < 6; tick++) {
			const reading = await reads(connection, group, () => true);
			expect(noteIn(reading, "open transaction")).toBeUndefined();
		}
		await transaction.abort();
	});

	test("in a compacted log fewer may wait than are counted", async () => {
		const topic = await own.cluster.topicWith(40, {
			configEntries: [{ name: "cleanup.policy", value: "compact" }],
		});
		const group = unique("group");
		await commit(own.port, group, topic, [10]);
		const reading = await reads(open(), group, has("compacted"));
		expect(reading.lag).toEqual({ n: 30, bound: "at most" });
		// It says 30 for sure, however few of them compaction leaves.
		expect(await own.cluster.toolLags(group)).toEqual(["30"]);
	});

	test("positions that somebody set back are told with how far", async () => {
		const topic = await own.cluster.topicWith(10);
		const group = unique("group");
		await commit(own.port, group, topic, [8]);
		const connection = open();
		expect((await reads(connection, group, () => true)).lag?.n).toBe(2);
		await commit(own.port, group, topic, [2]);
		const reading = await reads(connection, group, has("set back"));
		expect(noteIn(reading, "set back")).toEqual({ messages: 6 });
		expect(reading.lag).toEqual({ n: 8, bound: "exact" });
	});

	test("partitions nobody has committed for are counted, also those added later", async () => {
		const topic = await own.cluster.topicWith(0, { numPartitions: 3 });
		const group = unique("group");
		await commit(own.port, group, topic, [0]);
		const isNoted = (partitions: number) => (reading: Reading) =>
			noteIn(reading, "not committed")?.partitions === partitions;
		await reads(open(), group, isNoted(2));
		await own.cluster.withAdmin((admin) =>
			admin.createPartitions({ topicPartitions: [{ topic, count: 5 }] }),
		);
		await reads(open(), group, isNoted(4));
	});

	test("a topic made again takes the positions with it, and whoever keeps the old ones is told so", async () => {
		const topic = await own.cluster.topicWith(50);
		const group = unique("group");
		await commit(own.port, group, topic, [45]);
		const connection = open();
		expect((await reads(connection, group, () => true)).lag?.n).toBe(5);
		await own.cluster.makeAgain(topic, 8);
		// A reader that still runs commits where it was in the old log.
		await commit(own.port, group, topic, [45]);
		const lost = await reads(connection, group, has("made again"));
		expect(lost).toMatchObject({ lag: null, ahead: 1 });
		await commit(own.port, group, topic, [3]);
		const doubted = await reads(connection, group, (it) => it.trouble !== null);
		expect(doubted.trouble?.code).toBe("not agreed");
		const found = await reads(connection, group, has("set back"));
		expect(found.lag).toEqual({ n: 5, bound: "exact" });
	});

	test("positions of an empty group are forgotten at a time that is told, as far as it is known", async () => {
		const topic = await own.cluster.topicWith(5);
		const group = unique("group");
		await commit(own.port, group, topic, [2]);
		const reading = await reads(open(), group, has("forgotten soon"));
		expect(noteIn(reading, "forgotten soon")).toEqual({
			...{ seconds: 7 * 24 * 3_600, bound: "at most" },
		});
	});
});
