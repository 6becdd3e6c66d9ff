// Is it told how old the unread is, how long it stays, what was removed unread, and which group keeps a stream from being cut?
import { expect, test } from "vitest";
import type { Reading } from "#lib/core/reading.ts";
import { wholeEn as en } from "#lib/say/en/spoken.tsx";
import { noteSentence } from "#lib/say/sentence.ts";
import { eventually } from "#world/eventually.ts";
import { openAt, ownRedis } from "../for-tests/own.ts";

const own = ownRedis();
const open = () => openAt(own().world.address);
const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

async function write(key: string, ids: readonly string[]) {
	const writing = own().client.pipeline();
	for (const id of ids) writing.xadd(key, id, "n", 1);
	await writing.exec();
}

const read = (key: string, group: string, count: number) =>
	own().client.xreadgroup(
		...(["GROUP", group, "one", "COUNT", count] as const),
		...(["NOACK", "STREAMS", key, ">"] as const),
	);

const hold = (key: string, group: string, count: number) =>
	own().client.xreadgroup(
		...(["GROUP", group, "one", "COUNT", count] as const),
		...(["STREAMS", key, ">"] as const),
	);

const of = (readings: readonly Reading[], group: string) => {
	const found = readings.find((it) => it.group === group);
	if (!found) throw new Error(`No ${group}`);
	return found;
};

const said = ({ notes }: Reading) =>
	notes.map((note) => noteSentence(en, note).replaceAll("\u00a0", " "));

test("the first unread message tells how old the unread is, wherever a group stands", async () => {
	const { client } = own();
	const nowMs = Date.now();
	const ids = Array.from(
		{ length: 10 },
		(_, i) => `${nowMs - (10 - i) * hourMs}-0`,
	);
	await write("orders", ids);
	for (const [group, count] of [
		["none", 0],
		["some", 4],
		["all", 10],
	] as const) {
		await client.xgroup("CREATE", "orders", group, "0");
		if (count > 0) await read("orders", group, count);
	}
	const connection = open();
	const hoursOf = async () => {
		const { readings } = await connection.read();
		return ["none", "some", "all"].map((group) => {
			const age = of(readings, group).timeLagMs;
			expect(age?.bound).toBe("exact");
			return Math.floor((age?.n ?? -1) / hourMs);
		});
	};
	expect(await hoursOf()).toEqual([10, 6, 0]);
	await read("orders", "some", 2);
	expect(await hoursOf()).toEqual([10, 4, 0]);
	await client.xtrim("orders", "MAXLEN", 8);
	expect(await hoursOf()).toEqual([8, 4, 0]);
});

test("ids that somebody makes by hand tell no time", async () => {
	const { client } = own();
	await write("orders", ["1-0", "2-0", "3-0"]);
	await client.xgroup("CREATE", "orders", "g", "0");
	const connection = open();
	expect(of((await connection.read()).readings, "g").timeLagMs).toBeNull();
	await read("orders", "g", 1);
	expect(of((await connection.read()).readings, "g").timeLagMs).toBeNull();
	await read("orders", "g", 2);
	expect(of((await connection.read()).readings, "g").timeLagMs).toEqual({
		...{ n: 0, bound: "exact" },
	});
});

/** Entries from three days ago until now, in even steps. */
function threeDays(entries: number): string[] {
	const nowMs = Date.now();
	const stepMs = Math.floor((3 * dayMs) / entries);
	return Array.from(
		{ length: entries },
		(_, i) => `${nowMs - (entries - 1 - i) * stepMs}-0`,
	);
}

test("while nobody reads, what is removed unread is lost and not read", async () => {
	const { client } = own();
	await write("orders", threeDays(10));
	await client.xgroup("CREATE", "orders", "g", "0");
	await read("orders", "g", 10);
	const connection = open();
	const first = of((await connection.read()).readings, "g");
	for (let i = 1; i <= 20; i++) {
		await client.xadd("orders", "MAXLEN", 5, "*", "n", i);
		const now = of((await connection.read()).readings, "g");
		expect(now.departed).toBe(first.departed);
		expect(now.arrived).toBe((first.arrived ?? 0) + i);
		expect(now.lag).toEqual({ n: Math.min(i, 5), bound: "exact" });
		expect(now.lost).toBe(Math.max(0, i - 5));
	}
	await read("orders", "g", 100);
	const last = of((await connection.read()).readings, "g");
	expect(last).toMatchObject({ lag: { n: 0 }, lost: 0 });
	expect(last.departed).toBe(last.arrived);
});

