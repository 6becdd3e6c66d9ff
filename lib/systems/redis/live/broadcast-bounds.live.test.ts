// Which channels are told, of how many, to whom, and what is said where nobody listens?
import { expect, test } from "vitest";
import { eventually } from "#world/eventually.ts";
import { shownMax } from "../broadcast/shown.ts";
import {
	deafListener,
	listener,
	openQuick,
	sender,
	until,
} from "../for-tests/audience.ts";
import { ownRedis } from "../for-tests/own.ts";
import { commandsOf, readsKeys } from "../for-tests/viewer.ts";

const own = ownRedis();
const knowsShards = () => !own().version.startsWith("6.");

async function addressWithout(right: string): Promise<string> {
	const rights = commandsOf(own().version).filter((it) => it !== right);
	await own().client.call(
		...(["ACL", "SETUSER", "viewer", "reset", "on", ">pass"] as const),
		...[readsKeys(own().version, "*"), "-@all"],
		...rights.map((it) => `+${it}`),
	);
	return own().world.address.replace("//", "//viewer:pass@");
}

/** How often connections were listed; before 7.0 counted with other questions about them. */
async function lists(): Promise<number> {
	const stats = await own().client.info("commandstats");
	return Number(/cmdstat_client(?:\|list)?:calls=(\d+)/.exec(stats)?.[1] ?? 0);
}

test("where nobody listens there is no row, and nothing is asked about channels", async () => {
	await own().client.config("RESETSTAT");
	const { readings, troubles } = await openQuick(own().world.address).read();
	expect([readings, troubles]).toEqual([[], []]);
	expect(await own().client.info("commandstats")).not.toMatch(
		/_pubsub|_config\|get/,
	);
});

test("of ten thousand channels as many are shown as a board can bear, and the rest is told", async () => {
	const names = Array.from({ length: 10_000 }, (_, i) => `session:${i}`);
	await listener(own(), "subscribe", ...names);
	const connection = openQuick(own().world.address);
	const first = await connection.read();
	const channels = first.readings.filter(({ kind }) => kind === "pub/sub");
	expect(channels).toHaveLength(shownMax);
	expect(first.troubles).toMatchObject([
		{ code: "too much", detail: `${10_000 - shownMax} channels are not shown` },
	]);
	const again = await connection.read();
	expect(again.readings.map(({ channel }) => channel)).toEqual(
		first.readings.map(({ channel }) => channel),
	);
});

test("a channel that is configured is told while nobody listens, and others only as they are heard", async () => {
	const connection = openQuick(own().world.address, {
		...{ expected: ["orders"], patterns: ["chat:*"] },
	});
	await listener(own(), "subscribe", "chat:1", "other");
	const { readings } = await connection.read();
	const channels = readings.filter(({ kind }) => kind === "pub/sub");
	expect(channels.map(({ channel }) => channel).sort()).toEqual([
		...["chat:1", "orders"],
	]);
	expect(channels.find(({ channel }) => channel === "orders")).toMatchObject({
		members: { registered: 0, live: { n: 0, bound: "exact" } },
		notes: [{ code: "nobody listens", values: { expected: 1 } }, {}],
	});
	// A pattern that nobody can name may match it from now on.
	await listener(own(), "psubscribe", "ord*");
	await until(
		connection,
		["pub/sub", "orders"],
		(row) => row?.members?.live?.bound === "at least",
	);
});

test("a channel whose last subscriber left is told for a while", async () => {
	const connection = openQuick(own().world.address);
	const only = await listener(own(), "subscribe", "news");
	const hears = (n: number) =>
		until(
			connection,
			["pub/sub", "news"],
			(row) => row?.members?.registered === n,
		);
	await hears(1);
	// Heard in two lists: no channel that was there for a moment.
	const before = await lists();
	await eventually(async () => {
		await connection.read();
		return (await lists()) - before >= 3 || undefined;
	}, 20_000);
	only.leave();
	const row = await hears(0);
	expect(row?.notes).toContainEqual(
		expect.objectContaining({ code: "nobody listens" }),
	);
});

test("a sharded channel is another one, and its subscriber that falls behind is told there alone", async () => {
	if (!knowsShards()) return;
	const connection = openQuick(own().world.address);
	await deafListener(own(), "SSUBSCRIBE prices");
	await listener(own(), "subscribe", "prices");
	sender(own(), "prices", { bytes: 1000, perSecond: 6e6 }, "SPUBLISH");
	const row = await until(
		connection,
		["sharded pub/sub", "prices"],
		(it) => it?.notes.some(({ code }) => code === "subscriber behind") ?? false,
	);
	expect(row?.members).toMatchObject({ registered: 1 });
	const { readings } = await connection.read();
	const classic = readings.find(({ kind }) => kind === "pub/sub");
	expect(classic?.notes).toEqual([{ code: "nothing kept", values: {} }]);
});

test("without the right to ask about channels those who listen are told, and the right that is missing", async () => {
	await listener(own(), "subscribe", "news");
	const snapshot = await openQuick(await addressWithout("pubsub")).read();
	expect(snapshot.readings).toMatchObject([
		{ kind: "subscribers", members: { registered: 1 } },
	]);
	expect(snapshot.troubles.map(({ part }) => part)).toContain(
		"PUBSUB CHANNELS",
	);
});

test("without the right to list connections channels are told, and that nobody knows what waits", async () => {
	await listener(own(), "subscribe", "news");
	const snapshot = await openQuick(await addressWithout("client|list")).read();
	expect(snapshot.readings).toMatchObject([
		{ kind: "pub/sub", members: { registered: 1 }, trouble: null },
		{ kind: "subscribers", trouble: { part: "CLIENT LIST" } },
	]);
});

test("who may not ask for the limit is told that the usual one is assumed, and of no missing right", async () => {
	await deafListener(own(), "SUBSCRIBE news");
	sender(own(), "news", { bytes: 1000, perSecond: 6e6 });
	const connection = openQuick(await addressWithout("config|get"));
	const row = await until(
		connection,
		["subscribers", "pub/sub"],
		(it) => it?.notes.some(({ code }) => code === "limit assumed") ?? false,
	);
	expect(row?.trouble).toBeNull();
	expect((await connection.read()).troubles).toEqual([]);
});
