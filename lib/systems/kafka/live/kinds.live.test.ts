// Is every kind of group told with its true state and members, also while it becomes of another kind?
import { randomUUID } from "node:crypto";
import { expect, inject, test } from "vitest";
import { eventually } from "#world/eventually.ts";
import { connect, giveOut, join } from "../for-tests/members.ts";
import { beatStreams } from "../for-tests/newer-members.ts";
import { commit } from "../for-tests/positions.ts";
import {
	looks,
	readingOf,
	reads,
	stageAt,
	unique,
} from "../for-tests/stage.ts";

const stage = stageAt(inject("kafkaAddress"));
const { port } = stage;

test("a group whose partitions the broker gives out is alive, and a static member that left for a restart is away", async () => {
	const topic = await stage.topicWith(3, 30);
	const group = unique("group");
	const child = await stage.tool(
		...["ConsoleConsumer", "--topic", topic, "--group", group],
		...["--from-beginning", "--command-property", "group.protocol=consumer"],
		...["--command-property", "group.instance.id=pod-1"],
		...["--command-property", "client.id=shop"],
		...["--command-property", "auto.commit.interval.ms=200"],
	);
	const connection = stage.open();
	const reading = await reads(
		...[connection, topic, group],
		({ lag, members }) => lag?.n === 0 && members?.registered === 1,
	);
	expect(reading).toMatchObject({
		state: "Stable",
		members: { registered: 1, live: { n: 1, bound: "exact" } },
	});
	const { members } = await looks(connection, topic, group, "members");
	expect(members).toMatchObject([
		{ clientId: "shop", instanceId: "pod-1", host: "127.0.0.1", mark: null },
	]);
	expect(members[0]?.partitions).toEqual([0, 1, 2]);
	await child.end(10_000);
	const without = await reads(
		...[connection, topic, group],
		({ members }) => members?.live?.n === 0,
	);
	expect(without).toMatchObject({
		members: { registered: 1, live: { n: 0, bound: "exact" } },
		notes: [{ code: "members away", values: { members: 1 } }],
	});
	const look = await looks(connection, topic, group, "members");
	expect(look.members).toMatchObject([{ instanceId: "pod-1", mark: "away" }]);
});

test("a streams group has members that own the partitions their tasks read, and positions like any other", async () => {
	const topic = await stage.topicWith(2, 20);
	const group = unique("group");
	await commit(port, group, topic, [3, 4]);
	const member = randomUUID();
	const own = await connect(port, "streams-app");
	const connection = stage.open();
	let epoch = 0;
	const look = await eventually(async () => {
		({ epoch } = await beatStreams(own, group, member, epoch, topic));
		const now = await looks(connection, topic, group, "members");
		return now.members[0]?.partitions?.length === 2 ? now : undefined;
	}, 20_000);
	expect(look.members).toMatchObject([
		{ name: member, clientId: "streams-app", host: "127.0.0.1" },
	]);
	expect(look.members[0]?.partitions).toEqual([0, 1]);
	const { partitions } = await looks(connection, topic, group, "partitions");
	expect(partitions.map(({ owner }) => owner)).toEqual([member, member]);
	const reading = await reads(
		...[connection, topic, group],
		({ state }) => state === "Stable",
	);
	expect(reading).toMatchObject({
		lag: { n: 13, bound: "exact" },
		members: { registered: 1, live: { n: 1, bound: "exact" } },
	});
	await beatStreams(own, group, member, -1, topic);
	const empty = await reads(
		...[connection, topic, group],
		({ members }) => members?.registered === 0,
	);
	expect(empty).toMatchObject({
		state: "Empty",
		members: { live: { n: 0, bound: "exact" } },
	});
});

test("workers that share out something else than partitions have no row, and harm nobody's", async () => {
	const topic = await stage.topicWith(1, 5);
	const [workers, sink] = [unique("workers"), unique("connect-sink")];
	const own = await connect(port, "connect-worker");
	const worker = { group: workers, protocol: "connect" };
	const joined = await eventually(() => join(own, worker), 20_000);
	await giveOut(own, worker, joined, Buffer.from("not an assignment of ours"));
	await commit(port, sink, topic, [2]);
	const connection = stage.open();
	for (let ticks = 2; ticks > 0; ticks--) {
		const { readings, complete, troubles } = await connection.read();
		expect({ complete, troubles }).toEqual({ complete: true, troubles: [] });
		expect(readings.some(({ group }) => group === workers)).toBe(false);
	}
	expect((await readingOf(connection, topic, sink))?.lag?.n).toBe(3);
	await commit(port, sink, topic, [5]);
	// Positions in a group of workers are nobody's custom, and yet no reason to fail.
	const now = await readingOf(connection, topic, sink);
	expect(now?.lag?.n).toBe(0);
});

test("a group that only commits positions is a row, and nobody says that nobody is there", async () => {
	const topic = await stage.topicWith(1, 5);
	const group = unique("group");
	await commit(port, group, topic, [2]);
	const connection = stage.open();
	expect(await readingOf(connection, topic, group)).toMatchObject({
		...{ state: "Empty", lag: { n: 3, bound: "exact" } },
		members: { registered: 0, live: { n: 0, bound: "at least" } },
	});
	const look = await looks(connection, topic, group, "members");
	expect(look).toMatchObject({ total: 0, members: [] });
});
