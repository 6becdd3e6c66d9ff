// What does a tick ask of a cluster of three nodes? Each kind of tick against its formula, and its bytes against a proxy's.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from "vitest";
import { parseAddress } from "#lib/systems/address.ts";
import { eventually } from "#world/eventually.ts";
import { type ChaoticKafka, startChaoticKafka } from "#world/kafka-chaos.ts";
import { Cluster } from "../cluster.ts";
import { Links } from "../connection/links.ts";
import { connect, giveOut, join as joinClassic } from "../for-tests/members.ts";
import { commitAll, join as joinGroup } from "../for-tests/positions.ts";

const nodes = 3;
const partitions = 12;
const topic = "measured";
const groups = Array.from({ length: 330 }, (_, i) => `group-${i}`);
let folder = "";
let kafka: ChaoticKafka;
/** How many answers it takes to hear every group's positions. */
let batches = 0;
let spread: ReadonlyMap<number, readonly string[]>;

beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), "tidemark-cost-"));
	kafka = await startChaoticKafka({ nodes, folder });
	await kafka.world.createTopics([{ topic, numPartitions: partitions }]);
	const port = kafka.world.nodes[0]?.port ?? 0;
	const positions = Array<number>(partitions).fill(0);
	spread = await commitAll(port, groups, topic, positions);
	for (const { length } of spread.values()) batches += Math.ceil(length / 100);
});

afterAll(async () => {
	await kafka?.stop();
	await rm(folder, { recursive: true, force: true });
});

type Counts = Readonly<Record<string, number>>;

function open() {
	const address = parseAddress(kafka.address);
	if (!address) throw new Error("The world gives no address");
	const links = new Links(address);
	onTestFinished(() => links.close());
	const cluster = new Cluster(links, 5_000);
	return {
		links,
		/** What one tick asked, of all nodes together. */
		async tick(): Promise<Counts> {
			const before = countsOf(links);
			const { complete, readings } = await cluster.read();
			expect(complete).toBe(true);
			expect(readings).toHaveLength(groups.length);
			const after = countsOf(links);
			return Object.fromEntries(
				Object.entries(after)
					.map(([name, count]) => [name, count - (before[name] ?? 0)] as const)
					.filter(([, count]) => count > 0),
			);
		},
	};
}

function countsOf({ traffic }: Links): Counts {
	const counts: Record<string, number> = {};
	for (const { asked } of traffic.values())
		for (const [name, count] of asked)
			counts[name] = (counts[name] ?? 0) + count;
	return counts;
}

let passedMs = 0;

/** The slow clocks run ahead; nobody waits for them. */
function pass(ms: number): void {
	const now = performance.now.bind(performance);
	if (!vi.isMockFunction(performance.now))
		vi.spyOn(performance, "now").mockImplementation(() => now() + passedMs);
	passedMs += ms;
}

const quiet = () => ({
	/** Two nodes are asked at once, and the first answer is taken. */
	Metadata: 2,
	ListGroups: nodes,
	OffsetFetch: batches,
	/** Every partition of a leader in one question, for all groups together. */
	ListOffsets: nodes,
});

/** The least a tick asks for is what it costs: on a machine under load a node seems slow, so that another is asked as well, or groups move, and their next node is asked what it knows. */
const costs = (tick: () => Promise<Counts>, expected: object) =>
	eventually(async () => {
		expect(await tick()).toEqual(expected);
		return true;
	}, 30_000);

test("a quiet tick asks each node once for its groups, once a hundred groups for positions, and each leader once for ends", async () => {
	const { tick } = open();
	await tick();
	for (let i = 0; i < 3; i++) await costs(tick, quiet());
});

test("starts are asked again every ten seconds, topics every half minute, and configurations every ten minutes", async () => {
	const { tick } = open();
	await tick();
	const tickAfter = (ms: number) => () => {
		pass(ms);
		return tick();
	};
	const starts = { ...quiet(), ListOffsets: 2 * nodes };
	await costs(tickAfter(10_000), starts);
	const slow = { ...starts, Metadata: 4 };
	await costs(tickAfter(30_000), slow);
	await costs(tick, quiet());
	const slowest = { ...slow, DescribeConfigs: 2 };
	await costs(tickAfter(10 * 60_000), expect.objectContaining(slowest));
	await costs(tick, quiet());
});

test("only the group that changed is asked for its members, and it again after half a minute", async () => {
	const { tick } = open();
	await tick();
	const [[port = 0, led = []] = []] = spread;
	const others = led.values();
	await costs(
		async () => {
			await joinGroup(port, others.next().value ?? "", topic);
			return tick();
		},
		{ ...quiet(), ConsumerGroupDescribe: 1 },
	);
	await costs(tick, quiet());
	pass(30_000);
	expect(await tick()).toMatchObject({ ConsumerGroupDescribe: 1 });
});

test("a group that is no row is asked for its members when it comes, and after half a minute, and not in between", async () => {
	const workers = { group: "workers", protocol: "connect" };
	const { own, joined } = await eventually(
		() =>
			Promise.any(
				kafka.world.nodes.map(async ({ port }) => {
					const own = await connect(port, "worker");
					return { own, joined: await joinClassic(own, workers) };
				}),
			),
		20_000,
	);
	await giveOut(own, workers, joined, Buffer.from("connectors"));
	const { tick } = open();
	await tick();
	const calm = { ...quiet(), OffsetFetch: expect.any(Number) };
	await costs(tick, calm);
	await costs(tick, calm);
	pass(30_000);
	expect(await tick()).toMatchObject({ DescribeGroups: 1 });
	expect(await tick()).toEqual(calm);
});

test("one connection a node, and its bytes are counted as a proxy between them counts them", async () => {
	const before = kafka.proxies.map(({ carried }) => ({ ...carried }));
	const opened = kafka.proxies.map(({ opened }) => opened);
	const { tick, links } = open();
	for (let i = 0; i < 10; i++) await tick();
	expect(
		kafka.proxies.map((proxy, i) => proxy.opened - (opened[i] ?? 0)),
	).toEqual(Array(nodes).fill(1));
	kafka.proxies.forEach(({ port, carried }, i) => {
		const traffic = links.traffic.get(`127.0.0.1:${port}`);
		expect(traffic?.sentBytes).toBe(carried.client - (before[i]?.client ?? 0));
		expect(traffic?.receivedBytes).toBe(
			carried.server - (before[i]?.server ?? 0),
		);
	});
});
