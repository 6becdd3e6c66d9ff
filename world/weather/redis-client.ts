// How do the shop's programs reach Redis?
import { Redis } from "ioredis";

/** A name of the form `tm:<group>:<consumer>` lets everybody see whose connection it is. */
export function redisAt(address: string, connectionName?: string): Redis {
	const client = new Redis(address, {
		...(connectionName && { connectionName }),
		// Waits as long as Redis is away, as workers usually do.
		maxRetriesPerRequest: null,
		retryStrategy: (times) => Math.min(times * 100, 1000),
	});
	client.on("error", () => {});
	return client;
}

export type Entry = readonly [id: string, fields: readonly string[]];

/** Up to `count` entries that nobody in the group has had. */
export async function take(
	client: Redis,
	from: { readonly key: string; readonly group: string; readonly name: string },
	count: number,
	blockMs: number,
): Promise<readonly Entry[]> {
	const reply = await client.xreadgroup(
		...(["GROUP", from.group, from.name, "COUNT", count] as const),
		...(["BLOCK", blockMs, "STREAMS", from.key, ">"] as const),
	);
	// ioredis types this reply as unknown[]; it is [[key, entries]] for the one key we ask for, or null.
	return (reply as [[string, Entry[]]] | null)?.[0][1] ?? [];
}
