// Are RQ's queues read right, and is it told when a worker dies in the middle of its jobs? With the library itself.
import { expect, test } from "vitest";
import { quickBoard } from "#lib/systems/for-tests-quick-board.ts";
import {
	listOnce,
	lookAt,
	noted,
	openLists,
	runJobs,
	startJobs,
} from "../../for-tests/jobs.ts";
import { ownRedis } from "../../for-tests/own.ts";

const own = ownRedis();
const program = "rq_jobs.py";
const channel = "rq:queue:mails";
const jobs = (what: string) => runJobs(own(), program, [what, "mails"]);
const startWorker = () => startJobs(own(), program, ["work", "mails"]);

test("what waits and what comes later is counted, with the age of the oldest, and a queue that is empty stays", async () => {
	await jobs("send");
	await jobs("later");
	const connection = openLists(own());
	const reading = await listOnce(connection, ({ lag }) => lag?.n === 1);
	expect(reading).toMatchObject({
		...{ channel, group: null, trouble: null, holding: 0 },
		...{ lag: { n: 1, bound: "exact" }, timeLagMs: { bound: "exact" } },
		members: { registered: 0, live: { n: 0 } },
	});
	expect(reading.timeLagMs?.n).toBeLessThan(600_000);
	expect(noted(reading)).toEqual({ delayed: 1 });
	await own().client.del(channel);
	expect(await listOnce(connection, ({ lag }) => lag?.n === 0)).toMatchObject({
		...{ channel, trouble: null },
	});
});

test("a worker is killed with a job in progress: stalled, healthy once another did it, and what failed is counted", async () => {
	const { client } = own();
	await client.set("hold", "1");
	const worker = await startWorker();
	await jobs("fail");
	await jobs("send");
	const connection = openLists(own());
	const working = await listOnce(
		connection,
		(it) => it.holding === 1 && it.lag?.n === 0 && noted(it).failed === 1,
	);
	expect(working.oldestHeldMs).not.toBeNull();
	expect(working.members).toMatchObject({
		...{ registered: 1, dead: 0, live: { n: 1, bound: "at most" } },
	});
	expect(await lookAt(connection, channel)).toMatchObject({
		members: [{ verdict: "unknown", evidence: null }],
		pending: { entries: [{ idleMs: expect.any(Number) }] },
		settings: [{ value: 0 }, { value: 1 }, { value: 0 }, { value: 1 }],
	});
	const board = quickBoard(connection, null, channel);
	await board.says("healthy", "caught up", []);

	await worker.kill();
	await board.says("stalled", "held by absent", ["healthy"]);

	await client.del("hold");
	await startWorker();
	await board.says("healthy", "caught up", ["stalled", "stopped"]);
	expect(
		noted(await listOnce(connection, ({ holding }) => holding === 0)),
	).toEqual({ failed: 1 });
}, 180_000);
