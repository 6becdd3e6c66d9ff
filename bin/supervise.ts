// Does a child still run? Starts it again when it crashed, and ends it for good when asked.
import type { ChildProcess } from "node:child_process";

export type Supervised = {
	readonly name: string;
	start(): ChildProcess;
	/** One line for the operator when it crashed. */
	crashed(text: string): void;
	/** How long it may take to end by itself. */
	readonly endWithinMs?: number;
};

const usualEndMs = 6000;
const livedMs = 60_000;
const pauseMaxMs = 30_000;

/** At once the first time, then after 1, 2, 4 … seconds; never more than half a minute. */
export function pauseMs(crashesInARow: number): number {
	return crashesInARow <= 1
		? 0
		: Math.min(1000 * 2 ** (crashesInARow - 2), pauseMaxMs);
}

export function supervise(it: Supervised): { stop(): Promise<void> } {
	const { name, start, crashed, endWithinMs = usualEndMs } = it;
	let child: ChildProcess;
	let crashes = 0;
	let startedMs = 0;
	let again: NodeJS.Timeout | undefined;
	let stopping = false;

	function run(): void {
		startedMs = performance.now();
		child = start();
		child.once("error", () => ended("could not be started"));
		child.once("exit", (code, signal) =>
			ended(signal ? `was ended by ${signal}` : `ended with code ${code}`),
		);
	}

	function ended(how: string): void {
		if (stopping || again) return;
		const lived = performance.now() - startedMs > livedMs;
		crashes = lived ? 1 : crashes + 1;
		const wait = pauseMs(crashes);
		crashed(
			`The ${name} ${how}; it starts again ${wait === 0 ? "now" : `in ${wait / 1000} s`}.`,
		);
		again = setTimeout(() => {
			again = undefined;
			run();
		}, wait);
	}

	async function stop(): Promise<void> {
		stopping = true;
		clearTimeout(again);
		if (child.exitCode !== null || child.signalCode !== null || !child.pid)
			return;
		const { promise, resolve } = Promise.withResolvers<void>();
		child.once("exit", () => resolve());
		child.kill("SIGTERM");
		const force = setTimeout(() => child.kill("SIGKILL"), endWithinMs);
		await promise;
		clearTimeout(force);
	}

	run();
	return { stop };
}
