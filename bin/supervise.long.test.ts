// Does a crashed child come back, and does an ended one stay away?
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { pauseMs, supervise } from "./supervise.ts";

const follow = path.join(import.meta.dirname, "follow.mjs");
const run = (script: string) =>
	spawn(process.execPath, ["-e", script], {
		stdio: ["ignore", "pipe", "inherit"],
	});
const forEver = "process.stdout.write('up'); setInterval(() => {}, 1000);";

function watched(script: string, endWithinMs?: number) {
	const children: ChildProcess[] = [];
	const said: string[] = [];
	const supervised = supervise({
		name: "collector",
		start() {
			const child = run(script);
			children.push(child);
			return child;
		},
		crashed: (text) => said.push(text),
		...(endWithinMs && { endWithinMs }),
	});
	onTestFinished(() => supervised.stop());
	return { ...supervised, children, said };
}

const upOf = async (child: ChildProcess | undefined) => {
	if (child?.stdout) await once(child.stdout, "data");
};

test("it comes back at once the first time, then after growing pauses, never more than half a minute", () => {
	expect([1, 2, 3, 4, 9].map(pauseMs)).toEqual([0, 1000, 2000, 4000, 30_000]);
});

test("a child that was killed is started again, and said", async () => {
	const { children, said } = watched(forEver);
	await upOf(children[0]);
	children[0]?.kill("SIGKILL");
	await vi.waitFor(() => expect(children).toHaveLength(2), 5000);
	expect(said).toEqual([
		"The collector was ended by SIGKILL; it starts again now.",
	]);
});

test("a child that was asked to end is not started again", async () => {
	const { children, said, stop } = watched(forEver);
	await upOf(children[0]);
	await stop();
	expect(children).toHaveLength(1);
	expect(children[0]?.signalCode).toBe("SIGTERM");
	expect(said).toEqual([]);
});

test("a child that will not end is ended", async () => {
	const { children, stop } = watched(
		`process.on('SIGTERM', () => {}); ${forEver}`,
		100,
	);
	await upOf(children[0]);
	await stop();
	expect(children[0]?.signalCode).toBe("SIGKILL");
});

test("a child goes when its supervisor is killed", async () => {
	const parent = run(`
		const child = require("node:child_process").spawn(process.execPath,
			["--import", ${JSON.stringify(follow)}, "-e", "setInterval(() => {}, 1000)"],
			{ stdio: ["ignore", "ignore", "inherit", "ipc"] });
		child.on("spawn", () => process.stdout.write(String(child.pid)));
		setInterval(() => {}, 1000);`);
	onTestFinished(() => void parent.kill("SIGKILL"));
	const [bytes] = await once(parent.stdout, "data");
	const pid = Number(bytes);
	expect(() => process.kill(pid, 0)).not.toThrow();
	parent.kill("SIGKILL");
	await vi.waitFor(() => expect(() => process.kill(pid, 0)).toThrow(), 5000);
});
