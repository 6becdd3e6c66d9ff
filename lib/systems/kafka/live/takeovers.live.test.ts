// While groups move from one coordinator to another, are only they unknown, and never zero, old or gone?
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { eventually } from "#world/eventually.ts";
import { type ChaoticKafka, startChaoticKafka } from "#world/kafka-chaos.ts";
import { isWhole, type Tick, type Watch, watch } from "../for-tests/faults.ts";
import {
	bytesAt,
	deciderOf,
	elect,
	leaderOf,
	prefer,
} from "../for-tests/leaders.ts";
import { commit } from "../for-tests/positions.ts";
import { groupsTopic, partitionOf } from "../groups/takeovers.ts";

const deadlineMs = 6_000;
const topic = "orders";
const ids = [1, 2, 3] as const;
const moving = "moving";
/** The settings of a world say so. */
const groupPartitions = 8;
const place = {
	...{ topic: groupsTopic, partition: partitionOf(moving, groupPartitions) },
};
let folder = "";
let kafka: ChaoticKafka;

beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), "tidemark-takeovers-"));
	kafka = await startChaoticKafka({
		...{ nodes: 3, folder },
		// A frozen node then stays one of those that must confirm what is written.
		settings: { "broker.session.timeout.ms": "60000" },
	});
	await kafka.world.createTopics([{ topic, numPartitions: 1 }]);
	for (const group of [moving, ...others])
		await commit(portOf(1), group, topic, [0]);
});

afterAll(async () => {
	await kafka?.stop();
	await rm(folder, { recursive: true, force: true });
});

/** One in each other partition, so that every node has some. */
const others = ["a", "b", "c", "d", "e", "f", "g", "h", "i"]
	.map((letter) => `staying-${letter}`)
	.filter((group) => partitionOf(group, groupPartitions) !== place.partition);

const portOf = (id: number): number => kafka.world.nodes[id - 1]?.port ?? 0;

function open(): Watch {
	const board = watch(kafka.address, deadlineMs);
	onTestFinished(() => board.links.close());
	return board;
}

const settled = (board: Watch, id: number) =>
	eventually(async () => {
		const { snapshot } = await tick(board);
		const isThere = (await leaderOf(portOf(id), place)) === id;
		return (isThere && snapshot?.complete) || undefined;
	}, 40_000);

/** One tick, and all that must hold in every tick. */
async function tick(board: Watch): Promise<Tick> {
	const one = await board.tick();
	const { readings = [], complete = false, gone = [] } = one.snapshot ?? {};
	expect([...gone, ...board.gone]).toEqual([]);
	const groups = readings.map(({ group }) => group);
	expect(new Set(groups).size).toBe(groups.length);
	if (complete) expect(groups.sort()).toEqual([moving, ...others].sort());
	for (const { trouble, lag } of readings) {
		expect(trouble).toBe(null);
		expect(lag).toEqual({ n: 0, bound: "exact" });
	}
	return one;
}

const rowOf = (board: Watch, group: string) =>
	board.rows.get(`${group} ${topic}`);

const heardIn = ({ snapshot }: Tick) =>
	(snapshot?.readings ?? []).map(({ group }) => group);

