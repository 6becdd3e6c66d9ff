// Does a group end as planned, with nothing else touched, and is it given back? And does one that somebody is in stay?
import { describe, expect, test } from "vitest";
import type { Plan } from "#lib/core/clean-up/plan.ts";
import { eventually } from "#world/eventually.ts";
import { kafkaToday, kafkaVersion } from "#world/kafka-jars.mjs";
import type { Applied } from "../for-tests/cleaning.ts";
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
import { connect } from "../for-tests/members.ts";
import { setShared } from "../for-tests/newer-members.ts";
import { ownKafka } from "../for-tests/own.ts";
import { commit } from "../for-tests/positions.ts";
import { asker } from "../for-tests/requests.ts";
import { stageAt, unique } from "../for-tests/stage.ts";
import { deleteGroups } from "../protocol/delete-groups.ts";

const destroy = { action: "destroy" } as const;
const undo = { action: "undo", errand: "a" } as const;

const undoneOf = (plan: Plan, { kept }: Applied) => ({
	...{ plan: JSON.parse(JSON.stringify(plan)), before: kept },
});

describe.each(kafkaToday)("Kafka %s", (version) => {
	const own = ownKafka({}, version);
	const kinds = kindsOn(version);

	/** A group that stands in two topics, and another beside it in one of them. */
	async function begin(kind: Kind) {
		const stage = stageAt(`kafka://127.0.0.1:${own.port}`);
		const topic = await stage.topicWith(2, 20);
		const also = await stage.topicWith(1, 5);
		const [group, other] = [unique("group"), unique("other")];
		await leftGroup(own.port, kind, group, topic, [6, 2]);
		await commitNoted(own.port, group, also, [4]);
		await commitNoted(own.port, other, topic, [1, 1]);
		const ask = asker(own.port);
		const connection = stage.open();
		await connection.read();
		const seen = () => fingerprint(ask, [group, other], [topic, also]);
		const comes = () => comers[kind](own.port, group, topic);
		const cleaned = cleaning(connection, topic, group);
		return { ...{ topic, also, group, ask, seen, comes }, ...cleaned };
	}

	const isOf = (group: string) => (line: string) => line.includes(`"${group}"`);

	test.each(kinds)(
		"a %s group ends with all it has, and nothing else does",
		async (kind) => {
			const it = await begin(kind);
			const { topic, also, group, seen } = it;
			const before = await seen();
			const plan = await it.plan(destroy);
			expect(await seen()).toEqual(before);
			expect(plan).toMatchObject({
				...{ risk: "loses messages", typed: group, undo: "while empty" },
				...{ refusal: null, messages: { n: 3, bound: "exact" } },
				effects: [
					{ code: "forget positions", values: { channels: 2, partitions: 3 } },
				],
				warnings: [{ code: "begins anew", values: { partitions: 3 } }],
				figures: [
					{ code: "waiting", before: { n: 13 }, after: { n: 0 } },
					{ code: "positions", before: { n: 3 }, after: { n: 0 } },
				],
			});
			expect(
				plan.moves.map(({ channel, partition, before, after }) => ({
					...{ channel, partition, before, after },
				})),
			).toEqual([
				{ channel: topic, partition: 0, before: 6, after: null },
				{ channel: also, partition: 0, before: 4, after: null },
				{ channel: topic, partition: 1, before: 2, after: null },
			]);
			const { outcome, kept, told } = await it.apply(plan);
			expect(outcome).toEqual({
				...{ ending: "done", messagesDone: 3, membersRemoved: 0, refusals: [] },
				...{ figures: plan.figures, verifiedMs: expect.any(Number) },
			});
			expect(differences(before, await seen())).toEqual({
				...{ gone: before.filter(isOf(group)), come: [] },
			});
			expect(new Set(kept)).toEqual(
				new Set([
					{ channel: topic, partition: 0, position: 6, metadata: noteOf(0) },
					{ channel: topic, partition: 1, position: 2, metadata: noteOf(1) },
					{ channel: also, partition: 0, position: 4, metadata: noteOf(0) },
				]),
			);
			expect(told.map(({ stage }) => stage)).toEqual([
				...["looking again", "messages", "proving"],
			]);
			expect(await it.prove(plan)).toMatchObject({
				...{ figures: plan.figures, afterwards: [{ code: "as left" }] },
			});
			expect((await it.apply(plan)).outcome).toMatchObject({
				...{ ending: "refused", messagesDone: 0, refusals: [{ code: "gone" }] },
			});
		},
	);

	test.each(kinds)(
		"a %s group that ended is given back with all that was written beside its positions, and its members find them",
		async (kind) => {
			const it = await begin(kind);
			const { group, seen, comes } = it;
			const before = await seen();
			const plan = await it.plan(destroy);
			const undone = undoneOf(plan, await it.apply(plan));
			const back = await it.plan(undo, undone);
			expect(back).toMatchObject({
				...{ refusal: null, risk: "none", typed: null, warnings: [] },
				effects: [{ code: "restore positions", values: { partitions: 3 } }],
				messages: { n: 3 },
			});
			const applied = await it.apply(back, undone.before);
			expect(applied.outcome).toMatchObject({
				...{ ending: "done", messagesDone: 3, refusals: [] },
				figures: back.figures,
			});
			const positions = (lines: readonly string[]) =>
				lines.filter((line) => line.startsWith('["position"'));
			expect(positions(await seen())).toEqual(positions(before));
			expect((await it.prove(plan)).afterwards).toMatchObject([
				{ code: "group came back" },
			]);
			await comes();
			const twice = await it.plan(undo, undone);
			expect(twice.refusal).toMatchObject({ code: "has members" });
			const listed = (await seen()).filter(isOf(group));
			expect(positions(listed)).toEqual(positions(before.filter(isOf(group))));
		},
	);

	test.each(kinds)(
		"a %s group that somebody is in does not end, whether the plan knew it or not",
		async (kind) => {
			const it = await begin(kind);
			const plan = await it.plan(destroy);
			await it.comes();
			const before = await it.seen();
			const live = await it.plan(destroy);
			expect(live.refusal?.code).toMatch(/^(has members|regroups)$/);
			const { outcome, kept } = await it.apply(plan);
			expect(outcome).toMatchObject({ ending: "refused", messagesDone: 0 });
			expect(outcome.refusals).toEqual([live.refusal]);
			expect(kept).toEqual([]);
			expect(await it.seen()).toEqual(before);
		},
	);

	test.each(kinds)(
		"where somebody comes into a %s group after the last look the broker itself refuses",
		async (kind) => {
			const it = await begin(kind);
			const plan = await it.plan(destroy);
			const { outcome } = await it.applyWith(plan, async () => {
				await it.comes();
			});
			expect(outcome).toMatchObject({
				...{ ending: "refused", messagesDone: 0 },
				refusals: [{ code: "has members", values: { members: null } }],
			});
		},
	);

	test("a group that ended meanwhile and was made again is another one", async () => {
		const it = await begin("consumer");
		const plan = await it.plan(destroy);
		await it.ask(deleteGroups([it.group]));
		await commitNoted(own.port, it.group, it.topic, [6, 2]);
		await commitNoted(own.port, it.group, it.also, [4]);
		const before = await it.seen();
		const { outcome } = await it.apply(plan);
		expect(outcome).toMatchObject({
			...{ ending: "refused", refusals: [{ code: "changed since" }] },
		});
		expect(await it.seen()).toEqual(before);
	});

	test("a group that reads one topic more since the plan was drawn does not end", async () => {
		const it = await begin("classic");
		const plan = await it.plan(destroy);
		const stage = stageAt(`kafka://127.0.0.1:${own.port}`);
		await commit(own.port, it.group, await stage.topicWith(1, 1), [1]);
		const { outcome } = await it.apply(plan);
		expect(outcome).toMatchObject({
			ending: "refused",
			refusals: [{ code: "positions moved", values: { partitions: 1 } }],
		});
	});

	test("whoever comes back after a group ended is seen, and its positions are not written over", async () => {
		const it = await begin("consumer");
		const plan = await it.plan(destroy);
		const undone = undoneOf(plan, await it.apply(plan));
		await commit(own.port, it.group, it.topic, [9, 9]);
		await commit(own.port, it.group, it.also, [5]);
		expect((await it.prove(plan)).afterwards).toMatchObject([
			{ code: "group came back" },
		]);
		const back = await it.plan(undo, undone);
		expect(back.refusal).toEqual({
			...{ code: "positions moved", values: { partitions: 3 } },
		});
	});

	test("a program that takes its partitions by itself makes the group again, which is seen ten seconds later", async () => {
		const stage = stageAt(`kafka://127.0.0.1:${own.port}`);
		const [topic, group] = [await stage.topicWith(1, 5), unique("by-hand")];
		await commit(own.port, group, topic, [2]);
		const connection = stage.open();
		await connection.read();
		const it = cleaning(connection, topic, group);
		const plan = await it.plan(destroy);
		expect(plan.warnings).toMatchObject([
			{ code: "program unseen", values: { movedMs: null } },
			{ code: "begins anew" },
		]);
		const program = () => commit(own.port, group, topic, [3]);
		const { outcome } = await it.applyWith(plan, program, ["proving"]);
		expect(outcome).toMatchObject({
			...{ ending: "refused", messagesDone: 0 },
			refusals: [{ code: "put back", values: { partitions: 1 } }],
		});
		const now = await it.plan(destroy);
		expect(now.refusal).toMatchObject({ code: "program at work" });
	});

	if (version === kafkaVersion)
		test("a share group ends, and is given back where it began", async () => {
			const stage = stageAt(`kafka://127.0.0.1:${own.port}`);
			const [topic, group] = [await stage.topicWith(1, 5), unique("share")];
			const tool = await connect(own.port, "tool");
			await eventually(async () => {
				const { code } = await setShared(tool, group, topic, 2n);
				return code === 0 || undefined;
			}, 20_000);
			const ask = asker(own.port);
			const seen = () => fingerprint(ask, [group], [topic]);
			const before = await seen();
			const it = cleaning(stage.open(), topic, group);
			const plan = await it.plan(destroy);
			expect(plan).toMatchObject({ refusal: null, messages: { n: 1 } });
			const applied = await it.apply(plan);
			expect(applied.outcome).toMatchObject({ ending: "done" });
			expect((await seen()).some((line) => line.includes(group))).toBe(false);
			const undone = undoneOf(plan, applied);
			const back = await it.plan(undo, undone);
			const given = await it.apply(back, undone.before);
			expect(given.outcome).toMatchObject({ ending: "done", messagesDone: 1 });
			const shared = (lines: readonly string[]) =>
				lines.filter((line) => line.startsWith('["shared"'));
			expect(shared(await seen())).toEqual(shared(before));
		});
});