test("a stream from which nothing was ever removed is said to be that, once it is long and old and read", async () => {
	const { client } = own();
	const ids = threeDays(10_000);
	await write("orders", ids);
	for (const group of ["a", "b"]) {
		await client.xgroup("CREATE", "orders", group, "0");
		await read("orders", group, 10_000);
	}
	const connection = open();
	for (let i = 0; i < 2; i++)
		for (const reading of (await connection.read()).readings)
			expect(said(reading)).toEqual([
				"Nothing was ever removed here: 10,000 messages of 3 d are kept, though every group has read nearly all of them; without a limit it only grows",
			]);
	await client.xdel("orders", ids[5] ?? "");
	// Read to its end, its length is asked for now and then, and only where something is written.
	await eventually(async () => {
		await client.set("something else", "1");
		const { readings } = await connection.read();
		return readings.every((it) => said(it).length === 0) || undefined;
	}, 10_000);
});

test("the one group that keeps a stream from being cut is named, and how much it keeps", async () => {
	const { client } = own();
	await write("orders", threeDays(3000));
	for (const [group, count] of [
		["quick", 3000],
		["slow", 100],
	] as const) {
		await client.xgroup("CREATE", "orders", group, "0");
		await read("orders", group, count);
	}
	const connection = open();
	const { readings } = await connection.read();
	expect(said(of(readings, "quick"))).toEqual([]);
	expect(said(of(readings, "slow"))).toEqual([
		expect.stringMatching(
			/^Keeps about 2,900 messages from being removed without loss: it has yet to read what is 2 d .* old, the next slowest group only 0 s$/,
		),
	]);
	await read("orders", "slow", 3000);
	await client.xgroup("CREATE", "orders", "holder", "0");
	await hold("orders", "holder", 1);
	await read("orders", "holder", 3000);
	const later = (await connection.read()).readings;
	expect(said(of(later, "slow"))).toEqual([]);
	expect(said(of(later, "holder"))).toEqual([
		expect.stringMatching(/^Holds a message that is 3 d old: nothing newer/),
	]);
});

test("how long until unread messages are removed is foretold, about as it then comes", async () => {
	const { client } = own();
	const kept = 1300;
	await write("orders", threeDays(kept));
	await client.xgroup("CREATE", "orders", "g", "0");
	await read("orders", "g", kept);
	const connection = open();
	// A count that may drift is believed once the group was seen to have read all.
	await connection.read();
	const startMs = performance.now();
	let written = 0;
	/** Forty a second come and eight are read, however slow this machine is: the edge comes nearer by 32. */
	const goOn = async () => {
		const due = Math.floor((performance.now() - startMs) / 25) - written;
		const coming = due - (due % 5);
		const writing = client.pipeline();
		for (let n = 0; n < coming; n++)
			writing.xadd("orders", "MAXLEN", kept, "*", "n", n);
		await writing.exec();
		written += coming;
		if (coming > 0) await read("orders", "g", coming / 5);
		return of((await connection.read()).readings, "g");
	};
	const foretold = await eventually(
		async () => (await goOn()).marginMs ?? undefined,
		35_000,
		250,
	);
	expect(foretold.bound).toBe("about");
	const sinceMs = performance.now();
	await eventually(
		async () => {
			await goOn();
			const unread = written - written / 5;
			return unread > kept || undefined;
		},
		40_000,
		250,
	);
	const cameMs = performance.now() - sinceMs;
	expect(foretold.n).toBeGreaterThan(cameMs / 2 - 3000);
	expect(foretold.n).toBeLessThan(cameMs * 2 + 3000);
}, 90_000);
