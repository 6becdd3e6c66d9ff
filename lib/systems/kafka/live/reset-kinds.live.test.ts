// Does a group of each kind read on from where it is put: as planned, nothing else touched, kept, proved, and refused once stale?
import { describe, expect, test } from "vitest";
import { kafkaToday } from "#world/kafka-jars.mjs";
import { cleaning, resetTo } from "../for-tests/cleaning.ts";
import { differences, fingerprint } from "../for-tests/fingerprint.ts";
import {
	commitNoted,
	type Kind,
	kindsOn,
	leftGroup,
	noteOf,
} from "../for-tests/groups-left.ts";
import { ownKafka } from "../for-tests/own.ts";
import { asker } from "../for-tests/requests.ts";
import { stageAt, unique } from "../for-tests/stage.ts";

describe.each(kafkaToday)("Kafka %s", (version) => {
	const own = ownKafka({}, version);
	const kinds = kindsOn(version);

	/** A topic of three partitions with 10 each, read by the group, which reads another too, and by another group. */
	async function begin(kind: Kind) {
		const stage = stageAt(`kafka://127.0.0.1:${own.port}`);
		const topic = await stage.topicWith(3, 30);
		const beside = await stage.topicWith(1, 5);
		const [group, other] = [unique("group"), unique("other")];
		await leftGroup(own.port, kind, group, topic, [6, 2, 10]);
		await commitNoted(own.port, group, beside, [4]);
		await commitNoted(own.port, other, topic, [1, 1, 1]);
		const ask = asker(own.port);
		const connection = stage.open();
		await connection.read();
		const seen = () => fingerprint(ask, [group, other], [topic, beside]);
		return { topic, group, seen, ...cleaning(connection, topic, group) };
	}

	const line = (
		group: string,
		topic: string,
		partition: number,
		position: number,
		epoch = -1,
	) => {
		const metadata = noteOf(partition);
		const row = { topic, partition, position, epoch, metadata, code: 0 };
		return JSON.stringify(["position", group, row]);
	};

	test.each(kinds)("a %s group goes back and forward at once", async (kind) => {
		const { topic, group, seen, plan, apply, prove } = await begin(kind);
		const before = await seen();
		const it = await plan(resetTo({ place: "exact", position: 4 }));
		expect(await seen()).toEqual(before);
		expect(it).toMatchObject({
			...{ risk: "loses messages", typed: group, undo: "while empty" },
			...{ refusal: null, warnings: [], messages: { n: 3, bound: "exact" } },
			effects: [
				{
					code: "skip",
					values: { messages: 2, bound: "exact", partitions: 1 },
				},
				{
					code: "go back",
					values: { messages: 8, bound: "exact", partitions: 2 },
				},
			],
			moves: [
				{ partition: 2, before: 10, after: 4, first: 0, end: 10 },
				{ partition: 0, before: 6, after: 4 },
				{ partition: 1, before: 2, after: 4 },
			],
			figures: [
				{ code: "waiting", before: { n: 12 }, after: { n: 18 } },
				{ code: "positions", before: { n: 3 }, after: { n: 3 } },
			],
		});
		const { outcome, kept, told } = await apply(it);
		expect(outcome).toEqual({
			...{ ending: "done", messagesDone: 3, membersRemoved: 0, refusals: [] },
			...{ figures: it.figures, verifiedMs: expect.any(Number) },
		});
		expect(differences(before, await seen())).toEqual({
			gone: [6, 2, 10].map((at, one) => line(group, topic, one, at)),
			come: [4, 4, 4].map((at, one) => line(group, topic, one, at)),
		});
		const keptAt = new Map(
			kept.map((one) => ["partition" in one && one.partition, one]),
		);
		expect([0, 1, 2].map((one) => keptAt.get(one))).toEqual(
			[6, 2, 10].map((position, partition) => ({
				...{ channel: topic, partition, position },
				metadata: noteOf(partition),
			})),
		);
		expect(told.map(({ stage }) => stage)).toEqual([
			...["looking again", "messages", "messages", "proving"],
		]);
		expect(await prove(it)).toMatchObject({
			...{ figures: it.figures, afterwards: [{ code: "as left" }] },
		});
		const after = await seen();
		expect((await apply(it)).outcome).toMatchObject({
			...{ ending: "refused", messagesDone: 0 },
			refusals: [{ code: "positions moved", values: { partitions: 3 } }],
		});
		expect(await seen()).toEqual(after);
	});

	test.each(kinds)(
		"what was done to a %s group is taken back, with what was written beside it",
		async (kind) => {
			const { seen, plan, apply } = await begin(kind);
			const before = await seen();
			const it = await plan(resetTo({ place: "end" }, [0, 1]));
			const { kept } = await apply(it);
			const undone = { plan: JSON.parse(JSON.stringify(it)), before: kept };
			const back = await plan({ action: "undo", errand: "a" }, undone);
			expect(back).toMatchObject({
				...{ risk: "none", typed: null, undo: "impossible" },
				...{ refusal: null, messages: { n: 2, bound: "exact" } },
				effects: [{ code: "restore positions", values: { partitions: 2 } }],
			});
			const { outcome, kept: keptAgain } = await apply(back, kept);
			expect(outcome).toMatchObject({ ending: "done", messagesDone: 2 });
			expect(outcome.figures).toEqual(back.figures);
			expect(keptAgain).toEqual([]);
			expect(await seen()).toEqual(before);
			const twice = await plan({ action: "undo", errand: "a" }, undone);
			expect(twice.refusal).toMatchObject({ code: "nothing to do" });
		},
	);
});
