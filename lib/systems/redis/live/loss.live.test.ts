// Is it told before a stream goes as a whole, and why it went: its time was over, or the server needed the room?
import { expect, onTestFinished, test } from "vitest";
import type { GoneFact } from "#lib/core/gone.ts";
import type { Reading } from "#lib/core/reading.ts";
import { wholeEn as en } from "#lib/say/en/spoken.tsx";
import { noteSentence } from "#lib/say/sentence.ts";
import { eventually } from "#world/eventually.ts";
import type { Connection } from "../../system.ts";
import { openAt, ownRedis } from "../for-tests/own.ts";

const own = ownRedis();
const open = () => openAt(own().world.address);
const minuteMs = 60_000;

/** One group has read all of it, the other nothing. */
async function orders(messages = 5) {
	const { client } = own();
	for (let i = 0; i < messages; i++) await client.xadd("orders", "*", "n", i);
	await client.xgroup("CREATE", "orders", "all", "$");
	await client.xgroup("CREATE", "orders", "none", "0");
}

const of = (readings: readonly Reading[], group: string) => {
	const found = readings.find((it) => it.group === group);
	if (!found) throw new Error(`No ${group}`);
	return found;
};

const said = ({ notes }: Reading) =>
	notes.map((note) => noteSentence(en, note).replaceAll("\u00a0", " "));

/** Everything told until somebody is told why it went. */
async function whyGone(connection: Connection, group: string) {
	const facts: GoneFact[] = [];
	return eventually(async () => {
		facts.push(...(await connection.read()).gone);
		const last = facts.findLast((fact) => fact.group === group);
		return last?.why === "channel deleted" ? undefined : last?.why;
	}, 20_000);
}

test("a stream with a time to live says how long that is, as the margin of whoever has not read it all", async () => {
	const { client } = own();
	await orders();
	const connection = open();
	const first = (await connection.read()).readings;
	expect(of(first, "none").marginMs).toBeNull();
	expect(first.flatMap(said)).toEqual([]);

	await client.expire("orders", 600);
	// A stream that had none is asked again after a minute; one that is new to us at once.
	const second = open();
	const { readings } = await second.read();
	const left = of(readings, "none").marginMs;
	expect(left?.bound).toBe("about");
	expect(left?.n).toBeGreaterThan(8 * minuteMs);
	expect(left?.n).toBeLessThanOrEqual(10 * minuteMs);
	expect(of(readings, "all").marginMs).toBeNull();
	for (const group of ["all", "none"])
		expect(said(of(readings, group))).toEqual([
			expect.stringMatching(
				/^It has a time to live: in about (10|9) min.* all of it is removed, with its groups and whatever they have not read/,
			),
		]);

	await client.expire("orders", 3600);
	const renewed = of((await second.read()).readings, "none").marginMs;
	expect(renewed?.n).toBeGreaterThan(50 * minuteMs);
	await client.persist("orders");
	const kept = (await second.read()).readings;
	expect(of(kept, "none").marginMs).toBeNull();
	expect(kept.flatMap(said)).toEqual([]);
});

test("a stream whose time is over went for that reason, and one that somebody deleted did not", async () => {
	const { client } = own();
	await orders();
	await client.pexpire("orders", 1500);
	const connection = open();
	expect(
		of((await connection.read()).readings, "none").marginMs,
	).not.toBeNull();
	expect(await whyGone(connection, "none")).toBe("ran out");

	await orders();
	await client.expire("orders", 600);
	await eventually(
		async () =>
			(await connection.read()).readings.find((it) => it.group === "none"),
		20_000,
	);
	await client.del("orders");
	const { gone } = await connection.read();
	expect(gone).toContainEqual(
		expect.objectContaining({ group: "none", why: "channel deleted" }),
	);
	expect((await connection.read()).gone).toEqual([]);
});

test("a server that needs room removes a stream whole, and that is told as what it was", async () => {
	const { client } = own();
	await makeTight();
	await orders();
	const connection = open();
	await connection.read();
	await fillUntilGone();
	expect(await whyGone(connection, "none")).toBe("evicted");
	expect((await connection.read()).readings).toEqual([]);

	// Who writes on makes another stream of the name, without the group.
	await client.flushall();
	await orders();
	await eventually(
		async () =>
			(await connection.read()).readings.find((it) => it.group === "none"),
		20_000,
	);
	await fillUntilGone();
	await client.flushall();
	await client.xadd("orders", "*", "n", 1);
	expect(await whyGone(connection, "none")).toBe("evicted");
});

/** As a connection says it that comes anew: the server as a whole is asked four times a minute. */
async function standing() {
	const connection = open();
	await connection.read();
	return (await connection.read()).standing;
}

test("what a restart would lose is told as it is set up", async () => {
	const { client } = own();
	onTestFinished(async () => {
		await client.config("SET", "appendonly", "yes");
	});
	await orders();
	expect(await standing()).toEqual([{ code: "logged", values: {} }]);
	await client.config("SET", "appendonly", "no");
	await client.xadd("orders", "*", "n", 1);
	const [told] = await standing();
	expect(told?.values.changes).toBeGreaterThan(0);
	await client.save();
	expect(await standing()).toEqual([]);
	await client.xadd("orders", "*", "n", 1);
	expect(await standing()).toMatchObject([
		{ code: "saved", values: { changes: 1 } },
	]);
});

test("what would go from a full memory is told before it is full", async () => {
	const { client } = own();
	await makeTight();
	await orders();
	expect(await standing()).toContainEqual({
		...{ code: "evicts any" },
		values: { policy: "allkeys-lru", percent: expect.any(Number) },
	});
	await client.config("SET", "maxmemory-policy", "volatile-lru");
	const codes = (await standing()).map(({ code }) => code);
	expect(codes).not.toContain("evicts what expires");
	await client.expire("orders", 600);
	expect(await standing()).toContainEqual({
		...{ code: "evicts what expires" },
		values: {
			...{ policy: "volatile-lru", channels: 1 },
			percent: expect.any(Number),
		},
	});
});

/** A little room more than it uses now, and anything may go. */
async function makeTight() {
	const { client } = own();
	onTestFinished(async () => {
		await client.config("SET", "maxmemory", 0);
		await client.config("SET", "maxmemory-policy", "noeviction");
	});
	const used = /^used_memory:(\d+)/m.exec(await client.info("memory"))?.[1];
	await client.config("SET", "maxmemory-policy", "allkeys-lru");
	await client.config("SET", "maxmemory", Number(used) + 4_000_000);
}

async function fillUntilGone() {
	const { client } = own();
	const payload = "x".repeat(20_000);
	let written = 0;
	await eventually(
		async () => {
			const writing = client.pipeline();
			for (let i = 0; i < 100; i++) writing.set(`other:${written++}`, payload);
			await writing.exec();
			return (await client.exists("orders")) === 0 || undefined;
		},
		30_000,
		1,
	);
}
