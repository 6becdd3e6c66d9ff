// What is asked of a server, and is it little? No message is ever asked for, and thousands of queues are read within a tick.
import { expect, test } from "vitest";
import { openAt, ownRabbit } from "../../for-tests/own.ts";
import { recorderBefore } from "../../for-tests/recorder.ts";
import { fingerprintOf } from "../../for-tests/stage.ts";

/** As often as it counts by itself. */
const own = ownRabbit({ settings: { collect_statistics_interval: "5000" } });
/** The bench has three times as many; each has to be made first. */
const queues = 2_000;
const page = { part: "members", sort: "lag", offset: 0, limit: 50 } as const;

test("ten ticks and looks only ask, for no message, and change nothing", async () => {
	const { traffic, world } = own();
	await traffic.declare("orders");
	await traffic.write("orders", 5);
	await traffic.hold("orders", 2);
	await traffic.tells("orders", { unacked: 2, consumers: 1 });
	const { address, asked } = await recorderBefore(world);
	const connection = openAt(address);
	const before = await fingerprintOf(own());
	const where = {
		broker: "b",
		kind: "classic queue",
		channel: "orders",
		group: null,
	};
	for (let i = 0; i < 10; i++) {
		await connection.read();
		await connection.look(where, page);
	}
	await connection.examine?.();
	expect(await fingerprintOf(own())).toBe(before);
	expect(asked.filter((it) => !it.startsWith("GET /api/"))).toEqual([]);
	expect(asked.filter((it) => it.includes("/get"))).toEqual([]);
	const counted = (start: string) =>
		asked.filter((it) => it.startsWith(start)).length;
	expect(counted("GET /api/queues?page=")).toBe(10);
	// Nodes and versions are asked now and then, and once by whoever looks closely.
	expect(counted("GET /api/nodes")).toBeLessThanOrEqual(3);
	expect(counted("GET /api/overview")).toBe(2);
	expect(
		asked.filter(
			(it) => it.startsWith("GET /api/queues?") && !it.includes("columns="),
		),
	).toEqual([]);
}, 120_000);

/** To make thousands takes 4.0 minutes. */
test.runIf(process.env.TIDEMARK_TEST_RABBITMQ === undefined)(
	"two thousand queues are heard within a few ticks, each of which ends in its time",
	async () => {
		const { traffic, world } = own();
		for (let i = 0; i < queues; i += 200)
			await Promise.all(
				Array.from({ length: 200 }, (_, n) =>
					traffic.declare(`many-${i + n}`, { durable: false }),
				),
			);
		const { address, asked } = await recorderBefore(world);
		const deadlineMs = 3_000;
		const connection = openAt(address, undefined, deadlineMs);
		const heard = new Set<string>();
		const took: number[] = [];
		let ticks = 0;
		for (; ticks < 10 && heard.size <= queues; ticks++) {
			const startMs = performance.now();
			const { readings } = await connection.read();
			took.push(Math.round(performance.now() - startMs));
			for (const { channel } of readings) heard.add(channel);
		}
		console.info(
			`${heard.size} queues in ${ticks} ticks of ${took} ms, ${asked.length} questions`,
		);
		expect(heard.size).toBe(queues + 1);
		expect(Math.max(...took)).toBeLessThan(deadlineMs + 500);
		expect(asked.length).toBeLessThan(13 * ticks + 5);
	},
	300_000,
);
