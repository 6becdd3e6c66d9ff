// How does a test send jobs and have them worked on, as the programs do that keep them in lists? And how does it read the one list it is about?
import { join } from "node:path";
import { expect, onTestFinished } from "vitest";
import type { Reading } from "#lib/core/reading.ts";
import { type Child, startChild } from "#world/child.ts";
import { eventually } from "#world/eventually.ts";
import { jobsPython } from "#world/python.mjs";
import type { Connection } from "../../system.ts";
import { nothingConfigured } from "../connection/configured.ts";
import { nothingOfLists } from "../lists/configured.ts";
import { type Own, openAt } from "./own.ts";

const programs = join(
	...[import.meta.dirname, "..", "..", "..", "..", "world", "jobs"],
);

/** Ended when the test is over. */
export async function startJobs(
	{ world }: Own,
	program: "bullmq-worker.ts" | "celery_jobs.py" | "rq_jobs.py",
	args: readonly string[],
	env: Readonly<Record<string, string>> = {},
): Promise<Child> {
	const isPython = program.endsWith(".py");
	const python = isPython ? await jobsPython() : null;
	const child = startChild({
		command: python?.command ?? process.execPath,
		args: [
			...(isPython ? [] : ["--disable-warning=TimeoutNegativeWarning"]),
			...[join(programs, program), ...args],
		],
		output: join(world.folder, "jobs.log"),
		cwd: world.folder,
		env: { ...python?.env, ...env, REDIS: `${world.address}/0` },
	});
	onTestFinished(async () => {
		await child.kill();
	});
	return child;
}

/** Waits until it has ended well. */
export async function runJobs(
	...how: Parameters<typeof startJobs>
): Promise<void> {
	const { code } = await (await startJobs(...how)).gone;
	expect(code).toBe(0);
}

/** `patienceMs`: how long work may stand still in any list; null for what is usual. */
export const openLists = (
	{ world }: Own,
	patienceMs: number | null = null,
	names: readonly string[] = [],
): Connection =>
	openAt(world.address, {
		...nothingConfigured,
		lists: { ...nothingOfLists, names, patienceMs: () => patienceMs },
	});

export async function listsOf(
	connection: Connection,
): Promise<readonly Reading[]> {
	const { readings } = await connection.read();
	return readings
		.filter(({ kind }) => kind === "list")
		.toSorted((a, b) => (a.channel < b.channel ? -1 : 1));
}

/** The only list there is, once it is as it should be. */
export const listOnce = (
	connection: Connection,
	isIt: (reading: Reading) => boolean,
): Promise<Reading> =>
	eventually(async () => {
		const [reading, ...others] = await listsOf(connection);
		return reading && others.length === 0 && isIt(reading)
			? reading
			: undefined;
	}, 40_000);

/** What somebody sees who opens its page. */
export const lookAt = (connection: Connection, channel: string) =>
	connection.look(
		{ broker: "b", kind: "list", channel, group: null },
		{ part: "members", sort: "lag", offset: 0, limit: 100 },
	);

/** What its notes say, and of how many messages. */
export const noted = ({ notes }: Reading) =>
	Object.fromEntries(notes.map(({ code, values }) => [code, values.messages]));
