// Does a process end when the one that started it does, however that was?
import { execFileSync } from "node:child_process";
import {
	existsSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { startChild } from "./child.ts";
import { eventually } from "./eventually.ts";

const isAlive = (pid: number) => {
	try {
		process.kill(pid, 0);
		return true;
	} catch {
		return false;
	}
};

/** Threads that do not stand still; none where the system tells of none. */
const running = (pid: number): readonly string[] => {
	const tasks = `/proc/${pid}/task`;
	if (!existsSync(tasks)) return [];
	return readdirSync(tasks).filter(
		(thread) =>
			!/\) [Tt] /.test(readFileSync(`${tasks}/${thread}/stat`, "utf8")),
	);
};

/** Starts a sleeper in a process of its own, ends that process in the given way, and returns the sleeper's pid. */
function sleeperOf(ending: string): number {
	const script = `
		import { startChild } from ${JSON.stringify(join(import.meta.dirname, "child.ts"))};
		const child = startChild({ command: "sleep", args: ["60"], output: "/dev/null" });
		console.log(child.pid);
		setTimeout(() => { ${ending} }, 50);`;
	const args = ["--input-type=module-typescript", "-e", script];
	try {
		return Number(execFileSync(process.execPath, args, { stdio: "pipe" }));
	} catch (error) {
		if (error instanceof Error && "stdout" in error)
			return Number(String(error.stdout));
		throw error;
	}
}

test.each([
	["is killed", 'process.kill(process.pid, "SIGKILL")'],
	["is interrupted", 'process.kill(process.pid, "SIGINT")'],
	["ends by itself", "process.exit(0)"],
	["throws", 'throw new Error("on purpose")'],
])("a child ends when its parent %s", async (_, ending) => {
	const pid = sleeperOf(ending);
	expect(pid).toBeGreaterThan(1);
	await eventually(() => !isAlive(pid) || undefined, 5000);
});

test("a frozen child that hears no goodbye ends when told to", async () => {
	const folder = mkdtempSync(join(tmpdir(), "tidemark-child-"));
	const output = join(folder, "said");
	const child = startChild({
		command: "sh",
		args: ["-c", 'trap "" TERM; echo deaf; exec sleep 60'],
		output,
	});
	await eventually(() => readFileSync(output, "utf8") || undefined, 5000);
	child.freeze();
	expect(await child.end(100)).toEqual({ code: null, signal: "SIGKILL" });
	rmSync(folder, { recursive: true });
});

test("a frozen child stands still with all its threads as soon as it was told to", async () => {
	const folder = mkdtempSync(join(tmpdir(), "tidemark-child-"));
	const output = join(folder, "said");
	const script = `
		const { Worker } = require("node:worker_threads");
		for (let i = 0; i < 8; i++) new Worker("for (;;) {}", { eval: true });
		console.log("busy");
		setInterval(() => {}, 1_000);`;
	const child = startChild({
		...{ command: process.execPath, args: ["-e", script], output },
	});
	await eventually(() => readFileSync(output, "utf8") || undefined, 20_000);
	for (let i = 0; i < 10; i++) {
		child.freeze();
		// Asked at once, and of the system itself: a program that lists them takes longer than they run on.
		expect(running(child.pid)).toEqual([]);
		child.thaw();
	}
	await child.kill();
	rmSync(folder, { recursive: true });
});

test("a child that ended by itself says how", async () => {
	const child = startChild({
		command: "sh",
		args: ["-c", "exit 7"],
		output: "/dev/null",
	});
	expect(await child.gone).toEqual({ code: 7, signal: null });
	expect(child.isRunning()).toBe(false);
});
