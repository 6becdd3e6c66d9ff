// Is an older broker read as truly, and what it cannot say left unknown?
import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { apiVersionsV3 } from "@platformatic/kafka";
import { afterAll, expect, onTestFinished, test } from "vitest";
import { startKafka } from "#world/kafka.ts";
import { beat, connect } from "../for-tests/members.ts";
import { previews } from "../for-tests/own.ts";
import { commit } from "../for-tests/positions.ts";
import {
	looks,
	readingOf,
	reads,
	stageAt,
	unique,
} from "../for-tests/stage.ts";

const folder = await mkdtemp(join(tmpdir(), "tidemark-kafka-"));
const world = await startKafka({
	...{ nodes: 1, folder, version: "3.9.1" },
	settings: previews["3.9.1"],
});
const stage = stageAt(world.address);
const { port } = stage;

afterAll(async () => {
	await world.stop();
	await rm(folder, { recursive: true, force: true });
});

/** Nobody can have made a group of these kinds there, so that there is nothing of them to be true about. */
const lacking: readonly (readonly [string, number])[] = [
	["share groups: members", 77],
	["share groups: positions and their lag", 90],
	["streams groups: members", 89],
];

test.each(lacking)("it does not have %s", async (_name, key) => {
	const connection = await connect(port, "asks");
	const offered = await apiVersionsV3.api.async(connection, "asks", "0");
	const keys = offered.apiKeys.map(({ apiKey }) => apiKey);
	expect(keys).toContain(16);
	expect(keys).not.toContain(key);
});

test("classic members, and groups that only commit positions, are read as on a new one", async () => {
	const topic = await stage.topicWith(2, 6);
	const [group, byHand] = [unique("group"), unique("by-hand")];
	await commit(port, byHand, topic, [0, 0]);
	const consumer = stage.client("of-old").consumer({ groupId: group });
	await consumer.connect();
	onTestFinished(() => consumer.disconnect());
	await consumer.subscribe({ topic, fromBeginning: true });
	await consumer.run({ autoCommitInterval: 100, eachMessage: async () => {} });
	const connection = stage.open();
	const reading = await reads(
		...[connection, topic, group],
		({ lag, members }) => lag?.n === 0 && members?.registered === 1,
	);
	expect(reading).toMatchObject({
		...{ state: "Stable", members: { live: { n: 1, bound: "exact" } } },
	});
	const { members } = await looks(connection, topic, group, "members");
	expect(members).toMatchObject([
		{ clientId: "of-old", host: "127.0.0.1", partitions: [0, 1] },
	]);
	expect(await readingOf(connection, topic, byHand)).toMatchObject({
		...{ state: "Empty", lag: { n: 6, bound: "exact" } },
		members: { registered: 0, live: { n: 0, bound: "at least" } },
	});
	const { complete, troubles } = await connection.read();
	expect({ complete, troubles }).toEqual({ complete: true, troubles: [] });
});

test("it does not tell which protocol a static member speaks, so that it may be dead and still named", async () => {
	const topic = await stage.topicWith(2, 6);
	const group = unique("group");
	await commit(port, group, topic, [1, 1]);
	const member = {
		...{ group, topic, member: randomUUID(), instance: "pod-1" },
	};
	const own = await connect(port, "of-new");
	await beat(own, member, 0);
	const connection = stage.open();
	expect(await readingOf(connection, topic, group)).toMatchObject({
		...{ state: "Stable", lag: { n: 4, bound: "exact" } },
		members: { registered: 1, live: { n: 1, bound: "at most" } },
	});
	const { members } = await looks(connection, topic, group, "members");
	expect(members).toMatchObject([
		{ clientId: "of-new", instanceId: "pod-1", partitions: [0, 1], mark: null },
	]);
	await beat(own, member, -2);
	const away = await readingOf(stage.open(), topic, group);
	expect(away?.members).toMatchObject({ registered: 1, live: { n: 0 } });
	const look = await looks(connection, topic, group, "members");
	expect(look.members).toMatchObject([{ instanceId: "pod-1", mark: "away" }]);
});

test("a group that becomes of another kind there too stays one row", async () => {
	const topic = await stage.topicWith(2, 6);
	const group = unique("group");
	await commit(port, group, topic, [1, 1]);
	const connection = stage.open();
	const own = await connect(port, "of-new");
	const member = { group, topic, member: randomUUID() };
	expect((await readingOf(connection, topic, group))?.state).toBe("Empty");
	await beat(own, member, 0);
	expect(await readingOf(connection, topic, group)).toMatchObject({
		members: { registered: 1, live: { n: 1, bound: "exact" } },
	});
	await beat(own, member, -1);
	expect(await readingOf(connection, topic, group)).toMatchObject({
		...{ state: "Empty", members: { registered: 0 } },
	});
});
