// Are BullMQ's queues read right, and is it told when a worker dies in the middle of its jobs? With the library itself.
import { join } from "node:path";
import { Queue } from "bullmq";
import { expect, onTestFinished, test } from "vitest";
import type { Reading } from "#lib/core/reading.ts";
import { quickBoard } from "#lib/systems/for-tests-quick-board.ts";
import { type Child, startChild } from "#world/child.ts";
import { eventually } from "#world/eventually.ts";
import type { Connection } from "../../system.ts";
import { nothingConfigured } from "../connection/configured.ts";
import { openAt, ownRedis } from "../for-tests/own.ts";

const own = ownRedis();
const channel = "bull:mails";
const lockMs = 1_000;

async function mails(): Promise<Queue> {
	const { port } = own().world;
	const connection = { host: "127.0.0.1", port };
	const queue = new Queue("mails", { connection });
	queue.on("error", () => {});
	onTestFinished(() => queue.close());
	await queue.waitUntilReady();
	return queue;
}

/** Ended when the test is over. */
function startWorker(): Child {
	const root = join(import.meta.dirname, "..", "..", "..", "..");
	const worker = startChild({
		command: process.execPath,
		args: [
			...["--disable-warning=TimeoutNegativeWarning"],
			join(root, "world", "jobs", "bullmq-worker.ts"),
			...["--redis", own().world.address, "--queue", "mails"],
			...["--lockMs", String(lockMs)],
		],
		output: join(own().world.folder, "worker.log"),
	});
	onTestFinished(async () => {
		await worker.kill();
	});
	return worker;
}

const open = (patienceMs: number | null = null) =>
	openAt(own().world.address, {
		...nothingConfigured,
		lists: { names: [], patienceMs: () => patienceMs },
	});

async function readingOf(connection: Connection): Promise<Reading> {
	const { readings } = await connection.read();
	expect(readings).toHaveLength(1);
	const [reading] = readings;
	if (reading === undefined) throw new Error("there is no reading");
	return reading;
}

const until = (connection: Connection, isIt: (reading: Reading) => boolean) =>
	eventually(async () => {
		const reading = await readingOf(connection);
		return isIt(reading) ? reading : undefined;
	}, 30_000);

const noted = ({ notes }: Reading) =>
	Object.fromEntries(notes.map(({ code, values }) => [code, values.messages]));

test("what waits, comes later, comes first and is put off is counted, and its stream of events is no backlog", async () => {
	const queue = await mails();
	await queue.add("now", {}, { timestamp: Date.now() - 3_600_000 });
	await queue.add("now", {});
	await queue.add("first", {}, { priority: 1 });
	await queue.add("later", {}, { delay: 3_600_000 });
	await queue.add("soon", {}, { delay: 1 });
	const connection = open();
	const reading = await until(connection, ({ lag }) => lag?.n === 4);
	expect(reading).toMatchObject({
		...{ kind: "list", channel, group: null, trouble: null },
		...{ lag: { n: 4, bound: "exact" }, holding: 0, oldestHeldMs: null },
		timeLagMs: { bound: "exact" },
	});
	expect(reading.timeLagMs?.n).toBeGreaterThanOrEqual(3_600_000);
	expect(noted(reading)).toEqual({ delayed: 1 });
	expect((await own().client.keys("*")).sort()).toContain(`${channel}:events`);
});

test("a group that reads the events is a backlog like any other", async () => {
	const queue = await mails();
	await queue.add("now", {});
	await own().client.xgroup("CREATE", `${channel}:events`, "audit", "0");
	const { readings } = await open().read();
	expect(readings.map(({ kind, group }) => [kind, group])).toEqual([
		["list", null],
		["stream", "audit"],
	]);
});

test("what was paused is told to be", async () => {
	const queue = await mails();
	await queue.pause();
	await queue.add("now", {});
	const reading = await readingOf(open());
	expect(reading.lag).toEqual({ n: 1, bound: "exact" });
	expect(reading.notes.map(({ code }) => code)).toEqual(["paused"]);
});

test("a queue that is empty stays, and is gone once it is obliterated", async () => {
	const queue = await mails();
	await queue.add("now", {});
	const connection = open();
	await readingOf(connection);
	await queue.drain();
	expect(await until(connection, ({ lag }) => lag?.n === 0)).toMatchObject({
		trouble: null,
	});
	await queue.obliterate();
	const gone = await eventually(async () => {
		const { readings, gone } = await connection.read();
		return readings.length === 0 ? gone : undefined;
	}, 20_000);
	expect(gone).toContainEqual({
		...{ kind: "list", channel, group: null },
		why: "channel deleted",
	});
});

test("a worker is killed with jobs in progress: stalled, healthy once another took them, and what failed is counted", async () => {
	const queue = await mails();
	const worker = startWorker();
	await queue.addBulk([
		...["long", "long", "fails"].map((name) => ({ name, data: {} })),
	]);
	const connection = open(3 * lockMs);
	const working = await until(
		connection,
		(it) => it.holding === 2 && noted(it).failed === 1,
	);
	expect(working.oldestHeldMs).not.toBeNull();
	expect(working.lag).toEqual({ n: 0, bound: "exact" });
	const board = quickBoard(connection, null, channel);
	await board.says("healthy", "caught up", []);

	await worker.kill();
	await board.says("stalled", "held by absent", ["healthy"]);
	const left = await readingOf(connection);
	expect(noted(left)).toMatchObject({ "held by absent": 2, failed: 1 });

	startWorker();
	await board.says("healthy", "caught up", ["stalled"]);
	expect(noted(await readingOf(connection))).toMatchObject({ failed: 1 });
});
