// Does it stay as it is for hours? `npm run soak -- --minutes 60 --subscriptions 10000 --kafka`: the product as it is started, steady work, people clicking.
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as after } from "node:timers/promises";
import { startHttpSink } from "#world/http-sink.ts";
import { startKafka } from "#world/kafka.ts";
import { startRedis } from "#world/redis.ts";
import build from "../../e2e/build.ts";
import { isAsked, numberOf } from "../../e2e/long/flags.ts";
import { people } from "../../e2e/long/people.ts";
import type { Turns } from "../../e2e/long/turns.ts";
import { startProduct } from "../../e2e/product.ts";
import { visit } from "../../e2e/visitor.ts";
import { table } from "../table.ts";
import { kafkaGroups, topicWork } from "./kafka-work.ts";
import { lateOf, promisesOf } from "./promises.ts";
import { sampling } from "./sampling.ts";
import { groupsEach, streamWork } from "./work.ts";

const minutes = numberOf("minutes", 60);
const subscriptions = numberOf("subscriptions", 10_000);
const seed = numberOf("seed", 14);
/** A whole minute, whenever it begins, and a tick. */
const waitedMs = 130_000;
const settings = (sink: string) => `every: 5s
alerts:
  allow: [127.0.0.1]
  outlets:
    hook: { kind: webhook, url: "${sink}/hook" }
  rules:
    waiting: { when: lag over 12, for: 10s, calm: 10s, gravity: warning }
`;

build();
const report = join(import.meta.dirname, "../../.tidemark/reports/soak.json");
const folder = await mkdtemp(join(tmpdir(), "tidemark-soak-"));
const redis = await startRedis({
	folder: join(folder, "redis"),
	settings: ["--appendonly", "no"],
});
const kafka = isAsked("kafka")
	? await startKafka({ nodes: 1, folder: join(folder, "kafka") })
	: null;
const sink = await startHttpSink();
let isOver = false;
for (const signal of ["SIGINT", "SIGTERM"] as const)
	process.once(signal, () => {
		isOver = true;
	});
try {
	const streams = Math.ceil(subscriptions / groupsEach);
	const read = await streamWork(redis.address, streams, seed);
	const works: Turns[] = [];
	if (kafka !== null) works.push(await topicWork(kafka));
	const there = streams * groupsEach + (kafka === null ? 0 : kafkaGroups);
	await writeFile(join(folder, "tidemark.yaml"), settings(sink.url), {
		mode: 0o600,
	});
	const product = await startProduct(
		folder,
		{ jobs: redis.address, ...(kafka && { orders: kafka.address }) },
		[],
	);
	try {
		const visitor = await visit(product);
		await untilAll(there, async () => (await visitor.board()).total);
		await after(waitedMs);
		works.push(read());
		process.stdout.write(
			`${there} subscriptions, ${minutes} min, seed ${seed}, ${cpus().length} processors, from ${new Date().toISOString()}\n`,
		);
		const seen = sampling(product, visitor);
		const crew = await people(product, { seed, clicking: 2, restMs: 4000 });
		const endMs = performance.now() + minutes * 60_000;
		for (let n = 0; performance.now() < endMs && !isOver; n++) {
			await after(1000);
			if (n % 60 === 59) process.stdout.write(`${seen.line()}\n`);
		}
		await crew.leave();
		await seen.end();
		const kept = promisesOf({
			...{ samples: seen.samples, heardMs: seen.heardMs },
			...{ everyMs: seen.everyMs, answersMs: seen.answersMs },
			...{ unanswered: seen.unanswered },
			...{ thrown: crew.thrown, failed: crew.failed },
		});
		for (const work of works) await work.end();
		const told = {
			...{ at: new Date().toISOString(), minutes, there, seed },
			...{ processors: cpus().length, load: loadavg() },
			kept,
			done: Object.fromEntries(crew.done),
			missed: Object.fromEntries(crew.missed),
			...{ thrown: crew.thrown, failed: crew.failed },
			unanswered: seen.unanswered,
			late: Object.fromEntries(
				[...seen.heardMs].map(([broker, moments]) => [
					broker,
					lateOf(moments, seen.everyMs),
				]),
			),
			notices: sink.heard.length,
			commands: works.map(({ did, failed }) => ({ did, failed })),
			samples: seen.samples,
		};
		await mkdir(join(report, ".."), { recursive: true });
		await writeFile(report, JSON.stringify(told, null, "\t"));
		table(
			["promise", "shown", ""],
			kept.map(({ promise, shown, verdict }) => [
				...[promise, shown, verdict === "broken" ? "BROKEN" : verdict],
			]),
		);
		process.stdout.write(
			`deeds ${JSON.stringify(told.done)}, missed ${JSON.stringify(told.missed)}, ${told.notices} notices; ${report}\n`,
		);
		for (const line of [
			...[...seen.unanswered, ...crew.thrown, ...crew.failed],
		].slice(0, 20))
			process.stdout.write(`${line}\n`);
		process.exitCode = kept.every(({ verdict }) => verdict === "kept") ? 0 : 1;
	} finally {
		await product.stop();
	}
} finally {
	await Promise.all([redis.stop(), kafka?.stop(), sink.stop()]);
	await rm(folder, { recursive: true, force: true });
}

async function untilAll(
	there: number,
	total: () => Promise<number>,
): Promise<void> {
	for (let n = 0; n < 120; n++) {
		if ((await total()) >= there) return;
		await after(1000);
	}
	throw new Error(`only ${await total()} of ${there} are seen`);
}
