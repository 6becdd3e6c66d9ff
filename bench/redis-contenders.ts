// Who else can say how far every group of every stream is behind, and who is registered? Each is asked for the same.
import type { Redis } from "ioredis";
import { startChild } from "#world/child.ts";
import { eventually } from "#world/eventually.ts";
import { freePorts } from "#world/ports.ts";
import { which } from "#world/run.mjs";
import { cpuOf } from "./cost.ts";
import { charged, type ServerCost } from "./redis-cost.ts";
import {
	groupName,
	groupsEach,
	streamCount,
	streamName,
} from "./redis-work.ts";

const streamsAtOnce = 100;

/** What a script would do that knows the keys: everything the server tells of each of them, in pipelines. */
export function naivePoll(client: Redis): Promise<ServerCost> {
	return charged(client, async () => {
		for (let from = 0; from < streamCount; from += streamsAtOnce) {
			const pipeline = client.pipeline();
			for (let i = from; i < from + streamsAtOnce; i++) {
				const key = streamName(i);
				pipeline.xinfo("STREAM", key).xinfo("GROUPS", key);
				for (let group = 0; group < groupsEach; group++)
					pipeline
						.xinfo("CONSUMERS", key, groupName(group))
						.xpending(key, groupName(group));
			}
			await pipeline.exec();
		}
	});
}

/** Debian gives it this name; elsewhere it has its own. */
const names = ["prometheus-redis-exporter", "redis_exporter"];

/** One scrape of an exporter that somebody has installed; null where nobody has. */
export async function exporterScrape(
	client: Redis,
	address: string,
	output: string,
): Promise<ServerCost | null> {
	const command = names.map((name) => which(name)).find((it) => it !== null);
	if (command === undefined || command === null) return null;
	const [port = 0] = await freePorts(1);
	const child = startChild({
		...{ command, output },
		args: [
			...["-redis.addr", address, "-web.listen-address", `127.0.0.1:${port}`],
			...["-check-streams", "stream:*"],
		],
	});
	const last = `stream="${streamName(streamCount - 1)}"`;
	const scrape = async () => {
		const reply = await fetch(`http://127.0.0.1:${port}/metrics`);
		const text = await reply.text();
		if (!text.includes(last))
			throw new Error(`${command} names not every stream; see ${output}`);
	};
	try {
		await eventually(() => scrape().then(() => true), 60_000, 500);
		const before = await cpuOf(child.pid);
		const cost = await charged(client, scrape);
		const after = await cpuOf(child.pid);
		return { ...cost, cpuMs: before && after && after.ownMs - before.ownMs };
	} finally {
		await child.end(5_000);
	}
}
