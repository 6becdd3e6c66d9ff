// How does the script that readies a machine run another program, and say what it waits for?
import { spawn, spawnSync } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

/** @type {Set<import("node:child_process").ChildProcess>} */
const running = new Set();

/** @param {NodeJS.Signals} signal */
export function endAll(signal) {
	for (const child of running) child.kill(signal);
}

/**
 * Ends well with exit code 0, and with an error that says what was printed otherwise.
 * @type {(command: string, args: readonly string[], options?: { env?: NodeJS.ProcessEnv }) => Promise<void>}
 */
export function run(command, args, { env } = {}) {
	const child = spawn(command, args, {
		stdio: ["ignore", "pipe", "pipe"],
		env: { ...process.env, ...env },
	});
	running.add(child);
	let printed = "";
	for (const stream of [child.stdout, child.stderr])
		stream.setEncoding("utf8").on("data", (text) => {
			printed = (printed + text).slice(-4000);
		});
	return new Promise((resolve, reject) => {
		child.once("error", reject);
		child.once("close", (code) => {
			running.delete(child);
			if (code === 0) resolve();
			else
				reject(
					new Error(`${command} ${args[0]} ended with ${code}:\n${printed}`),
				);
		});
	});
}

/** What a program prints, or null when there is no such program or it fails. */
export function ask(
	/** @type {string} */ command,
	/** @type {string[]} */ args,
) {
	const { status, stdout, stderr } = spawnSync(command, args, {
		encoding: "utf8",
	});
	return status === 0 ? `${stdout}${stderr}` : null;
}

/** The path of a program, or null. */
export function which(/** @type {string} */ name) {
	for (const folder of (process.env.PATH ?? "").split(delimiter))
		try {
			const path = join(folder, name);
			accessSync(path, constants.X_OK);
			return path;
		} catch {}
	return null;
}

/**
 * One line for each step, with how long it took; while it takes long, a sign of life.
 * @type {<T>(name: string, work: () => Promise<T>) => Promise<T>}
 */
export async function step(name, work) {
	const startedMs = performance.now();
	const seconds = () => ((performance.now() - startedMs) / 1000).toFixed(1);
	const isTerminal = process.stdout.isTTY === true;
	const alive = setInterval(
		() => {
			if (isTerminal) process.stdout.write(`\r  ${name} … ${seconds()} s`);
			else console.log(`  ${name} … ${seconds()} s`);
		},
		isTerminal ? 1000 : 10_000,
	);
	try {
		const result = await work();
		clearInterval(alive);
		const start = isTerminal ? "\r\u001b[K" : "";
		console.log(`${start}✓ ${name} (${seconds()} s)`);
		return result;
	} catch (error) {
		clearInterval(alive);
		console.log(`${isTerminal ? "\r\u001b[K" : ""}✗ ${name} (${seconds()} s)`);
		throw error;
	}
}
