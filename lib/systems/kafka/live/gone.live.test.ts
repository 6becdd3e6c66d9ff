// Is what is gone told with its reason, and what is only hidden told as hidden?
import { beforeAll, describe, expect, onTestFinished, test } from "vitest";
import type { Snapshot } from "#lib/core/reading.ts";
import type { Connection } from "#lib/systems/system.ts";
import { eventually } from "#world/eventually.ts";
import { kafkaVersions } from "#world/kafka-jars.mjs";
import { unique } from "../for-tests/cluster.ts";
import { type Own, ownKafka } from "../for-tests/own.ts";
import { commit } from "../for-tests/positions.ts";

const worlds = kafkaVersions.map((version) => ({
	version,
	own: ownKafka({ "offsets.retention.minutes": "1" }, version),
}));
const expiries = new Map<Own, Promise<Expiry>>();

beforeAll(() => {
	// It takes a minute, in which the other tests run.
	for (const { own } of worlds) {
		const expiry = watchExpiry(own);
		expiry.catch(() => {});
		expiries.set(own, expiry);
	}
});

const snapshotAfter = (
	connection: Connection,
	isWanted: (snapshot: Snapshot) => boolean,
	withinMs = 10_000,
): Promise<Snapshot> =>
	eventually(async () => {
		const snapshot = await connection.read();
		return isWanted(snapshot) ? snapshot : undefined;
	}, withinMs);

const isThere = (group: string) => (snapshot: Snapshot) =>
	snapshot.readings.some((one) => one.group === group && !one.trouble);
const isGone = (group: string) => (snapshot: Snapshot) =>
	snapshot.complete && snapshot.gone.some((one) => one.group === group);
const whyOf = ({ gone }: Snapshot, group: string) =>
	gone.filter((one) => one.group === group).map(({ why }) => why);

type Expiry = { readonly forecast: unknown; readonly why: readonly string[] };

/** A reader comes, reads, and leaves for good. */
async function watchExpiry(own: Own): Promise<Expiry> {
	const topic = await own.cluster.topicWith(5);
	const groupId = unique("expires");
	const consumer = own.cluster.client.consumer({ groupId });
	const connection = own.connect();
	try {
		await consumer.connect();
		await consumer.subscribe({ topic, fromBeginning: true });
		await consumer.run({
			...{ autoCommitInterval: 100, eachMessage: async () => {} },
		});
		await snapshotAfter(connection, isThere(groupId), 30_000);
		await consumer.disconnect();
		const empty = await snapshotAfter(connection, ({ readings }) =>
			readings.some(
				(one) => one.group === groupId && one.members?.registered === 0,
			),
		);
		const left = empty.readings.find((one) => one.group === groupId);
		const gone = await snapshotAfter(connection, isGone(groupId), 80_000);
		return {
			forecast: left?.notes.find(({ code }) => code === "forgotten soon"),
			why: whyOf(gone, groupId),
		};
	} finally {
		await connection.close();
	}
}

describe.each(worlds)("Kafka $version", ({ own }) => {
	function open(): Connection {
		const connection = own.connect();
		onTestFinished(() => connection.close());
		return connection;
	}

	async function groupWithPosition() {
		const topic = await own.cluster.topicWith(5);
		const group = unique("group");
		await commit(own.port, group, topic, [2]);
		const connection = open();
		await snapshotAfter(connection, isThere(group));
		return { topic, group, connection };
	}

	test("a deleted topic takes its subscriptions with it", async () => {
		const { topic, group, connection } = await groupWithPosition();
		await own.cluster.remove(topic);
		const gone = await snapshotAfter(connection, isGone(group));
		expect(whyOf(gone, group)).toEqual(["channel deleted"]);
	});

	test("a topic made again has no positions of before", async () => {
		const { topic, group, connection } = await groupWithPosition();
		await own.cluster.makeAgain(topic, 3);
		const gone = await snapshotAfter(connection, isGone(group));
		expect(whyOf(gone, group)).toEqual(["made again"]);
	});

	test("a group that was seen to commit a moment ago was deleted by somebody", async () => {
		const { topic, group, connection } = await groupWithPosition();
		await commit(own.port, group, topic, [3]);
		await snapshotAfter(connection, ({ readings }) =>
			readings.some((one) => one.group === group && one.departed === 3),
		);
		await own.cluster.removeGroup(group);
		const gone = await snapshotAfter(connection, isGone(group));
		expect(whyOf(gone, group)).toEqual(["deleted"]);
	});

	test("of a group found empty nobody can say whether it expired or was deleted", async () => {
		const { group, connection } = await groupWithPosition();
		await own.cluster.removeGroup(group);
		const gone = await snapshotAfter(connection, isGone(group));
		expect(whyOf(gone, group)).toEqual(["expired or deleted"]);
	});

	test("positions that were removed leave group and topic where they are", async () => {
		const { topic, group, connection } = await groupWithPosition();
		await commit(own.port, group, topic, [-5]);
		const gone = await snapshotAfter(connection, isGone(group));
		expect(whyOf(gone, group)).toEqual(["no positions"]);
	});

	const silentOnes = ({ readings }: Snapshot, group: string) =>
		readings.filter((one) => one.group === group && one.trouble !== null);

	/** Hidden in one tick and in the next, and never gone. */
	async function staysHidden(
		connection: Connection,
		topic: string,
		group: string,
		detail: string,
	) {
		const hidden = await snapshotAfter(connection, (it) => !isThere(group)(it));
		const next = [await connection.read(), await connection.read()];
		for (const snapshot of [hidden, ...next]) {
			expect(silentOnes(snapshot, group)).toMatchObject([
				{ channel: topic, trouble: { code: "not allowed", detail } },
			]);
			expect(whyOf(snapshot, group)).toEqual([]);
		}
		// What rights hide must not keep everything else from being told as gone.
		const whole = await snapshotAfter(connection, ({ complete }) => complete);
		expect(silentOnes(whole, group)).toHaveLength(1);
		return whole.troubles.map(({ code }) => code);
	}

	test("a topic that rights hide from now on is hidden, not gone", async () => {
		const { topic, group, connection } = await groupWithPosition();
		await own.cluster.forbid("topic", topic, "describe");
		const detail = "TOPIC_AUTHORIZATION_FAILED";
		expect(await staysHidden(connection, topic, group, detail)).toEqual([
			"partly hidden",
		]);
	});

	test("a group that is listed and refused stays as not allowed", async () => {
		const { topic, group, connection } = await groupWithPosition();
		await own.cluster.forbid("group", group, "describe");
		await staysHidden(connection, topic, group, "GROUP_AUTHORIZATION_FAILED");
	});

	test("a group that rights take from the list is hidden, not gone", async () => {
		// Who may describe the cluster is shown every group.
		await own.cluster.forbid("cluster", "kafka-cluster", "describe");
		const { topic, group, connection } = await groupWithPosition();
		await own.cluster.forbid("group", group, "describe");
		const detail = "GROUP_AUTHORIZATION_FAILED";
		expect(await staysHidden(connection, topic, group, detail)).toEqual([
			"partly hidden",
		]);
	});

	test("a group that nobody was in for as long as positions are kept has expired, and was not deleted", async () => {
		const { forecast, why } = (await expiries.get(own)) ?? {};
		expect(forecast).toEqual({
			code: "forgotten soon",
			values: { seconds: 60, bound: "about" },
		});
		expect(why).toEqual(["expired"]);
	}, 120_000);
});
