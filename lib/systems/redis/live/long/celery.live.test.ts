// Are Celery's queues read right, and is it told when a worker dies in the middle of its tasks? With the library itself.
import { expect, test } from "vitest";
import { quickBoard } from "#lib/systems/for-tests-quick-board.ts";
import { eventually } from "#world/eventually.ts";
import {
	listOnce,
	listsOf,
	noted,
	openLists,
	runJobs,
	startJobs,
} from "../../for-tests/jobs.ts";
import { ownRedis } from "../../for-tests/own.ts";

const own = ownRedis();
const program = "celery_jobs.py";
const send = (...args: string[]) => runJobs(own(), program, ["send", ...args]);
const visibleAgain = { VISIBLE_AGAIN: "3" };

test("what waits is counted in all its lists of priorities, and a queue that is empty stays", async () => {
	await send("celery");
	await send("celery", "9");
	const connection = openLists(own());
	const reading = await listOnce(connection, ({ lag }) => lag?.n === 2);
	expect(reading).toMatchObject({
		...{ channel: "celery", group: null, trouble: null, holding: 0 },
		...{ lag: { n: 2, bound: "exact" }, members: null },
	});
	await own().client.del("celery", "celery\u0006\u00169");
	expect(await listOnce(connection, ({ lag }) => lag?.n === 0)).toMatchObject({
		...{ channel: "celery", trouble: null },
	});
});

test("a worker is killed with tasks in progress: stalled, and healthy once another did them", async () => {
	const { client } = own();
	await client.set("hold", "1");
	const worker = await startJobs(
		...([own(), program, ["work", "celery"], visibleAgain] as const),
	);
	await send("celery");
	await send("celery");
	const connection = openLists(own(), 4_000);
	const working = await listOnce(
		connection,
		({ holding, lag }) => holding === 2 && lag?.n === 0,
	);
	expect(working.oldestHeldMs).not.toBeNull();

	await worker.kill();
	const board = quickBoard(connection, null, "celery");
	await board.says("stalled", "held by absent", ["healthy"]);
	const absent = await listOnce(
		connection,
		(it) => noted(it)["held by absent"] === 2,
	);
	expect(absent.holding).toBe(2);

	await client.del("hold");
	await startJobs(
		...([own(), program, ["work", "celery"], visibleAgain] as const),
	);
	await board.says("healthy", "caught up", ["stalled"]);
	expect(await listOnce(connection, ({ holding }) => holding === 0)).toEqual(
		expect.objectContaining({ notes: [] }),
	);
}, 180_000);

test("where there are several queues, what was taken belongs to one of them and nobody knows to which", async () => {
	const { client } = own();
	await client.set("hold", "1");
	await startJobs(own(), program, ["work", "mails,films"]);
	await send("mails,films");
	const connection = openLists(own());
	const lists = await eventually(async () => {
		const all = await listsOf(connection);
		const taken = all.find(({ channel }) => channel === "unacked");
		return taken?.holding === 2 ? all : undefined;
	}, 40_000);
	expect(lists.map(({ channel, holding }) => [channel, holding])).toEqual([
		["films", null],
		["mails", null],
		["unacked", 2],
	]);
	await client.del("hold");
});
