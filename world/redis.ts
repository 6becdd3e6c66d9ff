// How is a real Redis started, broken and ended?
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { Redis } from "ioredis";
import { type Child, startChild } from "./child.ts";
import { eventuallyFrom } from "./eventually.ts";
import { freePorts } from "./ports.ts";

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
};

export async function startRedis(options: RedisOptions): Promise<RedisWorld> {
	const folder = options.folder;
	await mkdir(folder, { recursive: true });
	const [port = 0] = await freePorts(1);
	const settings = ["--port", String(port), ...(options.settings ?? [])];
	let server = await launch(folder, port, settings);
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
			server = await launch(folder, port, settings);
		},
		async stop() {
			await server.kill();
		},
	};
}

async function launch(
	folder: string,
	port: number,
	settings: readonly string[],
): Promise<Child> {
	const server = startChild({
		command: "redis-server",
		args: [
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
