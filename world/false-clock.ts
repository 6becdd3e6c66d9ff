// What if somebody sets the clock? A clock of its own for a program and all it starts, by a library that is loaded before theirs.
import { chmod, mkdir, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { clockLibrary, withoutClockLibrary } from "./clock-library.mjs";

export type FalseClock = {
	/** For whoever starts the program: each Node that it starts then goes by this clock; it alone goes by the true one. */
	readonly env: Readonly<Record<string, string>>;
	/** Off by so many seconds from now on; 0 is the true time. */
	set(seconds: number): Promise<void>;
	/** It stands still where it is. */
	freeze(): Promise<void>;
};

/**
 * The web is started with an environment of its own, so the library comes by the Node that starts it: a script in its
 * place. Only the time of day is false; what counts how long something takes goes on.
 */
export async function falseClockIn(folder: string): Promise<FalseClock> {
	const library = clockLibrary();
	if (library === null) throw new Error(withoutClockLibrary);
	await mkdir(folder, { recursive: true });
	const file = join(folder, "time");
	const node = join(folder, "node");
	const before = join(folder, "before.mjs");
	let offBySeconds = 0;

	/** In one step: whoever reads it reads all of it. */
	async function say(text: string): Promise<void> {
		await writeFile(`${file}.next`, `${text}\n`);
		await rename(`${file}.next`, file);
	}

	await say("+0");
	await writeFile(
		node,
		`#!/bin/sh
export LD_PRELOAD='${library}' FAKETIME_TIMESTAMP_FILE='${file}'
export FAKETIME_NO_CACHE=1 DONT_FAKE_MONOTONIC=1 NO_FAKE_STAT=1 FAKETIME_FMT=%s
exec '${process.execPath}' "$@"
`,
	);
	await chmod(node, 0o755);
	await writeFile(before, `process.execPath = ${JSON.stringify(node)};\n`);
	return {
		env: { NODE_OPTIONS: `--import=${before}` },
		async set(seconds) {
			offBySeconds = seconds;
			await say(`${seconds < 0 ? "" : "+"}${seconds}`);
		},
		async freeze() {
			await say(String(Math.floor(Date.now() / 1000) + offBySeconds));
		},
	};
}
