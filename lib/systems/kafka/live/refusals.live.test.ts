// What does a broker itself refuse, whoever asks? It is the last guard of whatever is done to a group.
import { randomUUID } from "node:crypto";
import { offsetCommitV9, ResponseError } from "@platformatic/kafka";
import { describe, expect, test } from "vitest";
import { eventually } from "#world/eventually.ts";
import { kafkaToday, kafkaVersion } from "#world/kafka-jars.mjs";
import { asking } from "../for-tests/asking.ts";
import { unique } from "../for-tests/cluster.ts";
import {
	assignmentOf,
	beat,
	beatLike,
	connect,
	giveOut,
	join,
} from "../for-tests/members.ts";
import {
	beatShare,
	beatStreams,
	setShared,
} from "../for-tests/newer-members.ts";
import { ownKafka } from "../for-tests/own.ts";
import { commit } from "../for-tests/positions.ts";
import { asker } from "../for-tests/requests.ts";
import { deleteGroups } from "../protocol/delete-groups.ts";
import { describeConsumer } from "../protocol/describe-consumer.ts";
import { leaveGroup } from "../protocol/leave-group.ts";
import { offsetDelete } from "../protocol/offset-delete.ts";
import { offsetFetch } from "../protocol/offset-fetch.ts";
import { deleteShareOffsets } from "../protocol/share-offsets-delete.ts";

const [unknownTopic, illegalGeneration, unknownMember] = [3, 22, 25];
const [notEmpty, noSuchGroup, fenced] = [68, 69, 82];
const [stillRead, staleEpoch] = [86, 113];

type Answered = {
	readonly partitions: readonly {
		readonly partitionIndex: number;
		readonly errorCode: number;
	}[];
};

