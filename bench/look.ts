// How long does somebody wait for a look? From the click to the answer in hand, beside a bare question to the same web.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eventually } from "#world/eventually.ts";
import { startKafka } from "#world/kafka.ts";
import { startRedis } from "#world/redis.ts";
import { startProduct } from "../e2e/product.ts";
import { signIn } from "./sign-in.ts";
import { percentile, table } from "./table.ts";

const rounds = 200;
const topics = 20;

const folder = await mkdtemp(join(tmpdir(), "tidemark-bench-"));
const [kafka, redis] = await Promise.all([
	startKafka({ nodes: 1, folder: join(folder, "kafka") }),
	startRedis({ folder: join(folder, "redis") }),
]);
const product = await startProduct(
	folder,
	{ kafka: kafka.address, redis: redis.address },
	[],
);
try {
	const ask = await signIn(product);
	await kafka.createTopics(
		Array.from({ length: topics }, (_, i) => ({
			topic: `topic-${i}`,
			numPartitions: 100,
		})),
	);
	for (let i = 0; i < topics; i++) await commit(`group-${i}`, `topic-${i}`);
	const rows = await eventually(async () => {
		const board: { rows: { id: string }[] } = await ask(
			"GET",
			"/api/board?limit=500",
		);
		return board.rows.length >= topics ? board.rows : undefined;
	}, 30_000);
	const bare: number[] = [];
	const looks: number[] = [];
	for (let round = 0; round < rounds; round++) {
		bare.push(await timed(() => ask("GET", "/api/health")));
		const subscription = rows[round % rows.length]?.id;
		looks.push(
			await timed(async () => {
				const wish = {
					verb: "look",
					subscription,
					part: "partitions",
					offset: 0,
					limit: 100,
				};
				const errand: { id: string } = await ask("POST", "/api/errands", wish);
				const end: { state: string } = await ask(
					"GET",
					`/api/errands/${errand.id}?wait=2000`,
				);
				if (end.state !== "answered")
					throw new Error(`the look is ${end.state}`);
			}),
		);
	}
	table(
		["ms", "p50", "p95", "max"],
		[
			["a bare question to the web", ...figures(bare)],
			["a look at 100 partitions, asked and answered", ...figures(looks)],
		],
	);
	process.stdout.write(
		`figure look ${(percentile(looks, 0.95) / percentile(bare, 0.95)).toFixed(1)}\n`,
	);
} finally {
	await product.stop();
	await Promise.all([kafka.stop(), redis.stop()]);
	await rm(folder, { recursive: true, force: true });
}

/** A fresh cluster is not ready to keep positions at once. */
async function commit(groupId: string, topic: string): Promise<void> {
	const partitions = Array.from({ length: 100 }, (_, partition) => ({
		partition,
		offset: "0",
	}));
	await eventually(async () => {
		await kafka.withAdmin((admin) =>
			admin.setOffsets({ groupId, topic, partitions }),
		);
		return true;
	}, 30_000);
}

async function timed(work: () => Promise<unknown>): Promise<number> {
	const startedMs = performance.now();
	await work();
	return performance.now() - startedMs;
}

function figures(times: readonly number[]): string[] {
	return [
		percentile(times, 0.5),
		percentile(times, 0.95),
		Math.max(...times),
	].map((ms) => ms.toFixed(1));
}
