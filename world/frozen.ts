// Does a process that was told to stop really stand still? The signal stops one thread, which then stops the others: until it has its turn they run on.
import { readdirSync, readFileSync } from "node:fs";

const withinMs = 10_000;
const still = new Set(["T", "t", "Z", "X"]);
const pause = new Int32Array(new SharedArrayBuffer(4));

/** Returns at once where no /proc tells of threads: there a process stops as one. */
export function untilFrozen(pid: number): void {
	const until = performance.now() + withinMs;
	while (!threadsOf(pid).every((state) => still.has(state))) {
		if (performance.now() > until)
			throw new Error(`${pid} did not stop within ${withinMs} ms`);
		Atomics.wait(pause, 0, 0, 1);
	}
}

/** The state of each; none of a process that is gone. */
function threadsOf(pid: number): readonly string[] {
	const tasks = `/proc/${pid}/task`;
	try {
		return readdirSync(tasks).map((thread) => stateOf(`${tasks}/${thread}`));
	} catch {
		return [];
	}
}

/** Behind its name in brackets, which may hold anything. */
function stateOf(thread: string): string {
	try {
		const told = readFileSync(`${thread}/stat`, "utf8");
		return told.slice(told.lastIndexOf(")") + 2, told.lastIndexOf(")") + 3);
	} catch {
		return "X";
	}
}
