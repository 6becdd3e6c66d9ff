// When one thing in a cluster goes wrong, does only its own row become unknown, with the reason?
import { mkdtemp, rm } from "node:fs/promises";
import { createServer, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import type { Reading } from "#lib/core/reading.ts";
import { eventually } from "#world/eventually.ts";
import { type ChaoticKafka, startChaoticKafka } from "#world/kafka-chaos.ts";
import { answerMaxBytes } from "../../connection/frames.ts";
import { type Watch, watch } from "../../for-tests/faults.ts";
import { leaderOf } from "../../for-tests/leaders.ts";
import { commit } from "../../for-tests/positions.ts";
import { asker } from "../../for-tests/requests.ts";
import { groupsTopic, partitionOf } from "../../groups/takeovers.ts";
import { metadata } from "../../protocol/metadata.ts";

const deadlineMs = 3_000;
let folder = "";
let kafka: ChaoticKafka;
let port = 0;

beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), "tidemark-partial-"));
	kafka = await startChaoticKafka({ nodes: 3, folder });
	port = kafka.world.nodes[0]?.port ?? 0;
	await kafka.world.createTopics([{ topic: "kept", numPartitions: 3 }]);
	await commit(port, "keeper", "kept", [0, 0, 0]);
});

afterAll(async () => {
	await kafka?.stop();
	await rm(folder, { recursive: true, force: true });
});

function open(address = kafka.address, withinMs = deadlineMs): Watch {
	const board = watch(address, withinMs);
	onTestFinished(() => board.links.close());
	return board;
}

const sum = <T>(all: Iterable<T>, of: (one: T) => number): number =>
	[...all].reduce((total, one) => total + of(one), 0);

const notThere = 3;

/** Each node learns of it by itself. */
const forgets = (port: number, topic: string) => {
	const ask = asker(port);
	return eventually(async () => {
		const [told] = (await ask(metadata([topic]))).topics;
		return told?.code === notThere || undefined;
	}, 15_000);
};

const caughtUp = { n: 0, bound: "exact" };

async function readingsOf(board: Watch): Promise<ReadonlyMap<string, Reading>> {
	const { snapshot } = await board.tick();
	return new Map(
		snapshot?.readings.map((reading) => [reading.channel, reading]),
	);
}

test("a topic deleted while it is read takes only its own row along", async () => {
	const name = "deleted-while-read";
	await kafka.world.createTopics([{ topic: name, numPartitions: 3 }]);
	await commit(port, "keeper", name, [0, 0, 0]);
	// Long enough for a topic to be deleted within it, also where the machine has other things to do.
	const board = open(kafka.address, 20_000);
	expect((await readingsOf(board)).get(name)?.lag).toEqual(caughtUp);
	const asked = (name: string) =>
		sum(board.links.traffic.values(), (one) => one.asked.get(name) ?? 0);
	const before = {
		OffsetFetch: asked("OffsetFetch"),
		Metadata: asked("Metadata"),
	};
	const { promise: unheld, resolve: letGo } = Promise.withResolvers<void>();
	const slow = { latencyMs: 250 };
	const passed = () => sum(kafka.proxies, ({ carried }) => carried.client);
	for (const proxy of kafka.proxies) proxy.mode = slow;
	const reading = readingsOf(board);
	await eventually(
		() => asked("OffsetFetch") > before.OffsetFetch || undefined,
		5_000,
		2,
	);
	// The question is on its way; once it has passed, the broker answers at once, and is asked for ends only when the topic is gone.
	const onItsWay = passed();
	await eventually(() => passed() > onItsWay || undefined, 5_000, 2);
	for (const proxy of kafka.proxies) proxy.mode = { until: unheld };
	await kafka.world.withAdmin((admin) =>
		admin.deleteTopics({ topics: [name] }),
	);
	await Promise.all(kafka.world.nodes.map((node) => forgets(node.port, name)));
	letGo();
	const during = await reading;
	for (const proxy of kafka.proxies) proxy.mode = {};
	// Once at the start of the tick, of two nodes, and once more because a leader knew nothing of the topic.
	expect(asked("Metadata") - before.Metadata).toBeGreaterThanOrEqual(4);
	expect(during.get("kept")?.lag).toEqual(caughtUp);
	expect(during.has(name)).toBe(false);
	const after = await eventually(async () => {
		const readings = await readingsOf(board);
		return readings.has(name) ? undefined : readings;
	}, 10_000);
	expect(after.get("kept")?.lag).toEqual(caughtUp);
});

test("a partition nobody leads leaves the lag of the others as the least there is, and no other row is touched", async () => {
	// Whoever takes its groups over knows least of what was committed last.
	const coordinator = await leaderOf(port, {
		...{ topic: groupsTopic, partition: partitionOf("keeper", 8) },
	});
	const killed = kafka.world.nodes[coordinator - 1];
	const topic = "without-copies";
	const replicaAssignment = [1, 2, 3].map((id, partition) => ({
		...{ partition, replicas: [id] },
	}));
	await kafka.world.createTopics([{ topic, replicaAssignment }]);
	const board = open();
	await commit(port, "keeper", topic, [0, 0, 0]);
	await eventually(async () => {
		const { lag } = (await readingsOf(board)).get(topic) ?? {};
		return lag?.bound === "exact" || undefined;
	}, 10_000);
	await killed?.kill();
	onTestFinished(() => killed?.restart());
	const missing: string[] = [];
	const rows = await eventually(async () => {
		const { snapshot } = await board.tick();
		const readings = new Map(
			snapshot?.readings.map((reading) => [reading.channel, reading]),
		);
		if (snapshot?.complete)
			missing.push(...["kept", topic].filter((it) => !readings.has(it)));
		const isLed = readings.get("kept")?.lag?.bound === "exact";
		return isLed && snapshot?.complete ? readings : undefined;
	}, 20_000);
	expect(rows.get(topic)).toMatchObject({
		...{ lag: { n: 0, bound: "at least" }, counted: 2, trouble: null },
		notes: expect.arrayContaining([
			{ code: "offline", values: { partitions: 1 } },
		]),
	});
	expect(rows.get("kept")).toMatchObject({ lag: caughtUp, counted: 3 });
	expect(missing).toEqual([]);
	expect(board.gone).toEqual([]);
});

test("an answer that is announced larger than any can be ends the connection before it is kept", async () => {
	let wasSent = 0;
	const sockets = new Set<Socket>();
	const door = createServer((socket) => {
		sockets.add(socket);
		socket
			.on("error", () => {})
			.once("data", () => {
				const announced = Buffer.alloc(4);
				announced.writeInt32BE(answerMaxBytes + 1);
				socket.write(announced);
				const pour = () => {
					while (!socket.destroyed && wasSent < answerMaxBytes) {
						wasSent += 65_536;
						if (!socket.write(Buffer.alloc(65_536))) return;
					}
				};
				socket.on("drain", pour);
				pour();
			});
	});
	onTestFinished(() => {
		for (const socket of sockets) socket.destroy();
		door.close();
	});
	const own = await new Promise<number>((resolve) => {
		door.listen(0, "127.0.0.1", () => {
			const address = door.address();
			resolve(typeof address === "object" ? (address?.port ?? 0) : 0);
		});
	});
	const { read } = open(`kafka://127.0.0.1:${own}`);
	await expect(read()).rejects.toMatchObject({
		trouble: {
			// Its very first answer makes no sense: this is no such broker.
			code: "wrong protocol",
			detail: expect.stringContaining(`${answerMaxBytes + 1} bytes`),
		},
	});
	expect(wasSent).toBeLessThan(answerMaxBytes / 4);
});
