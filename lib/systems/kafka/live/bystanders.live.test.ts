// Are groups that are no row told beside the board, for as long as they are none?
import { randomUUID } from "node:crypto";
import type { Admin } from "kafkajs";
import { beforeAll, expect, inject, onTestFinished, test } from "vitest";
import type { Bystander } from "#lib/core/bystander.ts";
import type { Snapshot } from "#lib/core/reading.ts";
import type { Connection } from "#lib/systems/system.ts";
import { eventually } from "#world/eventually.ts";
import {
	assignmentOf,
	beat,
	connect,
	giveOut,
	join,
	leave,
} from "../for-tests/members.ts";
import { commit } from "../for-tests/positions.ts";
import { stageAt, unique } from "../for-tests/stage.ts";
import { removeGroup, removeTopic } from "../for-tests/topics.ts";

const stage = stageAt(inject("kafkaAddress"));
const { port } = stage;

/** The cluster keeps no groups until somebody asks who would. */
beforeAll(async () => {
	const topic = await stage.topicWith(1, 0);
	await commit(port, unique("first"), topic, [0]);
}, 30_000);

const besideIn = ({ bystanders }: Snapshot, group: string) =>
	bystanders.groups.filter(({ name }) => name === group);
const rowsIn = ({ readings }: Snapshot, group: string) =>
	readings.filter((one) => one.group === group);

/** Whatever comes and goes, a group is told once, here or there. */
async function until<T>(
	connection: Connection,
	group: string,
	wanted: (snapshot: Snapshot) => T | undefined,
): Promise<T> {
	let toldTwice = 0;
	const found = await eventually(async () => {
		const snapshot = await connection.read();
		const beside = besideIn(snapshot, group).length;
		if (beside + rowsIn(snapshot, group).length > 1) toldTwice++;
		return wanted(snapshot);
	}, 30_000);
	expect(toldTwice).toBe(0);
	return found;
}

const isBeside = (
	connection: Connection,
	group: string,
	isWanted: (one: Bystander) => boolean = () => true,
): Promise<Bystander> =>
	until(connection, group, (snapshot) =>
		besideIn(snapshot, group).find(isWanted),
	);

const isGone = (connection: Connection, group: string) =>
	until(connection, group, (snapshot) => {
		const here = besideIn(snapshot, group).length;
		return snapshot.complete && here === 0 ? snapshot : undefined;
	});

async function workers() {
	const group = unique("workers");
	const own = await connect(port, "connect-1");
	const worker = { group, protocol: "connect" };
	const joined = await eventually(() => join(own, worker), 20_000);
	await giveOut(own, worker, joined, Buffer.from("not an assignment of ours"));
	return { group, own, member: joined.memberId };
}

const asAdmin = async (work: (admin: Admin) => Promise<unknown>) => {
	const admin = stage.client("admin").admin();
	await admin.connect();
	onTestFinished(() => admin.disconnect());
	await work(admin);
};

test("workers that share out something else than partitions are told with what they are and who they are", async () => {
	const { group, member } = await workers();
	const connection = stage.open();
	const told = await isBeside(connection, group);
	expect(told).toEqual({
		...{ name: group, kind: "connect", state: "Stable", registered: 1 },
		members: [
			{
				...{ name: member, clientId: "connect-1", host: "127.0.0.1" },
				instanceId: null,
			},
		],
	});
});

test("workers that left are an empty group, and once it is deleted they are told no more", async () => {
	const { group, own, member } = await workers();
	const connection = stage.open();
	await isBeside(connection, group, ({ registered }) => registered === 1);
	await leave(own, group, member);
	const empty = await isBeside(
		connection,
		group,
		({ state }) => state === "Empty",
	);
	expect(empty).toMatchObject({ registered: 0, members: [] });
	await asAdmin((admin) => removeGroup(admin, group));
	expect(rowsIn(await isGone(connection, group), group)).toEqual([]);
});

test("a consumer that never commits stands beside the board, and on it from its first commit on", async () => {
	const topic = await stage.topicWith(1, 5);
	const groupId = unique("silent");
	const consumer = stage.client("never-commits").consumer({ groupId });
	onTestFinished(() => consumer.disconnect());
	await consumer.connect();
	await consumer.subscribe({ topic, fromBeginning: true });
	await consumer.run({ autoCommit: false, eachMessage: async () => {} });
	const connection = stage.open();
	const told = await isBeside(
		connection,
		groupId,
		({ state }) => state === "Stable",
	);
	expect(told).toMatchObject({
		...{ kind: "consumer", registered: 1 },
		members: [{ clientId: "never-commits", host: "127.0.0.1" }],
	});
	await consumer.commitOffsets([{ topic, partition: 0, offset: "2" }]);
	const [row] = await until(connection, groupId, (snapshot) => {
		const rows = rowsIn(snapshot, groupId);
		return rows.length > 0 ? rows : undefined;
	});
	expect(row).toMatchObject({
		...{ channel: topic, lag: { n: 3, bound: "exact" } },
		members: { registered: 1 },
	});
});

test("a group whose only topic is deleted under it stands beside the board, with the member that stayed", async () => {
	const topic = await stage.topicWith(1, 5);
	const group = unique("bereft");
	await commit(port, group, topic, [2]);
	const own = await connect(port, "stays");
	const joined = await eventually(() => join(own, { group }), 20_000);
	await giveOut(own, { group }, joined, assignmentOf(topic, [0]));
	const connection = stage.open();
	await until(connection, group, (snapshot) =>
		rowsIn(snapshot, group).find(({ members }) => members?.registered === 1),
	);
	await asAdmin((admin) => removeTopic(admin, topic));
	const told = await isBeside(
		connection,
		group,
		({ members }) => members.length > 0,
	);
	expect(told).toMatchObject({
		...{ kind: "consumer", registered: 1 },
		members: [{ clientId: "stays" }],
	});
});

test("a consumer whose partitions the broker gives out stands beside the board until it commits", async () => {
	const topic = await stage.topicWith(1, 5);
	const [group, member] = [unique("given"), randomUUID()];
	const own = await connect(port, "given");
	await beat(own, { group, member, topic, instance: "pod-1" }, 0);
	const connection = stage.open();
	const told = await isBeside(
		connection,
		group,
		({ registered }) => registered === 1,
	);
	expect(told).toMatchObject({
		...{ kind: "consumer", state: "Stable" },
		members: [{ name: member, clientId: "given", instanceId: "pod-1" }],
	});
	await beat(own, { group, member, topic, instance: "pod-1" }, -1);
	await isBeside(connection, group, ({ state }) => state === "Empty");
});
