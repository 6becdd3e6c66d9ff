// Who reads a stream in the simulations of members? Readers of every kind, each with a connection of its own, and some that died.
import { Redis } from "ioredis";
import { onTestFinished } from "vitest";

export type Fleet = {
	readonly key: string;
	readonly group: string;
	/** Those that live now. */
	readonly living: Set<string>;
	readonly dead: readonly string[];
	add(count: number): Promise<void>;
	start(name: string, reader: Reader): void;
	/** As a crash does it: the connection is gone, and nothing is said. */
	kill(name: string): void;
	/** One that reads an entry and dies; with it in hand, or not. */
	bury(name: string, holds: boolean): Promise<void>;
};

export type Reader = {
	/** How long one read waits; null for one that does not wait but asks again after a pause. */
	readonly blockMs: number | null;
	readonly pauseMs?: number;
	/** How long an entry takes, and what else its connection does meanwhile. */
	readonly workMs: number;
};

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

export function fleetOf(address: string, key: string, isNamed: boolean): Fleet {
	const group = "g";
	const writer = connect(address, "");
	const readers = new Map<string, Redis>();
	const living = new Set<string>();
	const dead: string[] = [];
	const nameOf = (name: string) => (isNamed ? `tm:${group}:${name}` : "");

	async function take(client: Redis, name: string, blockMs: number | null) {
		const one = ["GROUP", group, name, "COUNT", 1] as const;
		const reply =
			blockMs === null
				? await client.xreadgroup(...one, "STREAMS", key, ">")
				: await client.xreadgroup(
						...one,
						"BLOCK",
						blockMs,
						"STREAMS",
						key,
						">",
					);
		const [[, entries] = []] = Array.isArray(reply) ? reply : [];
		return Array.isArray(entries) ? entries.map(([id]) => String(id)) : [];
	}

	async function work(client: Redis, name: string, reader: Reader) {
		while (living.has(name)) {
			const ids = await take(client, name, reader.blockMs);
			if (ids.length === 0) await pause(reader.pauseMs ?? 0);
			for (let ms = 0; ids.length > 0 && ms < reader.workMs; ms += 200) {
				await client.set(`at:${name}`, ms);
				await pause(Math.min(200, reader.workMs - ms));
			}
			if (ids.length > 0) await client.xack(key, group, ...ids);
		}
	}

	return {
		...{ key, group, living, dead },
		async add(count) {
			for (let n = 0; n < count; n++) await writer.xadd(key, "*", "n", n);
		},
		start(name, reader) {
			const client = connect(address, nameOf(name));
			readers.set(name, client);
			living.add(name);
			work(client, name, reader).catch(() => undefined);
		},
		kill(name) {
			living.delete(name);
			dead.push(name);
			readers.get(name)?.disconnect();
		},
		async bury(name, holds) {
			const client = connect(address, nameOf(name));
			await writer.xadd(key, "*", "n", name);
			const ids = await take(client, name, null);
			if (!holds) await client.xack(key, group, ...ids);
			client.disconnect();
			dead.push(name);
		},
	};
}

/** Closed when the test is over; a blocking read must not be cut short. */
export function connect(address: string, connectionName: string): Redis {
	const client = new Redis(address, {
		...(connectionName === "" ? {} : { connectionName }),
		retryStrategy: () => null,
	});
	client.on("error", () => {});
	onTestFinished(() => client.disconnect());
	return client;
}
