// Does a group forget a topic that nobody in it reads, and nothing else? And keep what somebody reads?
import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { eventually } from "#world/eventually.ts";
import { kafkaToday, kafkaVersion } from "#world/kafka-jars.mjs";
import { cleaning } from "../for-tests/cleaning.ts";
import { differences, fingerprint } from "../for-tests/fingerprint.ts";
import {
	comers,
	commitNoted,
	type Kind,
	kindsOn,
	leftGroup,
	noteOf,
} from "../for-tests/groups-left.ts";
import { beat, beatLike, connect } from "../for-tests/members.ts";
import { beatShare, setShared } from "../for-tests/newer-members.ts";
import { ownKafka } from "../for-tests/own.ts";
import { asker } from "../for-tests/requests.ts";
import { stageAt, unique } from "../for-tests/stage.ts";
import { describeConsumer } from "../protocol/describe-consumer.ts";

const forget = { action: "forget" } as const;
const undo = { action: "undo", errand: "a" } as const;

describe.each(kafkaToday)("Kafka %s", (version) => {
	const own = ownKafka({}, version);
	const kinds = kindsOn(version);

	/** The topics of a streams group are those of its program. */
	const joined = kinds.filter((kind) => kind !== "streams");

	/** A group that reads one topic and has read another, which another group reads. */
	async function begin(kind: Kind) {
		const stage = stageAt(`kafka://127.0.0.1:${own.port}`);
		const [read, left] = [
			await stage.topicWith(1, 5),
			await stage.topicWith(2, 20),
		];
		const [group, other] = [unique("group"), unique("other")];
		await leftGroup(own.port, kind, group, read, [4]);
		await commitNoted(own.port, group, left, [6, 2]);
		await commitNoted(own.port, other, left, [1, 1]);
		const ask = asker(own.port);
		const connection = stage.open();
		await connection.read();
		const seen = () => fingerprint(ask, [group, other], [read, left]);
		/** Until it has what it came for. */
		const comes = async (topic: string) => {
			if (kind !== "consumer") return comers[kind](own.port, group, topic);
			const process = await connect(own.port, "of-new");
			const member = { group, topic, member: randomUUID() };
			return eventually(async () => {
				await beat(process, member, 0);
				const [told] = await ask(describeConsumer([group]));
				return told?.state === "Stable" || undefined;
			}, 20_000);
		};
		const cleaned = cleaning(connection, left, group);
		return { ...{ read, left, group, ask, seen, comes }, ...cleaned };
	}

	const line = (
		group: string,
		topic: string,
		partition: number,
		position: number,
	) => {
		const metadata = noteOf(partition);
		const row = { topic, partition, position, epoch: -1, metadata, code: 0 };
		return JSON.stringify(["position", group, row]);
	};

	test.each(kinds)(
		"a %s group that nobody is in forgets one topic, and gets it back",
		async (kind) => {
			const it = await begin(kind);
			const { left, group, seen } = it;
			const before = await seen();
			const plan = await it.plan(forget);
			expect(await seen()).toEqual(before);
			expect(plan).toMatchObject({
				...{ risk: "loses messages", typed: group, undo: "while empty" },
				...{ refusal: null, messages: { n: 2, bound: "exact" } },
				effects: [
					{ code: "forget positions", values: { channels: 1, partitions: 2 } },
				],
				warnings: [{ code: "begins anew", values: { partitions: 2 } }],
				figures: [
					{ code: "waiting", before: { n: 12 }, after: { n: 0 } },
					{ code: "positions", before: { n: 2 }, after: { n: 0 } },
				],
				moves: [
					{ channel: left, partition: 0, before: 6, after: null },
					{ channel: left, partition: 1, before: 2, after: null },
				],
			});
			const { outcome, kept } = await it.apply(plan);
			expect(outcome).toEqual({
				...{ ending: "done", messagesDone: 2, membersRemoved: 0, refusals: [] },
				...{ figures: plan.figures, verifiedMs: expect.any(Number) },
			});
			expect(differences(before, await seen())).toEqual({
				gone: [line(group, left, 0, 6), line(group, left, 1, 2)],
				come: [],
			});
			expect(kept).toEqual([
				{ channel: left, partition: 0, position: 6, metadata: noteOf(0) },
				{ channel: left, partition: 1, position: 2, metadata: noteOf(1) },
			]);
			expect(await it.prove(plan)).toMatchObject({
				...{ figures: plan.figures, afterwards: [{ code: "as left" }] },
			});
			const after = await seen();
			expect((await it.apply(plan)).outcome).toMatchObject({
				...{ ending: "refused", messagesDone: 0 },
				refusals: [{ code: "positions moved", values: { partitions: 2 } }],
			});
			expect(await seen()).toEqual(after);
			const lain = JSON.parse(JSON.stringify(plan));
			const back = await it.plan(undo, { plan: lain, before: kept });
			expect(back).toMatchObject({ refusal: null, risk: "none", typed: null });
			expect((await it.apply(back, kept)).outcome).toMatchObject({
				...{ ending: "done", messagesDone: 2, figures: back.figures },
			});
			expect(await seen()).toEqual(before);
		},
	);

	test.each(joined)(
		"a live %s group forgets what nobody in it reads, for good, and keeps what is read",
		async (kind) => {
			const it = await begin(kind);
			const { read, left, group, seen } = it;
			await it.comes(read);
			const before = await seen();
			const plan = await it.plan(forget);
			expect(plan).toMatchObject({
				...{ refusal: null, undo: "impossible", typed: group },
				warnings: [
					{ code: "begins anew" },
					{ code: "no way back", values: { members: 1 } },
				],
			});
			const { outcome } = await it.apply(plan);
			expect(outcome).toMatchObject({
				...{ ending: "done", messagesDone: 2, refusals: [] },
				figures: plan.figures,
			});
			expect(differences(before, await seen())).toEqual({
				gone: [line(group, left, 0, 6), line(group, left, 1, 2)],
				come: [],
			});
		},
	);

	test.each(joined)(
		"a live %s group keeps what somebody reads, whether the plan knew it or not",
		async (kind) => {
			const it = await begin(kind);
			const plan = await it.plan(forget);
			await it.comes(it.left);
			const before = await it.seen();
			expect((await it.plan(forget)).refusal).toEqual({
				...{ code: "still read", values: {} },
			});
			const { outcome, kept } = await it.apply(plan);
			expect(outcome).toMatchObject({
				...{ ending: "refused", refusals: [{ code: "still read" }] },
			});
			expect(kept).toEqual([]);
			expect(await it.seen()).toEqual(before);
		},
	);

	test.each(joined)(
		"where somebody comes who reads it after the last look the broker itself refuses, in a %s group",
		async (kind) => {
			const it = await begin(kind);
			const plan = await it.plan(forget);
			const positions = async () =>
				(await it.seen()).filter((one) => one.startsWith('["position"'));
			const before = await positions();
			const { outcome } = await it.applyWith(plan, () => it.comes(it.left));
			expect(outcome).toMatchObject({
				...{ ending: "refused", messagesDone: 0 },
				refusals: [{ code: "still read", values: {} }],
			});
			expect(await positions()).toEqual(before);
		},
	);

	test("who said yes to what can be taken back did not say yes to what cannot", async () => {
		const it = await begin("consumer");
		const plan = await it.plan(forget);
		expect(plan.undo).toBe("while empty");
		await it.comes(it.read);
		const { outcome } = await it.apply(plan);
		expect(outcome).toMatchObject({
			ending: "refused",
			refusals: [{ code: "has members", values: { members: 1 } }],
		});
	});

	test("with its last topic the group goes too, and comes back with it", async () => {
		const stage = stageAt(`kafka://127.0.0.1:${own.port}`);
		const [topic, group] = [await stage.topicWith(1, 5), unique("group")];
		await leftGroup(own.port, "consumer", group, topic, [4]);
		const ask = asker(own.port);
		const seen = () => fingerprint(ask, [group], []);
		const it = cleaning(stage.open(), topic, group);
		const plan = await it.plan(forget);
		expect(plan.warnings).toMatchObject([
			{ code: "begins anew" },
			{ code: "group goes with it" },
		]);
		const { outcome, kept } = await it.apply(plan);
		expect(outcome).toMatchObject({ ending: "done", messagesDone: 1 });
		await eventually(
			async () => (await seen()).length === 0 || undefined,
			20_000,
		);
		expect(await it.prove(plan)).toMatchObject({
			...{ figures: plan.figures, afterwards: [{ code: "as left" }] },
		});
		const back = await it.plan(undo, { plan, before: kept });
		expect((await it.apply(back, kept)).outcome).toMatchObject({
			...{ ending: "done", messagesDone: 1 },
		});
		expect(await seen()).toContain(line(group, topic, 0, 4));
	});

	if (version !== kafkaVersion) return;

	test("what is read by a name like this is kept", async () => {
		const it = await begin("consumer");
		const connection = await connect(own.port, "of-new");
		const member = { group: it.group, member: randomUUID() };
		await eventually(async () => {
			await beatLike(connection, { ...member, topic: `${it.left}.*` });
			const [told] = await it.ask(describeConsumer([it.group]));
			const [own] = told?.members ?? [];
			return own?.partitionsOf(it.left)?.length === 2 || undefined;
		}, 20_000);
		expect((await it.plan(forget)).refusal?.code).toBe("still read");
	});

	test("a share group forgets a topic while nobody is in it", async () => {
		const stage = stageAt(`kafka://127.0.0.1:${own.port}`);
		const [topic, group] = [await stage.topicWith(2, 5), unique("share")];
		const kept = await stage.topicWith(1, 5);
		const tool = await connect(own.port, "tool");
		const put = async (name: string) =>
			eventually(async () => {
				const { code } = await setShared(tool, group, name, 2n);
				return code === 0 || undefined;
			}, 20_000);
		await put(topic);
		await put(kept);
		const ask = asker(own.port);
		const seen = () => fingerprint(ask, [group], [topic, kept]);
		const before = await seen();
		const it = cleaning(stage.open(), topic, group);
		const id = randomUUID();
		const beats = (epoch: number) => beatShare(tool, group, id, epoch, topic);
		const plan = await it.plan(forget);
		expect(plan).toMatchObject({ refusal: null, messages: { n: 1 } });
		const late = await it.applyWith(plan, () => beats(0));
		expect(late.outcome).toMatchObject({
			ending: "refused",
			refusals: [{ code: "has members" }],
		});
		expect((await it.plan(forget)).refusal?.code).toBe("has members");
		await beats(-1);
		const again = await it.plan(forget);
		const { outcome } = await it.apply(again);
		expect(outcome).toMatchObject({ ending: "done", messagesDone: 1 });
		const { gone, come } = differences(before, await seen());
		expect(gone.filter((one) => one.startsWith('["shared"'))).toHaveLength(1);
		expect(come.filter((one) => one.startsWith('["shared"'))).toEqual([]);
	});
});
