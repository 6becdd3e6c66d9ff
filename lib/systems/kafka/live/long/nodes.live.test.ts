// What is still known while one node of three is silent, dead, or back?
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import type { Snapshot } from "#lib/core/reading.ts";
import { parseAddress } from "#lib/systems/address.ts";
import type { Connection } from "#lib/systems/system.ts";
import { TroubleError } from "#lib/systems/trouble-error.ts";
import { eventually } from "#world/eventually.ts";
import { type KafkaWorld, startKafka } from "#world/kafka.ts";
import { commit } from "../../for-tests/positions.ts";
import { kafka } from "../../index.ts";

const deadlineMs = 1_500;
const topic = "spread";
const groups = Array.from({ length: 24 }, (_, i) => `group-${i}`);
let folder = "";
let world: KafkaWorld;

beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), "tidemark-nodes-"));
	world = await startKafka({ nodes: 3, folder });
	await world.createTopics([{ topic, numPartitions: 6 }]);
	const port = world.nodes[0]?.port ?? 0;
	for (const group of groups)
		await commit(port, group, topic, [0, 0, 0, 0, 0, 0]);
});

afterAll(async () => {
	await world?.stop();
	await rm(folder, { recursive: true, force: true });
});

function open(): Connection {
	const address = parseAddress(world.address);
	if (!address) throw new Error("The world gives no address");
	const connection = kafka.open({ broker: "b", address, deadlineMs });
	onTestFinished(() => connection.close());
	return connection;
}

/** Reads once, within its deadline; and whatever happens out there, a snapshot that calls itself complete is complete. */
async function read(connection: Connection): Promise<Snapshot | undefined> {
	const startMs = performance.now();
	try {
		const snapshot = await connection.read();
		if (snapshot.complete)
			expect(snapshot.readings.map(({ group }) => group).sort()).toEqual(
				[...groups].sort(),
			);
		return snapshot;
	} catch (error) {
		if (!(error instanceof TroubleError)) throw error;
		return undefined;
	} finally {
		expect(performance.now() - startMs).toBeLessThan(deadlineMs + 200);
	}
}

const reads = (
	connection: Connection,
	isWanted: (snapshot: Snapshot) => boolean,
): Promise<Snapshot> => {
	let broken: unknown;
	return eventually(async () => {
		if (broken) throw broken;
		const snapshot = await read(connection).catch((error: unknown) => {
			broken = error;
		});
		return snapshot && isWanted(snapshot) ? snapshot : undefined;
	}, 20_000);
};

const isWhole = ({ complete }: Snapshot) => complete;

test("a frozen node hides only its own groups, and they are not called gone", async () => {
	const connection = open();
	const before = await reads(connection, isWhole);
	expect(before.readings).toHaveLength(groups.length);
	const node = world.nodes[2];
	node?.freeze();
	onTestFinished(() => node?.thaw());
	const during = await read(connection);
	expect(during?.complete).toBe(false);
	expect(during?.troubles).toEqual([
		{ code: "no answer", part: "node 3", detail: "" },
	]);
	const heard = during?.readings ?? [];
	expect(heard.length).toBeGreaterThan(0);
	expect(heard.length).toBeLessThan(groups.length);
	for (const { lag, counted } of heard) {
		expect(lag).toEqual({ n: 0, bound: "at least" });
		expect(counted).toBe(4);
	}
	node?.thaw();
	await reads(connection, isWhole);
});

test("a killed node's groups come back from the others, and the node itself later", async () => {
	const connection = open();
	await reads(connection, isWhole);
	const node = world.nodes[1];
	await node?.kill();
	const during = await read(connection);
	expect(during?.complete).toBe(false);
	expect(during?.troubles).toMatchObject([
		{ code: "unreachable", part: "node 2" },
	]);
	const without = await reads(connection, isWhole);
	expect(without.readings.every(({ lag }) => lag?.bound === "exact")).toBe(
		true,
	);
	await node?.restart();
	for (let i = 0; i < 20; i++) await read(connection);
	await reads(connection, isWhole);
});
