// What stays true while a cluster of three nodes is broken under load? What can be heard is fresh, the rest is unknown, nothing is gone.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Kafka, logLevel, type Producer } from "kafkajs";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import type { Snapshot } from "#lib/core/reading.ts";
import { eventually } from "#world/eventually.ts";
import { type ChaoticKafka, startChaoticKafka } from "#world/kafka-chaos.ts";
import { isWhole, type Tick, type Watch, watch } from "../for-tests/faults.ts";
import { spread } from "../for-tests/leaders.ts";
import { commitAll } from "../for-tests/positions.ts";
import { untilLed } from "../for-tests/topics.ts";
import { groupsTopic } from "../groups/takeovers.ts";

const deadlineMs = 2_500;
const partitions = 6;
const topic = "broken";
const groups = Array.from({ length: 24 }, (_, i) => `group-${i}`);
let folder = "";
let kafka: ChaoticKafka;
let producer: Producer;
/** Messages the cluster has confirmed, and messages it was sent: every group's lag lies between. */
let confirmed = 0;
let sent = 0;
let isWriting = true;
let writing = Promise.resolve();

beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), "tidemark-faults-"));
	kafka = await startChaoticKafka({ nodes: 3, folder });
	await kafka.world.createTopics([{ topic, numPartitions: partitions }]);
	const client = new Kafka({
		brokers: [...kafka.world.brokers],
		logLevel: logLevel.NOTHING,
		requestTimeout: 1_000,
	});
	// This client's second try leaves out what another node leads by then, and confirms it all the same.
	producer = client.producer({ retry: { retries: 0 } });
	await producer.connect();
	await untilLed(portOf(0), topic);
	await eventually(async () => {
		await write();
		return true;
	}, 60_000);
	await commitAll(portOf(0), groups, topic, Array(partitions).fill(0));
	writing = writeOn();
});

afterAll(async () => {
	isWriting = false;
	await writing;
	await producer?.disconnect();
	await kafka?.stop();
	await rm(folder, { recursive: true, force: true });
});

const portOf = (node: number) => kafka.world.nodes[node]?.port ?? 0;

async function write(): Promise<void> {
	const messages = Array.from({ length: partitions }, (_, partition) => ({
		...{ value: "x", partition },
	}));
	sent += partitions;
	await producer.send({ topic, messages, acks: -1 });
	confirmed += partitions;
}

/** What was not confirmed may be there or not, or in part: it stays counted as sent only, whatever is confirmed later. */
async function writeOn(): Promise<void> {
	while (isWriting)
		await write().catch(() => new Promise((go) => setTimeout(go, 50)));
}

/** After a fault, others lead what a node led, and nobody gives it back. */
async function openWhole(): Promise<Watch> {
	await spread(portOf(0), groupsTopic);
	return open();
}

function open(withinMs = deadlineMs): Watch {
	const board = watch(kafka.address, withinMs);
	onTestFinished(() => board.links.close());
	return board;
}

/** One tick, and all that must hold in every tick, whatever happens out there. */
async function tick(board: Watch): Promise<Tick> {
	const before = confirmed;
	const one = await board.tick();
	// A machine that does something else as well wakes nobody on time.
	expect(one.tookMs).toBeLessThan(2 * deadlineMs);
	expect(board.gone).toEqual([]);
	for (const { lag, group, trouble } of one.snapshot?.readings ?? []) {
		expect(groups).toContain(group);
		if (trouble) expect(lag).toBeNull();
		if (lag === null) continue;
		expect(lag.n).toBeGreaterThan(0);
		expect(lag.n).toBeLessThanOrEqual(sent);
		if (lag.bound === "exact") expect(lag.n).toBeGreaterThanOrEqual(before);
		else expect(lag.bound).toBe("at least");
	}
	if (one.snapshot?.complete)
		expect(one.snapshot.readings).toHaveLength(groups.length);
	return one;
}

const isExact = ({ snapshot }: Tick): boolean =>
	snapshot?.complete === true &&
	snapshot.readings.length === groups.length &&
	snapshot.readings.every(({ lag }) => lag?.bound === "exact");

const becomesExact = (board: Watch): Promise<Tick> =>
	ticksUntil(board, isExact, 20_000);

/** A promise broken in one tick is not made good by the next. */
async function ticksUntil(
	board: Watch,
	isWanted: (one: Tick) => boolean,
	withinMs: number,
): Promise<Tick> {
	const untilMs = performance.now() + withinMs;
	for (;;) {
		const one = await tick(board);
		if (isWanted(one)) return one;
		if (performance.now() > untilMs)
			throw new Error(`not within ${withinMs} ms`);
	}
}

