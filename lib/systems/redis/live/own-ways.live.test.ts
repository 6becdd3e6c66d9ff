// Where a program keeps jobs by rules of its own: does what the plan says to run do what somebody wished for?
import { execFile } from "node:child_process";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { Queue } from "bullmq";
import { expect, onTestFinished, test } from "vitest";
import type { CleanUp } from "#lib/core/clean-up/clean-up.ts";
import { startChild } from "#world/child.ts";
import { eventually } from "#world/eventually.ts";
import { jobsPython } from "#world/python.mjs";
import type { Connection } from "../../system.ts";
import { cleanUpsOf, courseOf } from "../for-tests/cleaning.ts";
import { recover } from "../for-tests/cleaning-lists.ts";
import {
	listOnce,
	noted,
	openLists,
	runJobs,
	startJobs,
} from "../for-tests/jobs.ts";
import { ownRedis } from "../for-tests/own.ts";

const own = ownRedis();
const redrive: CleanUp = { action: "redrive", from: null };
const root = join(import.meta.dirname, "..", "..", "..", "..");

/** What is said about it; nothing of it can be applied here. */
async function lineFor(
	connection: Connection,
	channel: string,
	wish: CleanUp,
	program: string,
): Promise<string> {
	const { plan, apply } = cleanUpsOf(connection);
	const where = { broker: "b", kind: "list", channel, group: null };
	const drawn = await plan(where, wish, null);
	expect(drawn).toMatchObject({
		...{ refusal: { code: "its own way", values: { program } } },
		...{ effects: [], figures: [], risk: "none" },
	});
	expect(await apply(where, drawn, courseOf().course)).toMatchObject({
		...{ ending: "refused", messagesDone: 0 },
	});
	const [line = "", ...others] = drawn.commands ?? [];
	expect(others).toEqual([]);
	return line;
}

/** As somebody pastes it who has these programs. */
async function shell() {
	const { env } = await jobsPython();
	const python = env.PYTHONPATH ?? "";
	const places = [dirname(process.execPath), join(python, "bin")];
	return {
		cwd: root,
		env: {
			...{ ...process.env, ...env, VISIBLE_AGAIN: "3" },
			PATH: [...places, process.env.PATH].join(":"),
			PYTHONPATH: `${python}:${join(root, "world", "jobs")}`,
			REDIS: `${own().world.address}/0`,
		},
	};
}

const paste = async (line: string) =>
	promisify(execFile)("sh", ["-c", line], await shell());

/** It goes on for longer than the test needs it. */
async function begin(line: string): Promise<void> {
	const child = startChild({
		...{ command: "sh", args: ["-c", `exec ${line}`], ...(await shell()) },
		output: join(own().world.folder, "pasted.log"),
	});
	onTestFinished(async () => {
		await child.kill();
	});
}

test("BullMQ: jobs of a dead worker wait again, and so do those that failed", async () => {
	const { port, address } = own().world;
	const connection = { host: "127.0.0.1", port };
	const queue = new Queue("mails", { connection });
	queue.on("error", () => {});
	onTestFinished(() => queue.close());
	const worker = await startJobs(own(), "bullmq-worker.ts", [
		...["--redis", address, "--queue", "mails", "--lockMs", "1000"],
	]);
	await queue.add("long", {});
	await queue.add("fails", {});
	const console = openLists(own());
	await listOnce(console, (it) => it.holding === 1 && noted(it).failed === 1);
	await worker.kill();
	const line = await lineFor(console, "bull:mails", recover(), "BullMQ");
	await begin(line);
	await eventually(
		async () => (await queue.getActiveCount()) === 0 || undefined,
		60_000,
	);
	expect(await queue.getJobCounts("wait", "active", "failed")).toEqual({
		...{ wait: 1, active: 0, failed: 1 },
	});
	await paste(await lineFor(console, "bull:mails", redrive, "BullMQ"));
	expect(await queue.getJobCounts("wait", "active", "failed")).toEqual({
		...{ wait: 2, active: 0, failed: 0 },
	});
}, 120_000);

test("RQ: a job of a dead worker is done again, and what failed waits again", async () => {
	const { client } = own();
	await client.set("hold", "1");
	const work = ["work", "mails"];
	const worker = await startJobs(own(), "rq_jobs.py", work);
	await runJobs(own(), "rq_jobs.py", ["fail", "mails"]);
	await runJobs(own(), "rq_jobs.py", ["send", "mails"]);
	const console = openLists(own());
	await listOnce(console, (it) => it.holding === 1 && noted(it).failed === 1);
	await worker.kill();
	await client.del("hold");
	const channel = "rq:queue:mails";
	const line = await lineFor(console, channel, recover(), "RQ");
	await eventually(async () => {
		await paste(line);
		return (await client.zcard("rq:wip:mails")) === 0 || undefined;
	}, 60_000);
	expect(await client.zcard("rq:finished:mails")).toBe(1);
	await paste(await lineFor(console, channel, redrive, "RQ"));
	expect(await client.llen(channel)).toBe(1);
	expect(await client.zcard("rq:failed:mails")).toBe(0);
}, 120_000);

test("Celery: tasks of a dead worker are done by another; it keeps nothing that failed", async () => {
	const { client } = own();
	await client.set("hold", "1");
	const env = { VISIBLE_AGAIN: "3" };
	const work = ["work", "celery"];
	const worker = await startJobs(own(), "celery_jobs.py", work, env);
	await runJobs(own(), "celery_jobs.py", ["send", "celery"]);
	const console = openLists(own());
	await listOnce(console, ({ holding }) => holding === 1);
	await worker.kill();
	await client.del("hold");
	const line = await lineFor(console, "celery", recover(), "Celery");
	expect(line).toBe("celery -A '<app>' worker -Q celery");
	const { plan } = cleanUpsOf(console);
	const where = { broker: "b", kind: "list", channel: "celery", group: null };
	expect((await plan(where, redrive, null)).refusal).toEqual({
		...{ code: "nothing to do", values: {} },
	});
	await begin(line.replace("'<app>'", "celery_jobs"));
	await eventually(async () => {
		const waiting = await client.llen("celery");
		const taken = await client.zcard("unacked_index");
		return waiting + taken === 0 || undefined;
	}, 60_000);
}, 120_000);
