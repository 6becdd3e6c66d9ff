// How does a test build an image and run what is made from it? By the lines somebody would type, on a daemon that ends with the test.
import { execFile } from "node:child_process";
import { mkdir, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startChild } from "./child.ts";
import { docker, hasDaemon, likeNodeImage, nodeImage } from "./docker.mjs";
import { eventually, eventuallyFrom } from "./eventually.ts";
import { ask } from "./run.mjs";

export type Docker = {
	/** Runs one program, most often `docker`, and says what it printed; it fails with that where the program fails. */
	run(line: readonly string[], options?: Typed): Promise<string>;
	/** A line of a document, as its reader types it. */
	type(line: string, options?: Typed): Promise<string>;
	stop(): Promise<void>;
};

export type Typed = {
	readonly cwd?: string;
	readonly input?: string;
	readonly env?: Readonly<Record<string, string>>;
};

const minutesMs = 900_000;
const pidFile = join(tmpdir(), "tidemark-docker.pid");

export async function startDocker(folder: string): Promise<Docker> {
	await docker();
	const daemon = hasDaemon() ? null : await startDaemon(folder);
	const env = { ...process.env, ...daemon?.env };
	const run = (line: readonly string[], options: Typed = {}) =>
		typed(line, { ...options, env: { ...env, ...options.env } });
	const stop = async () => {
		await daemon?.end();
	};
	try {
		await provideNodeImage(run);
	} catch (error) {
		await stop();
		throw error;
	}
	return {
		run,
		type: (line, options) => run(asHere(line.split(" ")), options),
		stop,
	};
}

/**
 * Everything it writes lies in the folder, so that nothing of the machine's own is touched but its bridge. Of two tests the
 * second waits until the first has ended its own.
 */
async function startDaemon(folder: string) {
	await mkdir(folder, { recursive: true });
	await eventually(async () => !(await isHeld()) || undefined, minutesMs, 500);
	const host = `unix://${join(folder, "sock")}`;
	const output = join(folder, "dockerd.log");
	const child = startChild({
		command: "dockerd",
		args: [
			...["--host", host, "--data-root", join(folder, "data")],
			...["--exec-root", join(folder, "exec"), "--pidfile", pidFile],
		],
		...{ output, graceSeconds: 20 },
	});
	const env = { DOCKER_HOST: host };
	const answers = () =>
		typed(["docker", "version"], { env: { ...process.env, ...env } });
	try {
		await eventuallyFrom(child, answers, 60_000);
	} catch (error) {
		await child.kill();
		const said = await readFile(output, "utf8");
		throw new Error(said.slice(-2_000), { cause: error });
	}
	return { env, end: () => child.end(60_000) };
}

/** Whether the daemon that wrote this file still lives; no other starts while it does. */
async function isHeld(): Promise<boolean> {
	try {
		return process.kill(Number(await readFile(pidFile, "utf8")), 0);
	} catch {
		return false;
	}
}

/** That of the world where it can be had. */
async function provideNodeImage(run: Docker["run"]): Promise<void> {
	const has = () => run(["docker", "image", "inspect", nodeImage]);
	const pulled = () => run(["docker", "pull", "--quiet", nodeImage]);
	await has()
		.catch(pulled)
		.catch(async () => {
			const like = await likeNodeImage(process.execPath);
			console.log(`In place of ${nodeImage} stands one made from Debian.`);
			await run(["docker", "build", "--quiet", "--tag", nodeImage, like]);
		});
}

/** The older Compose is a program of its own. */
const asHere = (words: readonly string[]): readonly string[] =>
	words[1] === "compose" && ask("docker", ["compose", "version"]) === null
		? ["docker-compose", ...words.slice(2)]
		: words;

function typed(
	[command = "", ...args]: readonly string[],
	{ cwd, input, env }: Typed & { readonly env?: NodeJS.ProcessEnv },
): Promise<string> {
	return new Promise((resolve, reject) => {
		const child = execFile(
			command,
			args,
			{ cwd, env, timeout: minutesMs, maxBuffer: 64e6 },
			(error, out, err) => {
				if (error)
					reject(new Error(`${command} ${args.join(" ")}\n${out}${err}`));
				else resolve(`${out}${err}`);
			},
		);
		child.stdin?.end(input ?? "");
	});
}
