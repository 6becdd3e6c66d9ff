// Are BullMQ's queues read right, and is it told when a worker dies in the middle of its jobs? With the library itself.
import { Queue } from "bullmq";
import { expect, onTestFinished, test } from "vitest";
import { quickBoard } from "#lib/systems/for-tests-quick-board.ts";
import { eventually } from "#world/eventually.ts";
import {
	listOnce,
	lookAt,
	noted,
	openLists,
	startJobs,
} from "../for-tests/jobs.ts";
import { ownRedis } from "../for-tests/own.ts";

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

const startWorker = () =>
	startJobs(own(), "bullmq-worker.ts", [
		...["--redis", own().world.address, "--queue", "mails"],
		...["--lockMs", String(lockMs)],
	]);

const open = (patienceMs: number | null = null) => openLists(own(), patienceMs);

test("what waits, comes later, comes first and is put off is counted, and its stream of events is no backlog", async () => {
	const queue = await mails();
	await queue.add("now", {}, { timestamp: Date.now() - 3_600_000 });
	await queue.add("now", {});
	await queue.add("first", {}, { priority: 1 });
	await queue.add("later", {}, { delay: 3_600_000 });
	await queue.add("soon", {}, { delay: 1 });
	const connection = open();
	const reading = await listOnce(connection, ({ lag }) => lag?.n === 4);
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
	const reading = await listOnce(open(), () => true);
	expect(reading.lag).toEqual({ n: 1, bound: "exact" });
	expect(reading.notes.map(({ code }) => code)).toEqual(["paused"]);
});

test("a queue that is empty stays, and is gone once it is obliterated", async () => {
	const queue = await mails();
	await queue.add("now", {});
	const connection = open();
	await listOnce(connection, () => true);
	await queue.drain();
	expect(await listOnce(connection, ({ lag }) => lag?.n === 0)).toMatchObject({
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

test("work that waits while no worker is connected: stopped", async () => {
	const queue = await mails();
	await queue.add("now", {});
	const connection = open();
	const board = quickBoard(connection, null, channel);
	await board.says("stopped", "no members", ["healthy"]);
	expect((await listOnce(connection, () => true)).members).toMatchObject({
		...{ registered: 0, live: { n: 0, bound: "exact" } },
	});
});

test("a worker is killed with jobs in progress: stalled, healthy once another took them, and what failed is counted", async () => {
	const queue = await mails();
	const worker = await startWorker();
	await queue.addBulk([
		...["long", "long", "fails"].map((name) => ({ name, data: {} })),
	]);
	const connection = open(3 * lockMs);
	const working = await listOnce(
		connection,
		(it) => it.holding === 2 && noted(it).failed === 1,
	);
	expect(working.oldestHeldMs).not.toBeNull();
	expect(working.lag).toEqual({ n: 0, bound: "exact" });
	expect(await lookAt(connection, channel)).toMatchObject({
		members: [{ name: "worker-1", verdict: "live" }],
		pending: { entries: [{ id: "1" }, { id: "2" }] },
		settings: [{ value: 0 }, { value: 2 }, { value: 0 }, { value: 1 }],
	});
	const board = quickBoard(connection, null, channel);
	await board.says("healthy", "caught up", []);

	await worker.kill();
	await board.says("stalled", "held by absent", ["healthy"]);
	const left = await listOnce(connection, () => true);
	expect(noted(left)).toMatchObject({ "held by absent": 2, failed: 1 });

	await startWorker();
	await board.says("healthy", "caught up", ["stalled"]);
	expect(noted(await listOnce(connection, () => true))).toMatchObject({
		failed: 1,
	});
}, 180_000);
