// Is a group still itself while it becomes of another kind, or shares out its partitions anew?
import { randomUUID } from "node:crypto";
import { expect, inject, onTestFinished, test } from "vitest";
import {
	assignmentOf,
	beat,
	connect,
	giveOut,
	join,
} from "../for-tests/members.ts";
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

test("a group that becomes of another kind while it lives stays one row, with all its members", async () => {
	const topic = await stage.topicWith(4, 8);
	const group = unique("group");
	await commit(port, group, topic, [0, 0, 0, 0]);
	const consumer = stage.client("of-old").consumer({
		...{ groupId: group, heartbeatInterval: 300, rebalanceTimeout: 5_000 },
	});
	await consumer.connect();
	onTestFinished(() => consumer.disconnect());
	await consumer.subscribe({ topic, fromBeginning: true });
	await consumer.run({ autoCommitInterval: 100, eachMessage: async () => {} });
	const connection = stage.open();
	const clients = async () => {
		const { members } = await looks(connection, topic, group, "members");
		return members.map(({ clientId }) => clientId).sort();
	};
	const membersAre = (count: number) =>
		reads(
			...[connection, topic, group],
			({ members }) => members?.live?.n === count,
		);
	await membersAre(1);
	expect(await clients()).toEqual(["of-old"]);
	const own = await connect(port, "of-new");
	const newer = { group, member: randomUUID(), topic };
	await beat(own, newer, 0);
	expect((await membersAre(2)).members).toMatchObject({
		...{ registered: 2, live: { n: 2, bound: "exact" } },
	});
	expect(await clients()).toEqual(["of-new", "of-old"]);
	await beat(own, newer, -1);
	await membersAre(1);
	expect(await clients()).toEqual(["of-old"]);
});

test("while a group shares out anew, its members are shown with what they had, and marked so", async () => {
	const topic = await stage.topicWith(2, 4);
	const group = unique("group");
	await commit(port, group, topic, [0, 0]);
	const [first, second] = [
		await connect(port, "first"),
		await connect(port, "second"),
	];
	const joined = await join(first, { group });
	await giveOut(first, { group }, joined, assignmentOf(topic, [0, 1]));
	const connection = stage.open();
	expect((await readingOf(connection, topic, group))?.state).toBe("Stable");
	const waiting = join(second, { group });
	const sharing = await reads(
		...[connection, topic, group],
		({ state }) => state === "PreparingRebalance",
	);
	expect(sharing.members?.registered).toBe(2);
	const had = { partitions: [0, 1], mark: "rebalancing" };
	const hadNone = { partitions: null, mark: null };
	const shown = async () => {
		const { members } = await looks(connection, topic, group, "members");
		return ["first", "second"].map((clientId) =>
			members.find((member) => member.clientId === clientId),
		);
	};
	expect(await shown()).toMatchObject([had, hadNone]);
	const rejoined = join(first, { group, member: joined.memberId });
	await Promise.all([waiting, rejoined]);
	await reads(
		...[connection, topic, group],
		({ state }) => state === "CompletingRebalance",
	);
	expect(await shown()).toMatchObject([had, hadNone]);
	// One more before the leader has given out: now the broker itself no longer tells what anybody had.
	const late = join(await connect(port, "third"), { group });
	await reads(
		...[connection, topic, group],
		({ state }) => state === "PreparingRebalance",
	);
	expect(await shown()).toMatchObject([had, hadNone]);
	const stranger = await looks(stage.open(), topic, group, "members");
	expect(stranger.members.map(({ partitions }) => partitions)).toEqual([
		...[null, null, null],
	]);
	await Promise.all([
		late,
		join(first, { group, member: joined.memberId }),
		join(second, { group, member: (await waiting).memberId }),
	]);
});
