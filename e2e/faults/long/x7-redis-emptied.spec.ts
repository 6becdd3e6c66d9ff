// X7: a group is destroyed, a key becomes another type, everything is removed, the server begins empty. Is each told once, and what is made again new?
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { Redis } from "ioredis";
import { eventually } from "#world/eventually.ts";
import { startHttpSink } from "#world/http-sink.ts";
import { startRedis } from "#world/redis.ts";
import type { Board } from "../../visitor.ts";
import { alertsTo, untilTold, vanishedIn } from "../notices.ts";
import { inFolder, played } from "../scene.ts";

/** Two groups of a stream, another stream, a list of jobs. */
async function fill(client: Redis): Promise<void> {
	for (const channel of ["orders", "mail"]) {
		for (let n = 0; n < 6; n++) await client.xadd(channel, "*", "n", n);
		await client.xgroup("CREATE", channel, "readers", "0");
	}
	await client.xgroup("CREATE", "orders", "billing", "$");
	await client.sadd("rq:queues", "rq:queue:jobs");
	await client.rpush("rq:queue:jobs", "one", "two");
}

const all = [
	...["mail readers", "orders billing", "orders readers"],
	...["rq:queue:jobs null"],
];

/** What goes from one of them first, and what is left to go with everything. */
const went = ["mail readers", "orders billing"];
const left = ["orders readers", "rq:queue:jobs null"];

/** What keeps nothing cannot be removed. */
const shownIn = ({ rows }: Board, broker: string): readonly string[] =>
	rows
		.filter((row) => row.broker === broker)
		.filter(({ channel }) => !["news", "pub/sub"].includes(channel))
		.map(({ channel, group }) => `${channel} ${group}`)
		.sort();

const shows =
	(broker: string, names: readonly string[]) =>
	(board: Board): boolean =>
		JSON.stringify(shownIn(board, broker)) === JSON.stringify(names);

const both = ["flushed", "emptied"];

test("what is removed is gone once, with one notice; what is made again is new; the collector goes on", async () => {
	test.slow();
	await inFolder(async (folder) => {
		const settings = ["--appendonly", "no"];
		const sink = await startHttpSink();
		const [flushed, emptied] = await Promise.all(
			both.map((name) => startRedis({ folder: join(folder, name), settings })),
		);
		if (!flushed || !emptied) throw new Error("They did not start");
		const clients = [flushed, emptied].map(({ address }) => {
			const client = new Redis(address);
			client.on("error", () => {});
			return client;
		});
		const [one] = clients;
		/** What each notice tells of, in the order they came. */
		const vanishedOf = (broker: string) => vanishedIn(sink, broker);
		const untilVanished = (broker: string, notices: number) =>
			eventually(
				() => vanishedOf(broker).length >= notices || undefined,
				30_000,
			);
		const listener = new Redis(emptied.address);
		listener.on("error", () => {});
		if (!one) throw new Error("There is nobody to ask");
		try {
			for (const client of clients) await fill(client);
			await listener.subscribe("news");
			await played(
				{
					folder,
					brokers: { flushed: flushed.address, emptied: emptied.address },
					settings: alertsTo(sink, {
						vanished: "vanished",
						waiting: "lag over 0",
					}),
				},
				async ({ product, witness }) => {
					const collector = product.collectorPid();
					await witness.until(
						(board) =>
							shows("flushed", all)(board) && shows("emptied", all)(board),
						30_000,
					);

					await untilTold(sink, both, ["waiting fires"], 30_000);

					await one.xgroup("DESTROY", "orders", "billing");
					await one.set("mail", "no stream any more");
					await emptied.kill();
					await emptied.restart();
					await witness.until(
						(board) =>
							shows("flushed", left)(board) && shows("emptied", [])(board),
						30_000,
					);
					await untilVanished("emptied", 1);
					await untilVanished("flushed", 1);
					await one.flushall();
					await witness.until(shows("flushed", []), 30_000);
					await untilVanished("flushed", 2);

					for (const client of clients) await fill(client);
					const again = await witness.until(
						(board) =>
							shows("flushed", all)(board) && shows("emptied", all)(board),
						30_000,
					);
					for (const row of again.rows.filter(
						({ group }) => group === "readers",
					)) {
						expect([row.lag?.n, row.stale]).toEqual([6, false]);
					}
					// Whoever listened comes back, and its channel with it.
					await witness.until(
						({ rows }) => rows.some(({ channel }) => channel === "news"),
						30_000,
					);
					// All that is gone from one server is one notice, and so is what goes from it later.
					expect(vanishedOf("emptied")).toEqual([all]);
					expect(vanishedOf("flushed")).toEqual([went, left]);
					expect(product.collectorPid()).toBe(collector);
					expect(product.output()).not.toContain("tick failed");
					expect(product.output()).not.toContain("tick not written");
				},
			);
		} finally {
			for (const client of [...clients, listener]) client.disconnect();
			await flushed.stop();
			await emptied.stop();
			await sink.stop();
		}
	});
});
