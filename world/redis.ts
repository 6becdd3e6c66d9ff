// How is a real Redis started, broken and ended?
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { Redis } from "ioredis";
import { type Child, startChild } from "./child.ts";
import { eventuallyFrom } from "./eventually.ts";
import { freePorts } from "./ports.ts";
import {
	type Launch,
	otherVersions,
	type RedisVersion,
	serverOf,
	usualVersions,
} from "./versions.mjs";

export type RedisWorld = {
	/** `redis://127.0.0.1:port` */
	readonly address: string;
	readonly port: number;
	readonly folder: string;
	freeze(): void;
	thaw(): void;
	/** SIGKILL: what was not yet on disk is lost, and every second it is. */
	kill(): Promise<void>;
	/** On the same port and data; ends it cleanly first when it still runs. */
	restart(): Promise<void>;
	stop(): Promise<void>;
};

export type RedisOptions = {
	readonly folder: string;
	/** More settings, as on redis-server's command line: `["--maxmemory", "1mb"]`. */
	readonly settings?: readonly string[];
	/** Left out: the one this run of the tests is about, else the machine's own. Fetched when it is not there. */
	readonly version?: RedisVersion;
};

export async function startRedis(options: RedisOptions): Promise<RedisWorld> {
	const folder = options.folder;
	await mkdir(folder, { recursive: true });
	const [port = 0] = await freePorts(1);
	const settings = ["--port", String(port), ...(options.settings ?? [])];
	const version = options.version ?? versionOfThisRun();
	const launch =
		version === null
			? { command: "redis-server", args: [] }
			: await serverOf(version);
	let server = await start(launch, folder, port, settings);
	return {
		address: `redis://127.0.0.1:${port}`,
		port,
		folder,
		freeze: () => server.freeze(),
		thaw: () => server.thaw(),
		async kill() {
			await server.kill();
		},
		async restart() {
			server.thaw();
			await server.end(5000);
			server = await start(launch, folder, port, settings);
		},
		async stop() {
			await server.kill();
		},
	};
}

/** What vitest.config.ts says for a project that is about another version than the machine's. */
function versionOfThisRun(): RedisVersion | null {
	const given = process.env.TIDEMARK_TEST_VERSION;
	if (given === undefined) return null;
	const version = [...usualVersions, ...otherVersions].find(
		(one) => one === given,
	);
	if (version === undefined) throw new Error(`no such version: ${given}`);
	return version;
}

async function start(
	{ command, args }: Launch,
	folder: string,
	port: number,
	settings: readonly string[],
): Promise<Child> {
	const server = startChild({
		command,
		args: [
			...args,
			...["--bind", "127.0.0.1", "--dir", folder],
			...["--save", "", "--appendonly", "yes", "--daemonize", "no"],
			...settings,
		],
		output: join(folder, "redis.log"),
		env: { LC_ALL: "C" },
	});
	try {
		await eventuallyFrom(server, () => answers(port), 10_000);
	} catch (error) {
		await server.kill();
		throw new Error(`Redis did not start; see ${folder}/redis.log`, {
			cause: error,
		});
	}
	return server;
}

async function answers(port: number) {
	const client = new Redis({
		host: "127.0.0.1",
		port,
		lazyConnect: true,
		retryStrategy: () => null,
		commandTimeout: 1000,
	});
	client.on("error", () => {});
	try {
		await client.connect();
		return await client.ping();
	} finally {
		client.disconnect();
	}
}
