// Is a process found that cleaned its environment and left its parent?
import { expect, test } from "vitest";
import { startChild } from "./child.ts";
import { eventually } from "./eventually.ts";
import { makeTrace } from "./trace.ts";

test("what a program leaves running is found, even with a clean environment", async () => {
	const trace = makeTrace();
	const parent = startChild({
		command: "/bin/sh",
		args: ["-c", 'env -i PATH="$PATH" sleep 60 & sleep 0.1'],
		output: "/dev/null",
		env: trace.env,
	});
	await parent.gone;
	const left = trace.left();
	expect(left.map(({ command }) => command)).toEqual([
		expect.stringContaining("sleep 60"),
	]);
	for (const { pid } of left) process.kill(pid, "SIGKILL");
	await eventually(() => trace.left().length === 0 || undefined, 5000);
});

test("another run's processes are not taken for ours", () => {
	expect(makeTrace().left()).toEqual([]);
});
