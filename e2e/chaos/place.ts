// Where is everything broken? Two servers of which one is never touched, a cluster behind proxies, a receiver, and the product over all of them.
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type Chaos, startChaos } from "#world/chaos.ts";
import { type HttpSink, startHttpSink } from "#world/http-sink.ts";
import { type ChaoticKafka, startChaoticKafka } from "#world/kafka-chaos.ts";
import { type RedisWorld, startRedis } from "#world/redis.ts";
import { newRedisEar, type RedisEar } from "#world/redis-ear.ts";
import { alertsTo, type Notice } from "../faults/told.ts";
import { type Product, startProduct } from "../product.ts";

export const names = { broken: "jobs", beside: "beside", cluster: "orders" };

export type Place = {
	readonly folder: string;
	readonly redis: RedisWorld;
	/** The only way by which the product comes to it. */
	readonly proxy: Chaos;
	readonly beside: RedisWorld;
	/** And to the other one, which lets everything pass. */
	readonly besideProxy: Chaos;
	/** What passes there. */
	readonly ears: { readonly broken: RedisEar; readonly beside: RedisEar };
	readonly kafka: ChaoticKafka | null;
	readonly sink: HttpSink;
	/** What the receiver said that it took. */
	readonly taken: readonly Notice[];
	/** How the receiver answers from now on. */
	answers(next: Parameters<HttpSink["answer"]>[0]): void;
	readonly product: Product;
	stop(): Promise<void>;
};

export async function placeIn(
	folder: string,
	alarms: readonly string[],
	nodes: 0 | 1 | 3,
): Promise<Place> {
	const stops: (() => Promise<unknown>)[] = [];
	const stop = async () => {
		for (const end of stops.toReversed()) await end();
	};
	const kept = <T extends { stop(): Promise<unknown> }>(it: T): T => {
		stops.push(() => it.stop());
		return it;
	};
	try {
		const [redis, beside] = await Promise.all([
			// What it confirmed is there after a crash as well: otherwise nobody knows what is true.
			startRedis({
				folder: join(folder, "redis"),
				settings: ["--appendfsync", "always"],
			}).then(kept),
			startRedis({ folder: join(folder, "beside") }).then(kept),
		]);
		const ears = { broken: newRedisEar(), beside: newRedisEar() };
		const doorOf = async ({ port }: RedisWorld, { listen }: RedisEar) => {
			const door = await startChaos({ port, listen });
			stops.push(() => door.close());
			return door;
		};
		const proxy = await doorOf(redis, ears.broken);
		const besideProxy = await doorOf(beside, ears.beside);
		const kafka =
			nodes === 0
				? null
				: kept(
						await startChaoticKafka({ nodes, folder: join(folder, "kafka") }),
					);
		const sink = kept(await startHttpSink());
		const taken: Notice[] = [];
		const answers: Place["answers"] = (next) =>
			sink.answer((heard) => {
				const answer = typeof next === "function" ? next(heard) : next;
				if (typeof answer === "object" && answer.code === 200)
					taken.push(JSON.parse(heard.body));
				return answer;
			});
		answers({ code: 200 });
		const members = `members: { patience: { "*": 1s }, named: "*" }`;
		await writeFile(
			join(folder, "tidemark.yaml"),
			`every: 1s
brokers:
  ${names.broken}: { address: "redis://127.0.0.1:${proxy.port}", ${members} }
  ${names.beside}: { address: "redis://127.0.0.1:${besideProxy.port}" }
${kafka === null ? "" : `  ${names.cluster}: { address: "${kafka.address}" }\n`}${alertsTo(sink, alarms)}`,
			{ mode: 0o600 },
		);
		const product = kept(await startProduct(folder, {}, []));
		return {
			...{ folder, redis, proxy, beside, besideProxy, ears },
			...{ kafka, sink, taken },
			...{ answers, product, stop },
		};
	} catch (error) {
		await stop();
		throw error;
	}
}
