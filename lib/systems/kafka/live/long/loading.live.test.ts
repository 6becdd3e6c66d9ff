// While a coordinator still loads what it knows, is nothing called complete, gone or zero that is only not there yet?
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Kafka, logLevel } from "kafkajs";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { eventually } from "#world/eventually.ts";
import { type KafkaWorld, startKafka } from "#world/kafka.ts";
import { type Tick, type Watch, watch } from "../../for-tests/faults.ts";
import { commitAll } from "../../for-tests/positions.ts";

const topic = "loaded";
const partitions = 100;
const groups = Array.from({ length: 100 }, (_, i) => `group-${i}`);
/** Each group commits so often, which makes a log that takes long to load. */
const rounds = 60;
const deadlineMs = 3_000;
let folder = "";
let world: KafkaWorld;
/** What every group has before it, as the cluster tells it. */
let waiting = 0;

beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), "tidemark-loading-"));
	world = await startKafka({
		...{ nodes: 1, folder },
		// One log, read in small bites: the loading is the same, and longer.
		settings: {
			"offsets.topic.num.partitions": "1",
			"offsets.load.buffer.size": "1024",
		},
	});
	await world.createTopics([{ topic, numPartitions: partitions }]);
	await writeEverywhere();
	const ends = await world.withAdmin((admin) => admin.fetchTopicOffsets(topic));
	waiting = ends.reduce((sum, { high }) => sum + Number(high), 0);
	const port = world.nodes[0]?.port ?? 0;
	for (let round = 0; round < rounds; round++)
		await commitAll(port, groups, topic, Array(partitions).fill(0));
});

afterAll(async () => {
	await world?.stop();
	await rm(folder, { recursive: true, force: true });
});

/** At least one message in each partition: a client that writes again while leaders are chosen writes more. */
async function writeEverywhere(): Promise<void> {
	const brokers = [...world.brokers];
	const producer = new Kafka({
		brokers,
		logLevel: logLevel.NOTHING,
	}).producer();
	await producer.connect();
	const messages = Array.from({ length: partitions }, (_, partition) => ({
		...{ value: "x", partition },
	}));
	await producer.send({ topic, messages });
	await producer.disconnect();
}

/** One tick, and all that must hold in every tick. */
async function tick(board: Watch): Promise<Tick> {
	const one = await board.tick();
	const { readings = [], complete = false, gone = [] } = one.snapshot ?? {};
	expect([...gone, ...board.gone]).toEqual([]);
	if (complete)
		expect(readings.map(({ group }) => group).sort()).toEqual(
			groups.toSorted(),
		);
	for (const { lag } of readings)
		if (lag !== null) expect(lag.n).toBeGreaterThan(0);
	expect(board.rows.size).toBe(groups.length);
	for (const { lag, stale, verdict } of board.rows.values()) {
		// A node that goes down may still tell of some partitions and not of others.
		const isSaid = lag?.bound === "exact" ? lag.n === waiting : lag !== null;
		expect({ lag, isSaid }).toEqual({ lag, isSaid: true });
		expect(lag?.n).toBeLessThanOrEqual(waiting);
		if (stale) expect(verdict).toBe("unknown");
	}
	return one;
}

const isWhole = ({ snapshot }: Tick): boolean =>
	snapshot?.complete === true &&
	snapshot.readings.every(
		({ lag }) => lag?.bound === "exact" && lag.n === waiting,
	);

/** Tick after tick, without a pause, until one is as wanted. */
async function ticksUntil(
	board: Watch,
	isWanted: (one: Tick) => boolean,
): Promise<readonly Tick[]> {
	const ticks: Tick[] = [];
	const untilMs = performance.now() + 60_000;
	while (performance.now() < untilMs) {
		const one = await tick(board);
		ticks.push(one);
		if (isWanted(one)) return ticks;
	}
	throw new Error("It did not come to that");
}

const troublesOf = ({ trouble, snapshot }: Tick) =>
	trouble ? [trouble] : (snapshot?.troubles ?? []);

/** How quickly a node loads is its own affair: it starts again until a tick met it loading, and every tick must hold. */
const startsMost = 8;
const withinMs = 240_000;

test(
	"groups whose coordinator still loads are not ready, and neither missing nor gone nor at zero",
	async () => {
		const board = watch(world.address, deadlineMs);
		onTestFinished(() => board.links.close());
		await eventually(
			async () => isWhole(await board.tick()) || undefined,
			30_000,
		);
		const met: ReturnType<typeof troublesOf>[number][] = [];
		for (let start = 0; start < startsMost && !met.some(isLoading); start++) {
			const restarted = world.nodes[0]?.restart();
			onTestFinished(() => restarted);
			await ticksUntil(board, ({ trouble }) => trouble?.code === "unreachable");
			const onTheWay = await ticksUntil(board, isWhole);
			await restarted;
			met.push(...onTheWay.flatMap(troublesOf));
		}
		expect(met.filter(isLoading)[0]).toMatchObject({ code: "not ready" });
	},
	withinMs,
);

const isLoading = ({ detail }: { readonly detail: string }) =>
	detail === "COORDINATOR_LOAD_IN_PROGRESS";