/** Every group is either heard in this tick, or unknown on the board; and some are heard, and some are not. */
function expectPartly(board: Watch, { snapshot }: Tick, part: string): void {
	expect(snapshot?.complete).toBe(false);
	expect(snapshot?.troubles.map((trouble) => trouble.part)).toEqual([part]);
	const heard = heardIn(snapshot);
	expect(heard.size).toBeGreaterThan(0);
	expect(heard.size).toBeLessThan(groups.length);
	expect(board.rows.size).toBe(groups.length);
	for (const { group, stale, verdict, lag } of board.rows.values()) {
		expect(stale).toBe(!heard.has(group ?? ""));
		if (stale) expect(verdict).toBe("unknown");
		expect(lag?.n).toBeGreaterThan(0);
	}
}

const heardIn = (snapshot: Snapshot | null): ReadonlySet<string> =>
	new Set(
		snapshot?.readings.flatMap(({ group, lag }) => (lag && group) || []) ?? [],
	);

/** From the moment every node that lives says that the cluster is whole again, two ticks are enough. */
async function expectFollowed(
	board: Watch,
	living: readonly number[],
): Promise<void> {
	await eventually(
		async () => {
			const said = await Promise.all(
				living.flatMap((node) =>
					[topic, groupsTopic].map((it) => isWhole(portOf(node), it, groups)),
				),
			);
			return !said.includes(false) || undefined;
		},
		20_000,
		100,
	);
	await tick(board);
	const { snapshot } = await tick(board);
	expect(snapshot?.troubles).toEqual([]);
	expect(snapshot?.readings.map(({ lag }) => lag?.bound)).toEqual(
		groups.map(() => "exact"),
	);
}

const proxy = (node: number) => {
	const found = kafka.proxies[node];
	if (!found) throw new Error("There is no such node");
	onTestFinished(() => {
		found.mode = {};
		found.reset();
	});
	return found;
};

test("a slow and uneven network changes no number", async () => {
	const board = open(2 * deadlineMs);
	for (const node of [0, 1, 2])
		proxy(node).mode = { latencyMs: 30, jitterMs: 30 };
	await becomesExact(board);
	for (let i = 0; i < 3; i++) expect(isExact(await tick(board))).toBe(true);
});

test("a node that hears and does not answer hides its own groups only, and is back in the tick after", async () => {
	const board = await openWhole();
	await becomesExact(board);
	const one = proxy(2);
	one.mode = { swallows: "server" };
	for (let i = 0; i < 3; i++) expectPartly(board, await tick(board), "node 3");
	one.mode = {};
	one.reset();
	await tick(board);
	expect(isExact(await tick(board))).toBe(true);
});

test("answers that are cut are no answers", async () => {
	const board = open();
	await becomesExact(board);
	const one = proxy(1);
	for (const cutAfterBytes of [2, 9, 60]) {
		one.mode = { cutAfterBytes };
		expectPartly(board, await tick(board), "node 2");
	}
	one.mode = {};
	await tick(board);
	expect(isExact(await tick(board))).toBe(true);
});

test("connections that break between two ticks are opened again within the tick", async () => {
	const board = open();
	await becomesExact(board);
	for (let i = 0; i < 5; i++) {
		for (const node of [0, 1, 2]) proxy(node).reset();
		expect(isExact(await tick(board))).toBe(true);
	}
});

test("a frozen node hides its groups until others lead them, and when it thaws nothing is lost", async () => {
	const board = await openWhole();
	await becomesExact(board);
	const node = kafka.world.nodes[0];
	node?.freeze();
	onTestFinished(() => node?.thaw());
	expectPartly(board, await tick(board), "node 1");
	await expectFollowed(board, [1, 2]);
	node?.thaw();
	for (let i = 0; i < 20; i++) await tick(board);
	await becomesExact(board);
});

test("a killed node's groups and partitions are followed to where they go, and so is its return", async () => {
	const board = await openWhole();
	await becomesExact(board);
	const node = kafka.world.nodes[1];
	await node?.kill();
	expectPartly(board, await tick(board), "node 2");
	await expectFollowed(board, [0, 2]);
	const returned = node?.restart();
	onTestFinished(() => returned);
	for (let i = 0; i < 20; i++) await tick(board);
	await returned;
	await becomesExact(board);
});

test("with two nodes down what is not known is unknown, never zero, and never gone", async () => {
	const board = open();
	await becomesExact(board);
	const down = [kafka.world.nodes[1], kafka.world.nodes[2]];
	await Promise.all(down.map((node) => node?.kill()));
	onTestFinished(async () => {
		await Promise.all(down.map((node) => node?.restart()));
	});
	for (let i = 0; i < 10; i++) {
		const { snapshot } = await tick(board);
		expect(snapshot?.complete ?? false).toBe(false);
		const heard = heardIn(snapshot);
		for (const { group, verdict, lag } of board.rows.values()) {
			expect(lag?.n).toBeGreaterThan(0);
			if (!heard.has(group ?? "")) expect(verdict).toBe("unknown");
		}
		expect(
			snapshot?.readings.some(({ lag }) => lag?.bound === "exact") ?? false,
		).toBe(false);
	}
});
