// Is a group left alone that somebody came to, or whose world is another, since a plan was drawn, and even since it was looked at again?
import { randomUUID } from "node:crypto";
import { Consumer } from "@platformatic/kafka";
import { describe, expect, onTestFinished, test } from "vitest";
import { eventually } from "#world/eventually.ts";
import { kafkaToday, kafkaVersion } from "#world/kafka-jars.mjs";
import { cleaning, resetTo } from "../for-tests/cleaning.ts";
import { fingerprint } from "../for-tests/fingerprint.ts";
import { comers, type Kind, leftGroup } from "../for-tests/groups-left.ts";
import { connect, join } from "../for-tests/members.ts";
import { ownKafka } from "../for-tests/own.ts";
import { commit } from "../for-tests/positions.ts";
import { asker } from "../for-tests/requests.ts";
import { stageAt, unique } from "../for-tests/stage.ts";
import { describeConsumer } from "../protocol/describe-consumer.ts";

const hasMembers = (members: number | null) => ({
	...{ code: "has members", values: { members } },
});

const allKinds: readonly Kind[] = ["classic", "consumer", "streams"];

describe.each(kafkaToday)("Kafka %s", (version) => {
	const own = ownKafka({}, version);
	const kinds = allKinds.filter(
		(kind) => version === kafkaVersion || kind !== "streams",
	);
	const stage = () => stageAt(`kafka://127.0.0.1:${own.port}`);

	async function begin(kind: Kind = "consumer") {
		const topic = await stage().topicWith(2, 20);
		const group = unique("group");
		await leftGroup(own.port, kind, group, topic, [6, 2]);
		const ask = asker(own.port);
		const connection = stage().open();
		await connection.read();
		const positions = async () =>
			(await fingerprint(ask, [group], [topic])).filter((line) =>
				line.startsWith('["position"'),
			);
		return {
			...{ topic, group, positions, connection },
			...cleaning(connection, topic, group),
		};
	}

	/** Programs as somebody would run them: each reads on, and says where it is only now and then. */
	const programs = {
		async "an older program"(group: string, topic: string) {
			const consumer = stage().client("of-old").consumer({ groupId: group });
			const { promise: joined, resolve } = Promise.withResolvers<unknown>();
			consumer.on(consumer.events.GROUP_JOIN, resolve);
			await consumer.connect();
			onTestFinished(() => consumer.disconnect());
			await consumer.subscribe({ topic });
			await consumer.run({ autoCommit: false, eachMessage: async () => {} });
			await joined;
		},
		async "a newer program"(group: string, topic: string) {
			const consumer = new Consumer({
				...{ groupId: group, clientId: "of-new", groupProtocol: "consumer" },
				...{ bootstrapBrokers: [`127.0.0.1:${own.port}`], autocommit: false },
			});
			onTestFinished(() => consumer.close(true));
			await consumer.consume({ topics: [topic] });
			const ask = asker(own.port);
			await eventually(async () => {
				const [told] = await ask(describeConsumer([group]));
				return told?.members.length || undefined;
			}, 20_000);
		},
	} as const;
	const names = Object.keys(programs) as (keyof typeof programs)[];

	test.each(names)(
		"%s that came back since the plan is not put elsewhere",
		async (name) => {
			const { topic, group, positions, plan, apply } = await begin();
			const it = await plan(resetTo({ place: "first" }));
			await programs[name](group, topic);
			const before = await positions();
			const { outcome, kept } = await apply(it);
			expect(outcome).toMatchObject({ ending: "refused", messagesDone: 0 });
			expect(["has members", "regroups"]).toContain(outcome.refusals[0]?.code);
			expect(kept).toEqual([]);
			expect(await positions()).toEqual(before);
			await eventually(async () => {
				const { refusal } = await plan(resetTo({ place: "first" }));
				expect(refusal).toEqual(hasMembers(1));
				return true;
			}, 20_000);
		},
	);

	test.each(names)(
		"%s that comes after the last look is kept by the broker itself",
		async (name) => {
			const { topic, group, positions, plan, applyWith } = await begin();
			const it = await plan(resetTo({ place: "first" }));
			const before = await positions();
			const { outcome, kept } = await applyWith(it, () =>
				programs[name](group, topic),
			);
			expect(outcome).toMatchObject({
				...{ ending: "refused", messagesDone: 0, refusals: [hasMembers(null)] },
				figures: [{ code: "waiting", before: { n: 12 }, after: { n: 12 } }, {}],
			});
			expect(kept).toHaveLength(2);
			expect(await positions()).toEqual(before);
		},
	);

	test.each(kinds)(
		"a member of a %s group that comes after the last look is kept by the broker itself",
		async (kind) => {
			const { topic, group, positions, plan, applyWith } = await begin(kind);
			const it = await plan(resetTo({ place: "first" }));
			const before = await positions();
			const comes = () => comers[kind](own.port, group, topic);
			const { outcome } = await applyWith(it, comes);
			expect(outcome).toMatchObject({ refusals: [hasMembers(null)] });
			expect(await positions()).toEqual(before);
		},
	);

	test("members that share out their partitions are waited for", async () => {
		const { topic, group, plan } = await begin();
		await comers.classic(own.port, group, topic);
		// It waits for the first, and goes with its connection.
		const second = await connect(own.port, "second");
		join(second, { group, topics: [topic] }).catch(() => {});
		await eventually(async () => {
			const { refusal } = await plan(resetTo({ place: "first" }));
			expect(refusal).toEqual({ code: "regroups", values: {} });
			return true;
		}, 10_000);
	});

	test("an undo is refused while somebody is there", async () => {
		const { topic, group, positions, plan, apply } = await begin();
		const it = await plan(resetTo({ place: "first" }));
		const { kept } = await apply(it);
		const undo = { action: "undo", errand: "a" } as const;
		const back = await plan(undo, { plan: it, before: kept });
		await comers.consumer(own.port, group, topic);
		const before = await positions();
		expect((await apply(back, kept)).outcome).toMatchObject({
			...{ ending: "refused", refusals: [hasMembers(1)] },
		});
		expect(await positions()).toEqual(before);
		const late = await plan(undo, { plan: it, before: kept });
		expect(late.refusal).toEqual(hasMembers(1));
	});

	test("who came and went without a trace has been there", async () => {
		const { topic, connection } = await begin();
		const group = unique("by-hand");
		await commit(own.port, group, topic, [1, 1]);
		const { plan, apply } = cleaning(connection, topic, group);
		const it = await plan(resetTo({ place: "first" }));
		const goes = await comers.consumer(own.port, group, topic);
		await goes();
		expect((await apply(it)).outcome).toMatchObject({
			...{ ending: "refused", refusals: [{ code: "changed since" }] },
		});
	});

	test("one position that moved since is enough", async () => {
		const { topic, group, positions, plan, apply } = await begin();
		const it = await plan(resetTo({ place: "first" }, [0]));
		await commit(own.port, group, topic, [6, 3]);
		const before = await positions();
		expect((await apply(it)).outcome.refusals).toEqual([
			{ code: "positions moved", values: { partitions: 1 } },
		]);
		expect(await positions()).toEqual(before);
	});

	test("the same position written again is seen by what was written beside it", async () => {
		const { topic, group, plan, apply } = await begin();
		const it = await plan(resetTo({ place: "first" }));
		await commit(own.port, group, topic, [6, 2]);
		const { outcome } = await apply(it);
		expect(outcome.refusals).toMatchObject([{ code: "positions moved" }]);
	});

	test("a topic that was made again is another one", async () => {
		const { topic, group, positions, plan, apply } = await begin();
		// Without it the group would go with the last of its positions.
		await commit(own.port, group, await stage().topicWith(1, 1), [0]);
		const it = await plan(resetTo({ place: "first" }));
		await own.cluster.makeAgain(topic, 5);
		const refusals = [{ code: "made again", values: { channel: topic } }];
		expect((await apply(it)).outcome).toMatchObject({ refusals });
		// They go with their topic, a moment later.
		await eventually(
			async () => (await positions()).length === 1 || undefined,
			20_000,
		);
		await commit(own.port, group, topic, [1]);
		expect((await apply(it)).outcome).toMatchObject({ refusals });
	});

	test("what was done to a topic before it was made again is not taken back", async () => {
		const { topic, group, plan, apply } = await begin();
		const it = await plan(resetTo({ place: "first" }));
		const { kept } = await apply(it);
		await own.cluster.makeAgain(topic, 5);
		await commit(own.port, group, topic, [0]);
		const undo = { action: "undo", errand: "a" } as const;
		const back = await plan(undo, { plan: it, before: kept });
		expect(back.refusal?.code).toBe("made again");
	});

	test("positions that a transaction is writing are left to it, also where it writes the first", async () => {
		const { topic, group, plan, apply } = await begin();
		const it = await plan(resetTo({ place: "first" }));
		const producer = own.cluster.client.producer({
			...{ transactionalId: randomUUID(), idempotent: true },
			maxInFlightRequests: 1,
		});
		await producer.connect();
		onTestFinished(() => producer.disconnect());
		const transaction = await producer.transaction();
		const offsets = { partitions: [{ partition: 1, offset: "9" }] };
		const topics = [{ topic, ...offsets }];
		await transaction.sendOffsets({ consumerGroupId: group, topics });
		const refusal = { code: "transaction open", values: { partitions: 1 } };
		const { outcome, kept } = await apply(it);
		expect(outcome.refusals).toEqual([refusal]);
		expect(kept).toEqual([]);
		expect((await plan(resetTo({ place: "end" }))).refusal).toEqual(refusal);
		await transaction.abort();
		const free = await eventually(async () => {
			const one = await plan(resetTo({ place: "first" }));
			return one.refusal === null ? one : undefined;
		}, 20_000);
		expect((await apply(free)).outcome.ending).toBe("done");
	});
});
