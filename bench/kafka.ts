// What does it cost to know how far every group of a Kafka cluster is behind? Everybody who can say it, on the same groups.
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Kafka, logLevel } from "kafkajs";
import { startKafka } from "#world/kafka.ts";
import { compared, secondsOf } from "./compared.ts";
import { type Cost, middle } from "./cost.ts";
import {
	adminClient,
	exporters,
	ownTool,
	scraped,
} from "./kafka-contenders.ts";
import { startTicks } from "./kafka-tick.ts";
import {
	makeGroups,
	makeTopics,
	partitionCount,
	topics,
} from "./kafka-work.ts";
import { table } from "./table.ts";

const sizes = [100, 1_000];
const warmRounds = 5;
const rounds = 15;

const folder = await mkdtemp(join(tmpdir(), "tidemark-bench-"));
const world = await startKafka({
	nodes: 1,
	folder: join(folder, "kafka"),
	heapMb: 512,
});
const [broker = ""] = world.brokers;
const client = new Kafka({
	brokers: [...world.brokers],
	logLevel: logLevel.NOTHING,
});
const producer = client.producer();

/** Every topic grows by one message, so that every row of ours has a new lag. */
const write = () =>
	producer.sendBatch({
		topicMessages: topics.map((topic) => ({
			...{ topic, messages: [{ value: "x", partition: 0 }] },
		})),
	});

async function ticks(
	size: number,
): Promise<Record<"first" | "busy" | "quiet", Cost>> {
	const own = join(folder, `store-${size}`);
	await mkdir(own, { mode: 0o700 });
	const ours = await startTicks(world.address, own);
	try {
		const first = (await ours.tick()).cost;
		const busy: Cost[] = [];
		const quiet: Cost[] = [];
		for (let round = 0; round < warmRounds + rounds; round++) {
			await write();
			const one = await ours.tick();
			if (one.rows !== size) throw new Error(`${one.rows} rows were written`);
			const still = await ours.tick();
			if (round < warmRounds) continue;
			busy.push(one.cost);
			quiet.push(still.cost);
		}
		return { first, busy: middle(busy), quiet: middle(quiet) };
	} finally {
		await ours.close();
	}
}

const figure = (number: number | null, digits = 0): string =>
	number === null ? "–" : number.toFixed(digits);

function line(name: string, cost: Cost | null, against: Cost): string[] {
	if (cost === null) return [name, "not installed", "", "", "", ""];
	return [
		name,
		figure(cost.wallMs),
		figure(cost.cpuMs),
		figure(cost.requests),
		figure(cost.bytes && cost.bytes / 1024),
		figure(cost.wallMs / against.wallMs, 1),
	];
}

async function compare(size: number) {
	const ours = await ticks(size);
	const admin = await adminClient(client, size);
	const tool = await ownTool(broker);
	const rows = [
		line(
			"Tidemark: read, judged, stored; every row changed",
			ours.busy,
			ours.busy,
		),
		line("Tidemark: the same, nothing changed", ours.quiet, ours.busy),
		line("Tidemark: the first tick", ours.first, ours.busy),
		line("kafkajs: its admin calls", admin, ours.busy),
		line("Kafka's own ConsumerGroupCommand", tool, ours.busy),
	];
	for (const exporter of exporters) {
		const output = join(folder, `${exporter.name}.log`);
		const cost = await scraped(exporter, broker, output);
		rows.push(line(`${exporter.name}: a scrape`, cost, ours.busy));
	}
	table(
		[
			`${size} groups × ${partitionCount} partitions`,
			"ms",
			"CPU ms",
			"requests",
			"KiB",
			"times",
		],
		rows,
	);
	process.stdout.write("\n");
	return { ours: ours.busy, admin, tool };
}

try {
	await producer.connect();
	await makeTopics(world, producer);
	let made = 0;
	const both: Awaited<ReturnType<typeof compare>>[] = [];
	for (const size of sizes) {
		await makeGroups(world, made, size);
		made = size;
		both.push(await compare(size));
	}
	const [few, many] = both;
	if (!few || !many) throw new Error("Two sizes are compared");
	const growth = many.ours.wallMs / few.ours.wallMs;
	process.stdout.write(
		`Ten times the groups take ${growth.toFixed(1)} times as long.\n`,
	);
	compared(
		`${sizes.at(-1)} groups of Kafka, ${partitionCount} partitions each, read once`,
		secondsOf(many.ours.wallMs),
		`Kafka's own tool: ${secondsOf(many.tool.wallMs)}; kafkajs: ${secondsOf(many.admin.wallMs)}, without age, margin and members`,
	);
	process.stdout.write(
		`figure kafka ${(many.tool.wallMs / many.ours.wallMs).toFixed(0)}\n`,
	);
} finally {
	await producer.disconnect();
	await world.stop();
	await rm(folder, { recursive: true, force: true });
}
