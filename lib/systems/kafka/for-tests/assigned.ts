// How does a test run a real program that takes its partitions by itself?
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { startChild } from "#world/child.ts";
import { jobsPython } from "#world/python.mjs";

const program = join(
	...[import.meta.dirname, "..", "..", "..", "..", "world", "jobs"],
	"assigned.py",
);

/** Ended when the test is over. */
export async function startAssigned(
	broker: string,
	topic: string,
	group: string,
): Promise<void> {
	const { command, env } = await jobsPython();
	const folder = await mkdtemp(join(tmpdir(), "tidemark-assigned-"));
	const child = startChild({
		...{ command, args: [program, topic, group] },
		...{ output: join(folder, "output"), env: { ...env, KAFKA: broker } },
	});
	onTestFinished(async () => {
		await child.kill();
		await rm(folder, { recursive: true, force: true });
	});
}
