// X21, X22: a channel is made again or loses what nobody read, and a node says what is not so. Is only believed what holds?
import { randomUUID } from "node:crypto";
import { test as base, expect } from "@playwright/test";
import { keys, type Lies } from "#world/kafka-ear.ts";
import { randomFrom } from "#world/random.ts";
import type { Board } from "../../visitor.ts";
import { cleanUpOf, planOf } from "../clean-up.ts";
import {
	isFresh,
	type KafkaScene,
	noticesIn,
	overKafka,
	type Row,
	rowOf,
	ticks,
	ticksUntil,
} from "../kafka-scene.ts";
import { sized } from "../size.ts";

const test = base.extend<object, { scene: KafkaScene }>({
	scene: [
		async ({ browserName: _ }, use) => overKafka(1, use),
		{ scope: "worker", timeout: 120_000 },
	],
});

type Subject = { readonly channel: string; readonly group: string };

/** A channel of a hundred messages, of which the group has read so many. */
async function subjectAt(
	{ kafka, witness }: KafkaScene,
	position: number,
): Promise<Subject> {
	const channel = `orders-${randomUUID().slice(0, 8)}`;
	const subject = { channel, group: `${channel}-readers` };
	await kafka.world.createTopics([{ topic: channel, numPartitions: 1 }]);
	await kafka.fill(channel, 100);
	await kafka.put(subject.group, channel, position);
	await witness.until((board) => {
		const row = rowOf(board, subject);
		return isFresh(row) && row?.lag?.n === 100 - position;
	}, 30_000);
	return subject;
}

/** First this, and then less with every answer, so that no two of them agree. */
function falling(first: bigint, from: bigint): (was: bigint) => bigint {
	let answers = 0n;
	return () => (answers++ === 0n ? first : from - answers);
}

const lies: readonly (readonly [
	string,
	(channel: string, group: string) => Lies,
])[] = [
	["a log that ends at zero", (channel) => ends(channel, falling(0n, 90n))],
	["a position of zero", (_, group) => positions(group, falling(0n, 30n))],
	[
		"a position that is none",
		(_, group) => positions(group, falling(-1n, 30n)),
	],
	["a log that became shorter", (channel) => ends(channel, falling(60n, 60n))],
	[
		"a log that grew beyond all measure",
		(channel) => ends(channel, falling(10n ** 12n, 10n ** 12n)),
	],
	["a position far back", (_, group) => positions(group, falling(9n, 9n))],
];

const ends = (channel: string, lie: (was: bigint) => bigint): Lies => ({
	end: (topic, was) => (topic === channel ? lie(was) : undefined),
});
const positions = (wanted: string, lie: (was: bigint) => bigint): Lies => ({
	position: (group, _, was) => (group === wanted ? lie(was) : undefined),
});

test("what a node says for a moment and does not mean is not believed: the verdict is unknown, nobody is told, and nothing is planned", async ({
	scene,
}) => {
	test.setTimeout(600_000);
	const { kafka, sink, visitor, witness } = scene;
	const [ear] = kafka.ears;
	if (!ear) throw new Error("there is no node");
	// A group that was set back once is believed to be set back again, so that each is lied about once.
	for (const [what, lieOf] of lies)
		for (const position of [60, 100])
			await test.step(`${what}, of a group at ${position}`, async () => {
				const subject = await subjectAt(scene, position);
				const wrong = new Set<string>();
				const see = (board: Board) => {
					const row = rowOf(board, subject);
					if (row?.lag?.n !== 100 - position) wrong.add(JSON.stringify(row));
					else if (row.verdict !== "unknown" && row.stale)
						wrong.add(JSON.stringify(row));
				};
				ear.lies = lieOf(subject.channel, subject.group);
				await witness.until((board) => {
					see(board);
					const row = rowOf(board, subject);
					return row?.verdict === "unknown" && row.stale;
				}, 30_000);
				const plan = await planOf(visitor, subject, { place: "end" });
				expect(plan?.refusal?.code).toBe("not agreed");
				await ticks(scene, 2, see);
				ear.lies = {};
				await witness.until((board) => {
					see(board);
					return isFresh(rowOf(board, subject));
				}, 30_000);
				expect([...wrong]).toEqual([]);
				const told = noticesIn(sink).filter(({ channels }) =>
					channels.includes(subject.channel),
				);
				// That messages wait is true, and told sooner or later where they do.
				const isTrue = position === 60;
				expect(told.filter((it) => !(isTrue && it.says === "fires"))).toEqual(
					[],
				);
			});
	expect(witness.broken).toEqual([]);
});

