// Does a member go whose process is gone, and only that one? And stay when it came back, or where the broker lets it go by itself?
import { randomUUID } from "node:crypto";
import { offsetCommitV9 } from "@platformatic/kafka";
import { describe, expect, test } from "vitest";
import { eventually } from "#world/eventually.ts";
import { kafkaVersions } from "#world/kafka-jars.mjs";
import { cleaning } from "../for-tests/cleaning.ts";
import { differences, fingerprint } from "../for-tests/fingerprint.ts";
import {
	assignmentOf,
	beat,
	connect,
	giveOut,
	join,
} from "../for-tests/members.ts";
import { ownKafka } from "../for-tests/own.ts";
import { commit } from "../for-tests/positions.ts";
import { asker } from "../for-tests/requests.ts";
import { stageAt, unique } from "../for-tests/stage.ts";
import { describeClassic } from "../protocol/describe-classic.ts";

describe.each(kafkaVersions)("Kafka %s", (version) => {
	const own = ownKafka({}, version);

	/** A static member that never says a word again, in a group that is behind. */
	async function begin(instance: string | null = "pod-1") {
		const stage = stageAt(`kafka://127.0.0.1:${own.port}`);
		const topic = await stage.topicWith(2, 20);
		const [group, other] = [unique("group"), unique("other")];
		await commit(own.port, group, topic, [3, 4]);
		await commit(own.port, other, topic, [1, 1]);
		const of = { group, instance, topics: [topic] };
		const process = await connect(own.port, "dead");
		const joined = await eventually(() => join(process, of), 20_000);
		const all = assignmentOf(topic, [0, 1]);
		await giveOut(process, of, joined, all);
		const ask = asker(own.port);
		const connection = stage.open();
		await connection.read();
		const seen = () => fingerprint(ask, [group, other], [topic]);
		const back = async () => {
			const again = await join(process, of);
			return again.memberId;
		};
		const id = joined.memberId;
		const evict = { action: "evict", member: id } as const;
		const moves = async () => {
			const rows = [{ partitionIndex: 0, committedOffset: 5n }];
			await offsetCommitV9.api.async(
				...([process, group, joined.generationId, id, instance] as const),
				[
					{
						name: topic,
						partitions: rows.map((row) => ({
							...{ ...row, committedLeaderEpoch: -1, committedMetadata: "" },
						})),
					},
				],
			);
		};
		const cleaned = cleaning(connection, topic, group);
		return {
			...{
				ask,
				topic,
				group,
				id,
				evict,
				seen,
				back,
				moves,
				connection,
				process,
			},
			...cleaned,
		};
	}

	test("the last member of a group goes, by both of its names", async () => {
		const it = await begin();
		const before = await it.seen();
		const plan = await it.plan(it.evict);
		expect(await it.seen()).toEqual(before);
		expect(plan).toMatchObject({
			...{ cleanUp: it.evict, risk: "moves messages", undo: "impossible" },
			...{ refusal: null, typed: null, commands: null, membersRemoved: 1 },
			...{ messages: { n: 0 }, moves: [] },
			effects: [
				{
					code: "evict",
					values: { name: it.id, instance: "pod-1", partitions: 2, others: 0 },
				},
			],
			warnings: [
				{ code: "members may live", values: { members: 1 } },
				{ code: "share goes over", values: { partitions: 2 } },
				{ code: "may stay out", values: {} },
			],
			figures: [{ code: "members", before: { n: 1 }, after: { n: 0 } }],
		});
		const { outcome, kept, told } = await it.apply(plan);
		expect(outcome).toEqual({
			...{ ending: "done", messagesDone: 0, membersRemoved: 1, refusals: [] },
			...{ figures: plan.figures, verifiedMs: expect.any(Number) },
		});
		expect(kept).toEqual([]);
		expect(told.map(({ stage }) => stage)).toEqual([
			...["looking again", "members", "proving"],
		]);
		const { gone, come } = differences(before, await it.seen());
		const parts = (lines: readonly string[]) =>
			lines.map((line) => JSON.parse(line)[0]).sort();
		expect(parts(gone)).toEqual(["described", "group"]);
		expect(parts(come)).toEqual(["described", "group"]);
		expect(await it.prove(plan)).toMatchObject({
			...{ figures: plan.figures, afterwards: [{ code: "as left" }] },
		});
		const again = await it.apply(plan);
		expect(again.outcome).toMatchObject({
			...{ ending: "refused", membersRemoved: 0, refusals: [{ code: "gone" }] },
		});
	});

	test("of two members one goes, and the other stays with all there is", async () => {
		const it = await begin();
		const living = await connect(own.port, "living");
		const of = { group: it.group, topics: [it.topic] };
		// Whoever comes second waits until the first has said that it is still there.
		const first = { ...of, instance: "pod-1", member: it.id };
		const waiting = join(living, of);
		await eventually(async () => {
			const [told] = await it.ask(describeClassic([it.group]));
			return told?.state === "PreparingRebalance" || undefined;
		}, 10_000);
		const leader = await join(it.process, first);
		const second = await waiting;
		const half = assignmentOf(it.topic, [0]);
		await giveOut(it.process, first, leader, half);
		const plan = await it.plan(it.evict);
		expect(plan).toMatchObject({
			refusal: null,
			effects: [{ values: { partitions: 1, others: 1 } }],
			figures: [{ code: "members", before: { n: 2 }, after: { n: 1 } }],
		});
		const { outcome } = await it.apply(plan);
		expect(outcome).toMatchObject({
			...{ ending: "done", membersRemoved: 1, figures: plan.figures },
		});
		const member = second.memberId;
		const again = await join(living, { ...of, member });
		const ids = again.members.map(({ memberId }) => memberId);
		expect(ids).toEqual([member]);
	});

	test("one that came back stays, before the last look and after", async () => {
		const it = await begin();
		const plan = await it.plan(it.evict);
		const late = await it.applyWith(plan, it.back);
		const refused = {
			...{ ending: "refused", membersRemoved: 0 },
			refusals: [{ code: "came back", values: { name: "pod-1" } }],
		};
		expect(late.outcome).toMatchObject(refused);
		const before = await it.seen();
		expect((await it.apply(plan)).outcome).toMatchObject(refused);
		expect(await it.seen()).toEqual(before);
		expect(await it.prove(plan)).toMatchObject({
			afterwards: [{ code: "member came back", values: { name: "pod-1" } }],
		});
	});

	test("one that works a little stays, whether it was seen before the plan or after", async () => {
		const it = await begin();
		const plan = await it.plan(it.evict);
		await it.moves();
		const refusals = [{ code: "still at work", values: { name: "pod-1" } }];
		expect((await it.apply(plan)).outcome).toMatchObject({
			...{ ending: "refused", membersRemoved: 0, refusals },
		});
		await it.connection.read();
		const [refusal] = refusals;
		expect((await it.plan(it.evict)).refusal).toEqual(refusal);
	});

	test("one without a fixed name stays: nobody could tell it from another", async () => {
		const it = await begin(null);
		expect((await it.plan(it.evict)).refusal).toEqual({
			...{ code: "not fixed", values: { name: it.id } },
		});
	});

	test("one that the broker gives its partitions to stays until the broker lets it go", async () => {
		const stage = stageAt(`kafka://127.0.0.1:${own.port}`);
		const [topic, group] = [await stage.topicWith(1, 5), unique("group")];
		await commit(own.port, group, topic, [1]);
		const process = await connect(own.port, "of-new");
		const member = randomUUID();
		await beat(process, { group, topic, member, instance: "pod-1" }, 0);
		const it = cleaning(stage.open(), topic, group);
		expect((await it.plan({ action: "evict", member })).refusal).toEqual({
			...{ code: "goes by itself", values: { name: "pod-1" } },
		});
		const nobody = await it.plan({ action: "evict", member: "nobody" });
		expect(nobody.refusal).toEqual({ code: "gone", values: {} });
	});
});
