// How is a set of Redis servers started that Sentinel watches over: an original, a copy, and three who agree?
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Redis } from "ioredis";
import { type Child, startChild } from "./child.ts";
import { eventually } from "./eventually.ts";
import { freePorts } from "./ports.ts";
import { type RedisWorld, startRedis } from "./redis.ts";

export type RedisSet = {
	/** `redis+sentinel://127.0.0.1:26379,127.0.0.1:26380/mymaster` */
	readonly address: string;
	/** The first is the original to begin with. */
	readonly servers: readonly RedisWorld[];
	readonly sentinels: readonly (Child & { readonly port: number })[];
	/** The port of the server that the first sentinel names now. */
	original(): Promise<number>;
	stop(): Promise<void>;
};

export type SetOptions = {
	readonly folder: string;
	/** For how long the original may be silent before another takes over. */
	readonly silentMs?: number;
	readonly servers?: number;
	/** More lines for each sentinel. */
	readonly lines?: readonly string[];
	/** The one that these lines want of whoever asks a sentinel. */
	readonly password?: string;
	readonly settings?: readonly string[];
};

const setName = "mymaster";

export async function startSentinelSet(options: SetOptions): Promise<RedisSet> {
	const { folder, silentMs = 1000, servers: count = 2, password } = options;
	const servers: RedisWorld[] = [];
	const sentinels: (Child & { readonly port: number })[] = [];
	const stop = async () => {
		await Promise.all(sentinels.map((it) => it.kill()));
		await Promise.all(servers.map((it) => it.stop()));
	};
	try {
		for (let i = 0; i < count; i++) {
			const [first] = servers;
			const follow = first ? ["--replicaof", `127.0.0.1 ${first.port}`] : [];
			servers.push(
				await startRedis({
					folder: join(folder, `server-${i}`),
					settings: [
						...follow,
						...["--repl-diskless-sync-delay", "0"],
						...(options.settings ?? []),
					],
				}),
			);
		}
		const port = servers[0]?.port ?? 0;
		for (const own of await freePorts(3))
			sentinels.push(await startSentinel(own, port, silentMs, options));
		await eventually(
			async () => (await areAgreed(sentinels, count, password)) || undefined,
			60_000,
		);
	} catch (error) {
		await stop();
		throw error;
	}
	const hosts = sentinels.map((it) => `127.0.0.1:${it.port}`).join(",");
	return {
		address: `redis+sentinel://${hosts}/${setName}`,
		...{ servers, sentinels, stop },
		original: async () =>
			Number((await said(sentinels[0], password)).get("port")),
	};
}

async function startSentinel(
	port: number,
	original: number,
	silentMs: number,
	{ folder, lines = [] }: SetOptions,
) {
	const own = join(folder, `sentinel-${port}`);
	await mkdir(own, { recursive: true });
	const file = join(own, "sentinel.conf");
	const text = [
		...[`port ${port}`, "bind 127.0.0.1", `dir ${own}`],
		`sentinel monitor ${setName} 127.0.0.1 ${original} 2`,
		`sentinel down-after-milliseconds ${setName} ${silentMs}`,
		`sentinel failover-timeout ${setName} 5000`,
		...lines,
	];
	await writeFile(file, `${text.join("\n")}\n`);
	const child = startChild({
		command: "redis-server",
		args: [file, "--sentinel"],
		output: join(own, "sentinel.log"),
		env: { LC_ALL: "C" },
	});
	return { ...child, port };
}

/** Each knows the two others and all copies. */
async function areAgreed(
	sentinels: readonly { readonly port: number }[],
	servers: number,
	password: string | undefined,
): Promise<boolean> {
	for (const sentinel of sentinels) {
		const fields = await said(sentinel, password);
		if (fields.get("num-other-sentinels") !== "2") return false;
		if (fields.get("num-slaves") !== String(servers - 1)) return false;
		if (fields.get("flags") !== "master") return false;
	}
	return true;
}

async function said(
	sentinel: { readonly port: number } | undefined,
	password: string | undefined,
): Promise<Map<string, string>> {
	const client = new Redis({
		...{ host: "127.0.0.1", port: sentinel?.port ?? 0, lazyConnect: true },
		...{ retryStrategy: () => null, commandTimeout: 2000 },
		...(password === undefined ? {} : { password }),
	});
	client.on("error", () => {});
	try {
		await client.connect();
		const reply: unknown = await client.call("SENTINEL", "MASTER", setName);
		const flat = Array.isArray(reply) ? reply.map(String) : [];
		return new Map(
			flat.flatMap((it, i) => (i % 2 === 0 ? [[it, flat[i + 1] ?? ""]] : [])),
		);
	} finally {
		client.disconnect();
	}
}
