// Does the board tell the story of the shop: each of those that fare badly under its own verdict, what a button does, and what a clean-up helps?
import { readFileSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Child, startChild } from "#world/child.ts";
import { eventually, eventuallyFrom } from "#world/eventually.ts";
import { startKafka } from "#world/kafka.ts";
import { startRabbit } from "#world/rabbitmq.ts";
import { startRedis } from "#world/redis.ts";
import { shopBrokers, shopEnv } from "#world/shop-brokers.ts";
import { type Product, startProduct } from "../../../../e2e/product.ts";
import { type Board, type Visitor, visit } from "../../../../e2e/visitor.ts";

const minuteMs = 60_000;
/** Trends are judged after some minutes, and a busy machine takes longer. */
const toldWithinMs = 10 * minuteMs;

let folder: string;
let shop: Child;
let product: Product;
let visitor: Visitor;
let buttons: string;
const stops: (() => Promise<unknown>)[] = [];

beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), "tidemark-story-"));
	const [kafka, redis, rabbit] = await Promise.all([
		startKafka({ nodes: 1, folder: join(folder, "kafka") }),
		startRedis({ folder: join(folder, "redis") }),
		startRabbit({ folder: join(folder, "rabbitmq") }),
	]);
	stops.push(...[kafka, redis, rabbit].map((it) => () => it.stop()));
	const output = join(folder, "shop.log");
	shop = startChild({
		command: process.execPath,
		args: [
			...["world/weather/main.ts", "--kafka", kafka.address],
			...["--redis", redis.address, "--rabbitmq", rabbit.address],
		],
		output,
	});
	const isUp = /The weather is up: (\S+)/;
	const page = () => isUp.exec(readFileSync(output, "utf8"))?.[1];
	await eventuallyFrom(shop, page, minuteMs);
	buttons = page() ?? "";
	await writeFile(
		join(folder, "tidemark.yaml"),
		shopBrokers([
			{ scheme: "kafka", address: kafka.address },
			{ scheme: "redis", address: redis.address },
			{ scheme: "rabbitmq", address: rabbit.address },
		]),
		{ mode: 0o600 },
	);
	product = await startProduct(folder, {}, [], shopEnv);
	visitor = await visit(product);
}, 4 * minuteMs);
afterAll(async () => {
	await product?.stop();
	await shop?.end(3_000);
	await Promise.all(stops.map((stop) => stop()));
	await rm(folder, { recursive: true, force: true });
}, minuteMs);

type Row = Board["rows"][number];

async function rowOf(filter: string): Promise<Row> {
	const { rows } = await visitor.board(filter);
	const [row] = rows;
	if (row === undefined) throw new Error(`nothing is ${filter}`);
	return row;
}

/** The row, as soon as that is so. */
const soon = (filter: string, isSo: (row: Row) => boolean) =>
	eventually(
		async () => [await rowOf(filter)].find(isSo),
		toldWithinMs,
		1_000,
	).catch(async () => {
		throw new Error(`not so: ${JSON.stringify(await rowOf(filter))}`);
	});

async function press(name: string) {
	const { origin } = new URL(buttons);
	const reply = await fetch(`${origin}/${name}`, {
		...{ method: "POST", redirect: "manual" },
		headers: { origin },
	});
	expect(reply.status).toBe(303);
}

const story: readonly (readonly [filter: string, verdict: string])[] = [
	['group:order-fulfilment channel:"orders"', "healthy"],
	["group:order-analytics", "slow"],
	["group:stock-sync", "stalled"],
	["group:catalogue-feed", "losing"],
	["group:email-sender", "stopped"],
	['group:payment-ledger channel:"fraud-checks"', "abandoned"],
	['group:fulfilment channel:"orders:stream:2"', "slow"],
	["group:push-workers", "stopped"],
	['channel:"receipts.send"', "stopped"],
	['channel:"pictures.resize"', "stalled"],
	['channel:"clicks.raw"', "losing"],
];

test.each(story)("%s is %s", { timeout: toldWithinMs }, async (of, verdict) => {
	await soon(of, (row) => row.verdict === verdict);
});

test("21 are registered, and of nine it is known that they live", {
	timeout: toldWithinMs,
}, async () => {
	const { members } = await soon(
		"group:senders",
		({ members }) => members?.dead === 12,
	);
	expect(members?.registered).toBe(21);
});

test("what a dead worker left, whoever listens too slowly, and what fails again and again are told", {
	timeout: toldWithinMs,
}, async () => {
	await soon('channel:"thumbnails"', ({ verdict }) => verdict === "stalled");
	await soon('channel:"pub/sub"', ({ verdict }) => verdict === "losing");
	await soon("group:pdf", ({ reason }) => reason.code === "delivered again");
});

test("a button sends readers away, and brings them back", {
	timeout: toldWithinMs,
}, async () => {
	const readers = 'group:order-fulfilment channel:"orders"';
	await press("kill-fulfilment");
	await soon(readers, ({ verdict }) => verdict === "stopped");
	await press("kill-fulfilment");
	await soon(readers, ({ verdict }) => verdict === "healthy");
});

type Errand = {
	readonly id: string;
	readonly state: string;
	readonly undertaking: { readonly hash: string } | null;
};

test("a clean-up leaves the nine, and nothing in the hands of the dead", {
	timeout: toldWithinMs,
}, async () => {
	const { id: subscription } = await rowOf("group:senders");
	const { id } = await visitor.post<Errand>("/api/errands", {
		...{ verb: "clean up", targets: { subscriptions: [subscription] } },
		cleanUp: { action: "reclaim" },
	});
	const inState = (...states: readonly string[]) =>
		eventually(async () => {
			const errand = await visitor.read<Errand>(`/api/errands/${id}`);
			return states.includes(errand.state) ? errand : undefined;
		}, minuteMs);
	const { undertaking } = await inState("planned");
	await visitor.post(`/api/errands/${id}/approve`, { hash: undertaking?.hash });
	await inState("done");
	await soon(
		"group:senders",
		({ members }) => members?.registered === 9 && members.dead === 0,
	);
});