test("a coordinator that gives its groups away while it is asked makes only them unknown, and the next one is followed", async () => {
	const board = open();
	let at = await leaderOf(portOf(1), place);
	await settled(board, at);
	const asked = (id: number) => {
		const { port } = kafka.proxies[id - 1] ?? {};
		const traffic = board.links.traffic.get(`127.0.0.1:${port}`);
		return traffic?.asked.get("OffsetFetch") ?? 0;
	};
	const [from, met] = await eventually(async () => {
		const [next = at, other = at] = ids.filter((id) => id !== at);
		await prefer(kafka.world, place, [next, at, other]);
		await settled(board, at);
		const proxy = kafka.proxies[at - 1];
		if (proxy) proxy.mode = { latencyMs: 600 };
		const before = asked(at);
		const reading = tick(board);
		await eventually(() => asked(at) > before || undefined, 5_000, 2);
		// Its list came, and the next question is held on its way.
		const code = await elect(portOf(next), place);
		if (proxy) proxy.mode = {};
		const during = await reading;
		const wasAt = at;
		at = await leaderOf(portOf(next), place);
		const details = during.snapshot?.troubles.map(({ detail }) => detail);
		const isMet = code === 0 && details?.includes("NOT_COORDINATOR");
		return isMet ? ([wasAt, during] as const) : undefined;
	}, 50_000);
	expect(met.snapshot?.complete).toBe(false);
	expect(met.snapshot?.troubles).toEqual([
		{ code: "not ready", part: `node ${from}`, detail: "NOT_COORDINATOR" },
	]);
	expect(heardIn(met).sort()).toEqual(others.toSorted());
	expect(rowOf(board, moving)).toMatchObject({
		...{ lag: { n: 0, bound: "exact" }, stale: true, verdict: "unknown" },
		reason: {
			...{ code: "part silent" },
			values: { code: "not ready", part: `node ${from}` },
		},
	});
	for (const group of others)
		expect(rowOf(board, group)).toMatchObject({ stale: false });
	const all = [moving, ...others];
	await eventually(
		async () => (await isWhole(portOf(at), groupsTopic, all)) || undefined,
		20_000,
	);
	const after = [await tick(board), await tick(board)];
	expect(after.some(({ snapshot }) => snapshot?.complete)).toBe(true);
	expect(rowOf(board, moving)).toMatchObject({ stale: false });
});

test("a coordinator that took over and cannot see yet what was committed last is not believed", async () => {
	const board = open();
	const from = await leaderOf(portOf(1), place);
	await settled(board, from);
	const decider = await deciderOf(portOf(1));
	const frozen = ids.find((id) => id !== from && id !== decider) ?? from;
	const to = ids.find((id) => id !== from && id !== frozen) ?? from;
	await prefer(kafka.world, place, [to, from, frozen]);
	// So that all it has to tell is about groups.
	const log = { topic, partition: 0 };
	await prefer(kafka.world, log, [from, to, frozen]);
	await eventually(async () => {
		await elect(portOf(from), log);
		return (await leaderOf(portOf(from), log)) === from || undefined;
	}, 20_000);
	await settled(board, from);
	const node = kafka.world.nodes[frozen - 1];
	node?.freeze();
	onTestFinished(() => node?.thaw());
	const before = await bytesAt(portOf(to), place);
	// Two of three have it then, and the third must have it before it counts.
	const committed = commit(portOf(from), moving, topic, [0]).catch(() => {});
	await eventually(
		async () => (await bytesAt(portOf(to), place)) > before || undefined,
		10_000,
	);
	await eventually(async () => {
		await elect(portOf(to), place);
		return (await leaderOf(portOf(to), place)) === to || undefined;
	}, 20_000);
	const during = await eventually(async () => {
		const one = await tick(board);
		const details = one.snapshot?.troubles.map(({ detail }) => detail);
		return details?.includes("OFFSET_NOT_AVAILABLE") ? one : undefined;
	}, 30_000);
	expect(during.snapshot?.complete).toBe(false);
	expect(during.snapshot?.troubles).toContainEqual({
		...{ code: "not ready", part: `node ${to}` },
		detail: "OFFSET_NOT_AVAILABLE",
	});
	expect(heardIn(during)).not.toContain(moving);
	expect(heardIn(during).length).toBeGreaterThan(0);
	expect(rowOf(board, moving)).toMatchObject({
		...{ lag: { n: 0, bound: "exact" }, stale: true, verdict: "unknown" },
	});
	node?.thaw();
	await committed;
	await settled(board, to);
	expect(rowOf(board, moving)).toMatchObject({ stale: false });
});
