// Is nothing called gone that only slipped from one page to the next, or that there was no time for?
import { expect, test } from "vitest";
import { parseAddress } from "../../../address.ts";
import { openClient } from "../../connection/client.ts";
import { nothingConfigured } from "../../connection/configured.ts";
import { openAt, ownRabbit } from "../../for-tests/own.ts";
import { missingOf } from "../../queues/missing.ts";

const own = ownRabbit();

const declare = async (prefix: string, count: number) => {
	for (let i = 0; i < count; i += 100)
		await Promise.all(
			Array.from({ length: Math.min(100, count - i) }, (_, n) =>
				own().traffic.declare(`${prefix}-${i + n}`, { durable: false }),
			),
		);
};

test("queues that come and go while pages are read make no other one gone", async () => {
	await declare("stays", 1_100);
	const connection = openAt(own().world.address);
	await connection.read();
	let isOver = false;
	const churn = (async () => {
		for (let i = 0; !isOver; i++) {
			const { channel } = own().traffic;
			// Before all others, so that each page begins with another one.
			const name = `a-${i}`;
			await channel.assertQueue(name, { durable: false });
			if (i % 2 === 0) await channel.deleteQueue(name);
		}
	})();
	try {
		for (let tick = 0; tick < 12; tick++) {
			const { readings, complete } = await connection.read();
			const stays = readings.filter(({ channel }) =>
				channel.startsWith("stays-"),
			);
			if (complete) expect(stays).toHaveLength(1_100);
		}
	} finally {
		isOver = true;
		await churn;
	}
}, 120_000);

/** To make thousands takes 4.0 minutes. */
test.runIf(process.env.TIDEMARK_TEST_RABBITMQ === undefined)(
	"where a reading has no time for all pages, several together are whole",
	async () => {
		await declare("many", 2_000);
		const { address } = own().world;
		const patient = openAt(address);
		await patient.read();
		const startMs = performance.now();
		const complete = await patient.read();
		expect(complete.complete).toBe(true);
		const tookMs = performance.now() - startMs;
		const hurried = openAt(address, undefined, Math.round(tookMs / 2));
		const seen = new Map<string, number>();
		let isToldAgain = false;
		for (let tick = 0; tick < 40; tick++) {
			const told = await hurried.read().catch(() => null);
			if (told === null) continue;
			// Whose turn has not come again is told as it was and dated then, and not called silent.
			const dates = new Map(told.readings.map((it) => [it.channel, it.atMs]));
			expect([...seen.keys()].filter((it) => !dates.has(it))).toEqual([]);
			for (const [channel, atMs] of dates) {
				expect(atMs).toBeGreaterThanOrEqual(seen.get(channel) ?? 0);
				isToldAgain ||= atMs === seen.get(channel);
				seen.set(channel, atMs);
			}
			if (!told.complete) continue;
			expect(told.readings.length).toBe(complete.readings.length);
			break;
		}
		expect(seen.size).toBe(complete.readings.length);
		expect(isToldAgain).toBe(true);
	},
	120_000,
);

test("one that is asked for by its name is there, gone, or nobody knows", async () => {
	const { traffic, world } = own();
	await traffic.declare("there");
	const address = parseAddress(world.address);
	if (address === null) throw new Error("No address");
	const client = openClient(address, nothingConfigured);
	const until = () => performance.now() + 5_000;
	const of = (...names: string[]) => missingOf(client, names, until());
	expect(await of("there", "gone")).toMatchObject({
		...{ found: [{ named: { name: "there" } }], areAllKnown: true },
	});
	expect(await of("there", "..")).toMatchObject({ areAllKnown: false });
	expect(
		await of(...Array.from({ length: 51 }, (_, i) => `x${i}`)),
	).toMatchObject({ areAllKnown: false });
	client.close();
});
