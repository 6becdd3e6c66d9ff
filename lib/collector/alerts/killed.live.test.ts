// Is a notice told at least once, and known again by its name, when the collector is killed between deciding and delivering?
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { openStore } from "#lib/store/open.ts";
import { ownRedis } from "#lib/systems/redis/for-tests/own.ts";
import { eventually } from "#world/eventually.ts";
import { type Heard, startHttpSink } from "#world/http-sink.ts";
import { group, startMain } from "../for-tests/killing.ts";

const withinMs = 60_000;
const own = ownRedis();

/** One rule, one receiver on this machine. */
const alertsTo = (url: string) => `alerts:
  usual: false
  allow: [127.0.0.1]
  outlets:
    hook: { kind: webhook, url: "${url}/hook" }
  rules:
    backlog: { when: lag over 2, for: 0s, calm: 0s }
`;

const nameOf = ({ headers }: Heard): string => headers["idempotency-key"] ?? "";

test(
	"a collector is killed while a notice waits for its answer, and again after it was refused: one notice, told again by its name",
	async () => {
		const { client, world } = own();
		const folder = await mkdtemp(join(tmpdir(), "tidemark-told-"));
		onTestFinished(() => rm(folder, { recursive: true, force: true }));
		const sink = await startHttpSink();
		onTestFinished(() => sink.stop());
		await client.xgroup("CREATE", "orders", group, "0", "MKSTREAM");
		for (let n = 0; n < 5; n++) await client.xadd("orders", "*", "n", n);
		const start = () =>
			startMain(folder, world.address, [], "", alertsTo(sink.url));
		const hears = (count: number) =>
			eventually(
				() => (sink.heard.length >= count ? true : undefined),
				withinMs,
			);

		sink.answer("never");
		let collector = start();
		onTestFinished(async () => void (await collector.kill()));
		await hears(1);
		await collector.kill();

		sink.answer({ code: 503 });
		collector = start();
		await hears(2);
		await collector.kill();

		sink.answer({ code: 200 });
		collector = start();
		await hears(3);
		const store = await openStore(join(folder, "store"));
		onTestFinished(() => store.close());
		const isDelivered = async () => {
			const [fares] = await store.alerts.fares();
			return fares?.owed === 0 && fares.deliveredMs !== null ? true : undefined;
		};
		await eventually(isDelivered, withinMs);
		const fires = sink.heard.length;
		expect(new Set(sink.heard.map(nameOf)).size).toBe(1);
		expect(sink.heard.every((it) => nameOf(it) !== "")).toBe(true);

		// Whoever was told hears that it is over, in a notice of its own.
		await client.xreadgroup(
			...([
				"GROUP",
				group,
				"one",
				"COUNT",
				9,
				"STREAMS",
				"orders",
				">",
			] as const),
		);
		await hears(fires + 1);
		await eventually(isDelivered, withinMs);
		expect(new Set(sink.heard.map(nameOf)).size).toBe(2);
		expect(await store.alerts.firingTotal()).toBe(0);
	},
	3 * withinMs,
);
