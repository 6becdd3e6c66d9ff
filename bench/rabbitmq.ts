// What does it cost to know what waits in every queue of a RabbitMQ, and who reads it? Everybody who can say it, on the same queues.
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { connect } from "amqplib";
import { deadlineMs as ownDeadlineMs } from "#lib/collector/collector.ts";
import { ledgerOf } from "#lib/collector/ledger.ts";
import { openStore } from "#lib/store/open.ts";
import { parseAddress } from "#lib/systems/address.ts";
import { rabbitmq } from "#lib/systems/rabbitmq/index.ts";
import { eventually } from "#world/eventually.ts";
import { freePorts } from "#world/ports.ts";
import { startRabbit } from "#world/rabbitmq.ts";
import { compared, servedIn } from "./compared.ts";
import { type Cost, cpuOf, middle, timed } from "./cost.ts";
import { naivePoll, ownExporter, ownTool } from "./rabbitmq-contenders.ts";
import { makeQueues, queueCount, write } from "./rabbitmq-work.ts";
import { table } from "./table.ts";

const everyMs = 5_000;
const rounds = 5;

const folder = await mkdtemp(join(tmpdir(), "tidemark-bench-"));
const [exporterPort = 0] = await freePorts(1);
const world = await startRabbit({
	folder: join(folder, "rabbitmq"),
	plugins: ["rabbitmq_management", "rabbitmq_prometheus"],
	settings: {
		// As often as it counts by itself.
		collect_statistics_interval: String(everyMs),
		"prometheus.tcp.ip": "127.0.0.1",
		"prometheus.tcp.port": String(exporterPort),
	},
});
const link = await connect(world.amqpAddress);

type ServerCost = Cost & { readonly serverMs: number };

const pid = await pidOf();

/** With what the server used meanwhile, which also counts for itself, and what a program used that was started for it. */
async function charged(work: () => Promise<unknown>): Promise<ServerCost> {
	const [server, self] = [await used(pid), await used("self")];
	const cost = await timed(work);
	const programs = (await used("self")).endedMs - self.endedMs;
	return {
		...cost,
		cpuMs: cost.cpuMs === null ? null : cost.cpuMs + programs,
		serverMs: (await used(pid)).ownMs - server.ownMs,
	};
}

async function used(by: number | "self") {
	const told = await cpuOf(by);
	if (told === null) throw new Error("This system tells no processor time");
	return told;
}

/** Told once the server has counted for the first time. */
function pidOf(): Promise<number> {
	return eventually(async () => {
		const nodes = await world.call("GET", "/api/nodes?columns=os_pid");
		const text = /"os_pid":"(\d+)"/.exec(JSON.stringify(nodes))?.[1];
		return text === undefined ? undefined : Number(text);
	}, 30_000);
}

/** Where there is time for all, each tick is whole; else it is asked again until it is. */
async function startTicks(deadlineMs: number) {
	const own = join(folder, `store-${deadlineMs}`);
	await mkdir(own, { mode: 0o700 });
	const store = await openStore(own);
	const address = parseAddress(world.address);
	if (!address) throw new Error("The world gives no address");
	const named = { name: "b", system: "rabbitmq", address: world.address };
	const ledger = ledgerOf({ ...named, everyMs }, [], null);
	await store.board.write(ledger.begin);
	const connection = rabbitmq.open({ broker: "b", address, deadlineMs });
	return {
		async tick() {
			const snapshot = await connection.read();
			const { readings, complete } = snapshot;
			if (complete && readings.length !== queueCount)
				throw new Error(`${readings.length} readings`);
			await store.board.write(ledger.heard(snapshot, Date.now()));
			return complete;
		},
		async close() {
			await connection.close();
			await store.close();
		},
	};
}

/** As rarely as the collector asks, after the server has counted what was written. */
async function several(
	work: () => Promise<unknown>,
	before: () => Promise<unknown> = async () => {},
): Promise<ServerCost> {
	const costs: ServerCost[] = [];
	for (let round = 0; round < rounds; round++) {
		await before();
		await pause(everyMs);
		costs.push(await charged(work));
	}
	const spent = costs.map((cost) => cost.serverMs).sort((a, b) => a - b);
	return { ...middle(costs), serverMs: spent[rounds >> 1] ?? Number.NaN };
}

/** As many as the product needs in the time that it has, each as long after the last as it would be. */
async function ticksUntilWhole(): Promise<readonly number[]> {
	const ticks = await startTicks(ownDeadlineMs);
	const counts: number[] = [];
	for (let round = 0; round <= rounds; round++)
		for (let count = 1; ; count++) {
			await pause(everyMs);
			// A tick in which nothing came in time is one as well.
			if (!(await ticks.tick().catch(() => false))) continue;
			counts.push(count);
			break;
		}
	await ticks.close();
	// The first one begins with nothing.
	return counts.slice(1).sort((a, b) => a - b);
}

const line = (name: string, cost: ServerCost, against: ServerCost) => [
	name,
	cost.wallMs.toFixed(0),
	cost.serverMs.toFixed(0),
	cost.cpuMs?.toFixed(0) ?? "–",
	(cost.wallMs / against.wallMs).toFixed(1),
];

try {
	await makeQueues(link);
	const writer = await link.createConfirmChannel();
	const ticks = await startTicks(120_000);
	await pause(2 * everyMs);
	const first = await charged(ticks.tick);
	const quiet = await several(ticks.tick);
	const busy = await several(ticks.tick, () => write(writer));
	await ticks.close();
	const untilWhole = await ticksUntilWhole();
	// What the server does while nobody asks it: the rest of each line is what asking costs.
	const nobody = await several(() => pause(1_000));
	// A minute and more: once is enough to see it.
	const naive = await charged(() => naivePoll(world));
	const exporter = await several(() => ownExporter(exporterPort));
	const tool = await several(() => ownTool(world));
	table(
		[`${queueCount} queues`, "ms", "server ms", "own CPU ms", "times"],
		[
			line("Tidemark: a quiet tick", quiet, quiet),
			line("Tidemark: every queue has grown", busy, quiet),
			line("Tidemark: the first tick", first, quiet),
			line("rabbitmqctl list_queues", tool, quiet),
			line("one question for all queues", naive, quiet),
			line("RabbitMQ's own exporter: a scrape by queue", exporter, quiet),
			line("nobody asks, for a second", nobody, quiet),
		],
	);
	process.stdout.write(
		`\nin the ${ownDeadlineMs} ms that a tick has: whole after ${untilWhole.join(", ")} ticks\n`,
	);
	compared(
		`${queueCount} queues of RabbitMQ read once`,
		servedIn(quiet),
		`rabbitmqctl, length and consumers alone: ${servedIn(tool)}; its own exporter: ${servedIn(exporter)}; one question for all queues: ${servedIn(naive)}`,
	);
	process.stdout.write(
		`\nfigure rabbitmq ${(tool.wallMs / quiet.wallMs).toFixed(1)}\n`,
	);
} finally {
	await link.close();
	await world.stop();
	await rm(folder, { recursive: true, force: true });
}
