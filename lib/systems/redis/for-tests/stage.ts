// What do the users of a Redis do, as the promises of every system need it? The same on one server and on several.
import type { Cluster, Redis } from "ioredis";
import { grouped, type Stage } from "../../contract-stage.ts";
import { redis } from "../index.ts";
import { cleaningOf } from "./stage-cleaning.ts";

export type StageOptions = Pick<Stage, "address" | "freeze" | "thaw"> & {
	readonly client: Redis | Cluster;
	/** All that hold keys of their own. */
	readonly originals: readonly Redis[];
	readonly countsArrivals?: boolean;
};

export function stageOf(options: StageOptions): Stage {
	const { address, client, originals, countsArrivals = true } = options;

	async function write(channel: string, count: number) {
		for (let i = 0; i < count; i++)
			await client.call("XADD", channel, "*", "n", i);
	}

	async function read(channel: string, group: string, count: number) {
		const reply: unknown = await client.call(
			...(["xreadgroup", "GROUP", group, "member-0"] as const),
			...(["COUNT", count, "STREAMS", channel, ">"] as const),
		);
		const [[, entries] = []] = Array.isArray(reply) ? reply : [];
		return ids(entries);
	}

	return {
		...{ system: redis, address, countsArrivals },
		refusedAddress: address.replace("//", "//nobody:not-the-password@"),
		...{ kind: "stream", part: "members", anyChannelName: true },
		...grouped,
		async fingerprint() {
			const all = originals.map((one) => fingerprintOf(one));
			return JSON.stringify(await Promise.all(all));
		},
		async group(channel, group, lines) {
			await client.call("XGROUP", "CREATE", channel, group, "0", "MKSTREAM");
			for (let i = 0; i < lines; i++) {
				const name = `member-${i}`;
				await client.call("XGROUP", "CREATECONSUMER", channel, group, name);
			}
		},
		write,
		async finish(channel, group, count) {
			const done = await read(channel, group, count);
			await client.call("XACK", channel, group, ...done);
		},
		async blur(channel, group) {
			await write(channel, 150);
			const all = ids(await client.call("XRANGE", channel, "-", "+"));
			await client.call("XGROUP", "CREATE", channel, group, all[9] ?? "");
			await client.call("XDEL", channel, all[99] ?? "");
		},
		async remove(channel, group) {
			await client.call("XGROUP", "DESTROY", channel, group);
		},
		cleaning: cleaningOf(client),
		freeze: options.freeze,
		thaw: options.thaw,
	};
}

const ids = (entries: unknown): string[] =>
	Array.isArray(entries) ? entries.map(([id]) => String(id)) : [];

async function fingerprintOf(client: Redis) {
	const keys = (await client.keys("*")).sort();
	const all = keys.map((key) =>
		client.call("XINFO", "STREAM", key, "FULL", "COUNT", 0),
	);
	// Counts every change of anything, even one that leaves things as they were.
	const changes = /changes_since_last_save:\d+/.exec(await client.info());
	return [keys, await Promise.all(all), changes?.[0]];
}
