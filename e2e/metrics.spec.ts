// Does a real Prometheus learn from us what the board says, and hear when a broker is silent?
import { execFileSync } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { APIRequestContext } from "@playwright/test";
import { Redis } from "ioredis";
import { prometheus } from "#world/prometheus.mjs";
import { type PrometheusWorld, startPrometheus } from "#world/prometheus.ts";
import board from "../public/grafana.json" with { type: "json" };
import {
	test as base,
	expect,
	kafkaName,
	redisName,
	type Stage,
} from "./stage.ts";
import { kafkaWork, redisWork } from "./work.ts";

const test = base.extend<{ scraper: PrometheusWorld }>({
	scraper: async ({ stage }, use) => {
		const folder = await mkdtemp(join(tmpdir(), "tidemark-prometheus-"));
		const scraper = await startPrometheus({
			folder,
			origin: stage.product.origin,
			token: stage.scrapeToken,
		});
		await use(scraper);
		await scraper.stop();
		await rm(folder, { recursive: true, force: true });
	},
});

const patient = { timeout: 60_000 };
const verdicts = [
	...["healthy", "abandoned", "unknown", "slow", "stalled", "stopped"],
	"losing",
];

/** The row as every screen gets it. */
async function rowOf(request: APIRequestContext, channel: string) {
	const filter = encodeURIComponent(`channel:"${channel}"`);
	const { rows } = await (
		await request.get(`/api/board?filter=${filter}`)
	).json();
	return rows[0];
}

const quoted = (text: string) => JSON.stringify(text);

/** Null where there is no such series. */
async function worthOf(scraper: PrometheusWorld, expression: string) {
	const found = await scraper.query(expression);
	if (found.length > 1) throw new Error(`${found.length} of ${expression}`);
	return found[0]?.value ?? null;
}

test("a team's own Prometheus knows the backlogs that the board shows, under our names and under those it knew before", async ({
	request,
	scraper,
	stage,
}) => {
	const orders = await kafkaWork(stage, "scraped");
	const jobs = await redisWork(stage, "scraped");
	try {
		await orders.startReading();
		await orders.produce(3);
		await expect
			.poll(() => rowOf(request, orders.channel), patient)
			.toMatchObject({ lag: { n: 0 } });
		await orders.stopReading();
		await orders.produce(41);
		await jobs.produce(7);
		await jobs.take(2);
		const its = (name: string, { channel }: { channel: string }, more = "") =>
			`${name}{channel=${quoted(channel)}${more}}`;
		await expect
			.poll(() => worthOf(scraper, its("tidemark_group_lag", orders)), patient)
			.toBe(41);
		await expect
			.poll(() => worthOf(scraper, its("tidemark_group_lag", jobs)), patient)
			.toBe(5);
		for (const work of [orders, jobs])
			await expect(async () => {
				const row = await rowOf(request, work.channel);
				const exact = ',state="registered"';
				expect({
					verdict:
						verdicts[
							(await worthOf(scraper, its("tidemark_group_verdict", work))) ??
								-1
						],
					lag: await worthOf(scraper, its("tidemark_group_lag", work)),
					holding: await worthOf(scraper, its("tidemark_group_holding", work)),
					registered: await worthOf(
						scraper,
						its("tidemark_group_members", work, exact),
					),
				}).toEqual({
					verdict: row.verdict,
					lag: row.lag.n,
					holding: row.holding,
					registered: row.members?.registered ?? null,
				});
			}).toPass(patient);
		const known: [string, number][] = [
			[
				`kafka_consumergroup_group_topic_sum_lag{cluster_name="${kafkaName}",topic=${quoted(orders.channel)},group=${quoted(orders.group)}}`,
				41,
			],
			[`kafka_consumergroup_group_sum_lag{group=${quoted(orders.group)}}`, 41],
			[`kafka_consumergroup_group_state{group=${quoted(orders.group)}}`, 5],
			[
				`redis_stream_group_lag{broker="${redisName}",stream=${quoted(jobs.channel)}}`,
				5,
			],
			[
				`redis_stream_group_messages_pending{stream=${quoted(jobs.channel)}}`,
				2,
			],
			[`redis_stream_group_consumers{stream=${quoted(jobs.channel)}}`, 1],
		];
		for (const [expression, value] of known)
			await expect
				.poll(() => worthOf(scraper, expression), patient)
				.toBe(value);
		for (const { title, targets } of board.panels)
			for (const { expr } of targets) {
				const answer = scraper.query(expr.replaceAll("$broker", ".*"));
				await expect(answer, title).resolves.toBeDefined();
			}
	} finally {
		await Promise.all([orders.end(), jobs.end()]);
	}
});

test("a stream with a hostile name is one series, and what is scraped is clean text", async ({
	scraper,
	stage,
}) => {
	const { redis } = stage;
	const name = `"} 9\\\n{a="\u202e주문 ${Math.random()}`;
	const writer = new Redis(redis.address);
	writer.on("error", () => {});
	try {
		await writer.xgroup("CREATE", name, name, "0", "MKSTREAM");
		await writer.xadd(name, "*", "a", "b");
		const named = async () =>
			(await scraper.query("tidemark_group_lag"))
				.filter(({ labels }) => labels.channel === name)
				.map(({ labels, value }) => [labels.group, value]);
		await expect.poll(named, patient).toEqual([[name, 1]]);
		await expect.poll(() => worthOf(scraper, "up"), patient).toBe(1);
		const { tool } = await prometheus();
		const plain = await scrape(stage, { accept: "text/plain" });
		const said = execFileSync(tool, ["check", "metrics"], {
			input: await plain.text(),
			encoding: "utf8",
		});
		expect(said).toBe("");
	} finally {
		await writer.del(name);
		writer.disconnect();
	}
});

test("a broker falls silent: an alert can hear it, and its old numbers are no longer told", async ({
	scraper,
	stage,
}) => {
	const jobs = await redisWork(stage, "silent");
	const fresh = () =>
		worthOf(scraper, `tidemark_broker_fresh{broker="${redisName}"}`);
	const lag = () =>
		worthOf(scraper, `tidemark_group_lag{channel=${quoted(jobs.channel)}}`);
	try {
		await jobs.produce(3);
		await expect.poll(lag, patient).toBe(3);
		await expect.poll(fresh, patient).toBe(1);
		stage.redis.freeze();
		await expect.poll(fresh, patient).toBe(0);
		await expect.poll(lag, patient).toBeNull();
		const others = `tidemark_broker_fresh{broker="${kafkaName}"}`;
		await expect.poll(() => worthOf(scraper, others), patient).toBe(1);
		stage.redis.thaw();
		await expect.poll(fresh, patient).toBe(1);
		await expect.poll(lag, patient).toBe(3);
	} finally {
		stage.redis.thaw();
		await jobs.end();
	}
});

test("nobody scrapes without the token, and a browser that is signed in may look", async ({
	request,
	stage,
}) => {
	const codeOf = async (headers: Record<string, string>) =>
		(await scrape(stage, headers)).status;
	expect(await codeOf({})).toBe(200);
	expect(await codeOf({ authorization: "" })).toBe(401);
	expect(await codeOf({ authorization: "Bearer another-token-of-some" })).toBe(
		401,
	);
	expect((await request.get("/metrics")).status()).toBe(200);
	expect(stage.product.output()).not.toContain(stage.scrapeToken);
});

const scrape = (
	{ product, scrapeToken }: Stage,
	headers: Readonly<Record<string, string>>,
) =>
	fetch(`${product.origin}/metrics`, {
		headers: { authorization: `Bearer ${scrapeToken}`, ...headers },
	});