describe.each(kafkaToday)("Kafka %s", (version) => {
	const own = ownKafka({}, version);
	const isNewest = version === kafkaVersion;
	const topicOf = () => own.cluster.topicWith(4, { numPartitions: 2 });

	/** With positions on another topic as well, where one is given. */
	async function empty(other: string | null = null) {
		const [topic, group] = [await topicOf(), unique("group")];
		await commit(own.port, group, topic, [1, 2]);
		if (other !== null) await commit(own.port, group, other, [1, 1]);
		return { topic, group };
	}

	/** A static member of the older kind, whose process never says a word again. */
	async function classic(protocol = "consumer", other: string | null = null) {
		const { topic, group } = await empty(other);
		const of = { group, protocol, instance: "pod-1", topics: [topic] };
		const connection = await connect(own.port, "of-old");
		const joined = await eventually(() => join(connection, of), 20_000);
		const all = assignmentOf(topic, [0, 1]);
		await giveOut(connection, of, joined, all);
		return { ...{ topic, group, of, connection }, id: joined.memberId };
	}

	async function rebalancing(other: string | null = null) {
		const one = await classic("consumer", other);
		const second = await connect(own.port, "second");
		// It waits for the first, and goes with its connection.
		const { group, topic } = one;
		join(second, { group, topics: [topic] }).catch(() => {});
		return one;
	}

	async function consumer(
		instance: string | null = null,
		other: string | null = null,
	) {
		const { topic, group } = await empty(other);
		const connection = await connect(own.port, "of-new");
		const member = { group, topic, member: randomUUID(), instance };
		await beat(connection, member, 0);
		return { topic, group, id: member.member };
	}

	async function share() {
		const [topic, group] = [await topicOf(), unique("share")];
		const connection = await connect(own.port, "picker");
		const id = randomUUID();
		await eventually(() => beatShare(connection, group, id, 0, topic), 20_000);
		return { topic, group, id };
	}

	async function streams() {
		const { topic, group } = await empty();
		const connection = await connect(own.port, "streams-app");
		const id = randomUUID();
		const begun = () => beatStreams(connection, group, id, 0, topic);
		await eventually(begun, 20_000);
		return { topic, group, id };
	}

	const live = [
		["a classic group", () => classic()],
		["a classic group that shares out anew", () => rebalancing()],
		["a group of workers", () => classic("connect")],
		["a consumer group", () => consumer()],
		...(isNewest
			? ([
					["a share group", share],
					["a streams group", streams],
				] as const)
			: []),
	] as const;

	test.each(live)("with members %s does not end", async (_name, made) => {
		const { group } = await made();
		const ask = asker(own.port);
		const told = await ask(deleteGroups([group]));
		expect(told).toEqual([{ group, code: notEmpty }]);
	});

	test("a group ends once, and one that never was there does not; each is told on its own", async () => {
		const [{ group }, other] = [await empty(), await classic()];
		const ask = asker(own.port);
		const nobody = unique("nobody");
		const asked = deleteGroups([group, other.group, nobody]);
		const codes = async () =>
			Object.fromEntries((await ask(asked)).map((it) => [it.group, it.code]));
		const others = { [other.group]: notEmpty, [nobody]: noSuchGroup };
		expect(await codes()).toEqual({ [group]: 0, ...others });
		expect(await codes()).toEqual({ [group]: noSuchGroup, ...others });
	});

	const forgotten = async (group: string, topic: string) => {
		const ask = asker(own.port);
		const partitions = [0, 1];
		const told = await ask(offsetDelete(group, [{ topic, partitions }]));
		const codes = told.topics.flatMap((it) => it.partitions);
		const [left] = await ask(offsetFetch([group]));
		return {
			code: told.code,
			codes: codes.map(({ code }) => code),
			left: left?.topics.map((it) => it.topic),
		};
	};

	test("positions go while nobody is there", async () => {
		const { group, topic } = await empty();
		const other = await topicOf();
		await commit(own.port, group, other, [1, 1]);
		expect(await forgotten(group, topic)).toEqual({
			...{ code: 0, codes: [0, 0], left: [other] },
		});
		// They are not there any more, and that is no mistake.
		expect(await forgotten(group, topic)).toEqual({
			...{ code: 0, codes: [0, 0], left: [other] },
		});
	});

	test.each([
		["classic", (other: string) => classic("consumer", other)],
		["classic, sharing out anew,", (other: string) => rebalancing(other)],
		["consumer", (other: string) => consumer(null, other)],
	] as const)(
		"in a live %s group those of a topic nobody reads go, and those of what is read stay",
		async (_kind, made) => {
			const other = await topicOf();
			const { group, topic } = await made(other);
			expect(await forgotten(group, topic)).toEqual({
				...{ code: 0, codes: [stillRead, stillRead] },
				left: expect.arrayContaining([topic, other]),
			});
			expect(await forgotten(group, other)).toEqual({
				...{ code: 0, codes: [0, 0], left: [topic] },
			});
		},
	);

	test("of a group or a topic that is not there nothing goes", async () => {
		const { group, topic } = await empty();
		const nobody = await forgotten(unique("nobody"), topic);
		expect(nobody).toEqual({ code: noSuchGroup, codes: [], left: [] });
		expect(await forgotten(group, unique("no-topic"))).toEqual({
			...{ code: 0, codes: [unknownTopic, unknownTopic], left: [topic] },
		});
	});

	test("in a live group of workers nothing goes", async () => {
		const { group, topic } = await classic("connect");
		expect(await forgotten(group, topic)).toEqual({
			...{ code: notEmpty, codes: [], left: [topic] },
		});
	});

	test("a member goes by both of its names, and only by those that belong together", async () => {
		const { group, id } = await classic();
		const ask = asker(own.port);
		const out = (memberId: string, instanceId: string) =>
			ask(leaveGroup(group, { id: memberId, instanceId }));
		expect(await out(id, "pod-2")).toBe(unknownMember);
		expect(await out(unique("nobody"), "pod-1")).toBe(fenced);
		expect(await out(id, "pod-1")).toBe(0);
		expect(await out(id, "pod-1")).toBe(unknownMember);
	});

	test("whoever came back under the same instance stays", async () => {
		const { group, id, of, connection } = await classic();
		const back = await join(connection, of);
		expect(back.memberId).not.toBe(id);
		const ask = asker(own.port);
		const old = leaveGroup(group, { id, instanceId: "pod-1" });
		expect(await ask(old)).toBe(fenced);
		const now = leaveGroup(group, { id: back.memberId, instanceId: "pod-1" });
		expect(await ask(now)).toBe(0);
	});

	test("nobody goes from a group that is not there", async () => {
		const ask = asker(own.port);
		const nobody = { id: "m", instanceId: "i" };
		const told = await ask(leaveGroup(unique("nobody"), nobody));
		expect(told).toBe(unknownMember);
	});

	test("whose partitions the broker gives out goes by both names on a new broker, and on an old one not at all", async () => {
		const { group, id } = await consumer("pod-1");
		const ask = asker(own.port);
		const out = (memberId: string) =>
			ask(leaveGroup(group, { id: memberId, instanceId: "pod-1" }));
		expect(await out(unique("nobody"))).toBe(fenced);
		expect(await out(id)).toBe(isNewest ? 0 : unknownMember);
	});

	/** What is answered for each partition, as a commit from outside of the group. */
	const committed = async (
		group: string,
		topic: string,
		partitions: readonly number[],
		member = "",
	) => {
		const rows = partitions.map((partitionIndex) => ({
			...{ partitionIndex, committedOffset: 0n, committedLeaderEpoch: -1 },
			committedMetadata: "",
		}));
		const answer = await asking()(own.port, (connection) =>
			offsetCommitV9.api
				.async(connection, group, -1, member, null, [
					{ name: topic, partitions: rows },
				])
				.catch((error) => {
					if (error instanceof ResponseError) return error.response;
					throw error;
				}),
		);
		// Answers come in an order of their own.
		const codes = new Map(
			answer.topics.flatMap((it: Answered) =>
				it.partitions.map((one) => [one.partitionIndex, one.errorCode]),
			),
		);
		return partitions.map((partition) => codes.get(partition));
	};

	test.each(live.filter(([name]) => name !== "a share group"))(
		"with members %s is not told where to read",
		async (_name, made) => {
			const { group, topic } = await made();
			expect(await committed(group, topic, [0])).toEqual([unknownMember]);
		},
	);

	test("nor is it by somebody who takes the name of a member", async () => {
		const [old, newer] = [await classic(), await consumer()];
		expect(await committed(old.group, old.topic, [0], old.id)).toEqual([
			...[illegalGeneration],
		]);
		expect(await committed(newer.group, newer.topic, [0], newer.id)).toEqual([
			...[staleEpoch],
		]);
	});

	test("a partition that is not there is refused, and the others of the same question are written", async () => {
		const { group, topic } = await empty();
		expect(await committed(group, topic, [0, 9])).toEqual([0, unknownTopic]);
		expect(await committed(group, unique("no-topic"), [0])).toEqual([
			...[unknownTopic],
		]);
		const [told] = await asker(own.port)(offsetFetch([group]));
		expect([...(told?.topics[0]?.positions ?? [])]).toEqual([0, 2]);
	});

	if (isNewest) {
		test("whoever reads all topics of a name like this reads this one too", async () => {
			const { topic, group } = await empty();
			const connection = await connect(own.port, "of-new");
			const reader = { group, member: randomUUID(), topic: `${topic}.*` };
			// The broker finds out a moment later which topics these are, and until then nobody reads any.
			await eventually(async () => {
				await beatLike(connection, reader);
				const [told] = await asker(own.port)(describeConsumer([group]));
				return told?.members[0]?.partitionsOf(topic)?.length === 2 || undefined;
			}, 20_000);
			expect(await forgotten(group, topic)).toEqual({
				...{ code: 0, codes: [stillRead, stillRead], left: [topic] },
			});
		});

		test("a share group is asked in a way of its own, and only while nobody is there", async () => {
			const { topic, group, id } = await share();
			const ask = asker(own.port);
			expect(await ask(deleteShareOffsets(group, [topic]))).toMatchObject({
				code: notEmpty,
			});
			expect((await forgotten(group, topic)).code).toBe(noSuchGroup);
			expect(await committed(group, topic, [0])).toEqual([noSuchGroup]);
			const member = { id, instanceId: "i" };
			expect(await ask(leaveGroup(group, member))).toBe(unknownMember);
			const connection = await connect(own.port, "tool");
			expect(await setShared(connection, group, topic, 1n)).toEqual({
				code: notEmpty,
			});
			await beatShare(connection, group, id, -1, topic);
			expect(await setShared(connection, group, topic, 1n)).toEqual({
				code: 0,
			});
			expect(await ask(deleteShareOffsets(group, [topic]))).toEqual({
				code: 0,
				topics: [{ topic, code: 0 }],
			});
			const nobody = deleteShareOffsets(unique("nobody"), [topic]);
			expect(await ask(nobody)).toMatchObject({ code: noSuchGroup });
		});

		test("a streams group's members do not go, and what it reads stays", async () => {
			const { topic, group, id } = await streams();
			const member = { id, instanceId: "i" };
			const told = await asker(own.port)(leaveGroup(group, member));
			expect(told).toBe(unknownMember);
			expect(await forgotten(group, topic)).toEqual({
				...{ code: 0, codes: [stillRead, stillRead], left: [topic] },
			});
		});
	}
});