test("what several readings say alike is believed: somebody really set the group back", async ({
	scene,
}) => {
	const subject = await subjectAt(scene, 60);
	const seen = new Set<string>();
	const believed = scene.witness.until((board) => {
		const row = rowOf(board, subject);
		if (row?.verdict === "unknown") seen.add(`${row.lag?.n}`);
		return isFresh(row) && row?.lag?.n === 100;
	}, 30_000);
	await scene.kafka.put(subject.group, subject.channel, 0);
	await believed;
	expect([...seen]).toEqual(["40"]);
});

test("answers that make no sense leave all unknown for as long as they come, and harm nobody", async ({
	scene,
}) => {
	test.slow();
	const { kafka, product, witness, truths } = scene;
	const [ear] = kafka.ears;
	const [proxy] = kafka.proxies;
	const [truth] = truths;
	if (!ear || !proxy || !truth) throw new Error("there is no node");
	const random = randomFrom(22);
	const noise = (length: number) =>
		Buffer.from(Array.from({ length }, () => Math.floor(random() * 256)));
	const pid = product.collectorPid();
	const bodies: readonly ((body: Buffer) => Buffer)[] = [
		(body) => body.subarray(0, body.length / 2),
		() => Buffer.alloc(0),
		(body) => noise(body.length),
		// Of whatever is counted, as many as can be told.
		(body) => Buffer.from(body).fill(0xff),
	];
	const all = Object.values(keys).flatMap((key) =>
		bodies.map((body) => [key, body] as const),
	);
	const tried = all.filter((_, i) => i % sized(5, 1) === 0);
	for (const [key, body] of tried) {
		ear.lies = { body: (of, was) => (of === key ? body(was) : undefined) };
		const before = ear.told;
		proxy.reset();
		await witness.until(
			(board) => ear.told > before && !isFresh(rowOf(board, truth)),
			30_000,
		);
		ear.lies = {};
		proxy.reset();
	}
	await witness.until((board) => isFresh(rowOf(board, truth)), 30_000);
	expect(product.collectorPid()).toBe(pid);
	expect(witness.broken).toEqual([]);
});

test("a channel is deleted and made again: its row goes, another comes, and a plan drawn before is refused", async ({
	scene,
}) => {
	const { kafka, visitor, witness } = scene;
	const subject = await subjectAt(scene, 60);
	const errand = await cleanUpOf(visitor, subject, { place: "first" });
	const lags = new Set<number | undefined>();
	const see = (board: Board) => {
		lags.add(rowOf(board, subject)?.lag?.n);
	};
	await kafka.world.withAdmin((admin) =>
		admin.deleteTopics({ topics: [subject.channel] }),
	);
	await witness.until((board) => {
		see(board);
		return rowOf(board, subject) === undefined;
	}, 30_000);
	await kafka.world.createTopics([
		{ topic: subject.channel, numPartitions: 1 },
	]);
	await kafka.fill(subject.channel, 8);
	await kafka.put(subject.group, subject.channel, 3);
	await witness.until((board) => {
		see(board);
		return rowOf(board, subject)?.lag?.n === 5;
	}, 30_000);
	expect([...lags]).toEqual([40, undefined, 5]);
	const approved = await errand.approve();
	expect(approved.state).toBe("refused");
	expect(await kafka.positionOf(subject.group, subject.channel)).toBe(3);
});

test("what nobody read is removed: the group is said to be losing within a few ticks, and by how much", async ({
	scene,
}) => {
	const subject = await subjectAt(scene, 60);
	await scene.kafka.world.withAdmin(async (admin) => {
		const topic = subject.channel;
		await admin.fetchTopicOffsets(topic);
		const partitions = [{ partition: 0, offset: "75" }];
		await admin.deleteTopicRecords({ topic, partitions });
	});
	let row: Row | undefined;
	// Where logs begin is asked every ten seconds.
	const passed = await ticksUntil(scene, (board) => {
		row = rowOf(board, subject);
		return row?.verdict === "losing";
	});
	expect(passed).toBeLessThanOrEqual(14);
	expect(row).toMatchObject({
		lag: { n: 25, bound: "exact" },
		reason: { code: "removed unread", values: { count: 15 } },
	});
});
