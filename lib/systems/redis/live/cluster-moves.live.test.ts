// Does a row stay the row it was while its key moves from one node of a cluster to another?
import { expect, test } from "vitest";
import type { Snapshot } from "#lib/core/reading.ts";
import { eventually } from "#world/eventually.ts";
import { beginMove, endMove, moveKey } from "#world/redis-cluster.ts";
import { openAt } from "../for-tests/own.ts";
import { fill, ownCluster } from "../for-tests/own-cluster.ts";

const own = ownCluster("each try");
const namesIn = ({ readings }: Snapshot) =>
	readings.map(({ channel, group }) => `${channel} ${group}`).sort();

test("a slot that moves while we read loses no row, and shows none twice", async () => {
	const { client, nodes } = own();
	const moving = Array.from({ length: 6 }, (_, i) => `{moving}:${i}`);
	const resting = Array.from({ length: 20 }, (_, i) => `resting-${i}`);
	for (const key of [...moving, ...resting]) await fill(client, key);
	const all = [...moving, ...resting].map((key) => `${key} billing`).sort();
	const connection = openAt(nodes[0]?.address ?? "");

	/** Whatever the moment: nothing twice, and nothing missing where all is said to be known. */
	async function look(): Promise<Snapshot> {
		const snapshot = await connection.read();
		const names = namesIn(snapshot);
		expect(names).toEqual([...new Set(names)]);
		if (snapshot.complete) expect(names).toEqual(all);
		expect(snapshot.gone).toEqual([]);
		expect(snapshot.readings.map(({ trouble }) => trouble)).toEqual(
			names.map(() => null),
		);
		return snapshot;
	}
	const lookAtAll = () =>
		eventually(async () => {
			const snapshot = await look();
			return snapshot.complete ? snapshot : undefined;
		}, 20_000);
	await lookAtAll();

	const from = await own().ownerOf("{moving}");
	const to = nodes.find((node) => node !== from);
	if (!to) throw new Error("There is one node only");
	const slot = Number(await from.client.cluster("KEYSLOT", "{moving}"));
	await beginMove(slot, from, to);
	for (const key of moving.slice(0, 3)) {
		await moveKey(key, from, to);
		await look();
	}
	// Half here, half there, and all of it read.
	await lookAtAll();
	await lookAtAll();
	for (const key of moving.slice(3)) {
		await moveKey(key, from, to);
		await look();
	}
	await endMove(slot, to, nodes);
	await look();
	await lookAtAll();
	await client.call("XADD", "{moving}:1", "*", "n", 4);
	const { readings } = await look();
	expect(
		readings.find(({ channel }) => channel === "{moving}:1"),
	).toMatchObject({ lag: { n: 4, bound: "exact" }, arrived: 4, anew: null });
	const page = { part: "members", sort: "lag", offset: 0, limit: 1 } as const;
	const subscription = {
		...{ broker: "b", kind: "stream", channel: "{moving}:1" },
		group: "billing",
	};
	await expect(connection.look(subscription, page)).resolves.toMatchObject({
		total: 0,
	});
});

test("a stream that is deleted is gone, on whichever node it lay", async () => {
	const { client, address } = own();
	await fill(client, "short-lived");
	const connection = openAt(address);
	await eventually(
		async () =>
			namesIn(await connection.read()).includes("short-lived billing"),
		10_000,
	);
	await client.del("short-lived");
	const { complete, gone } = await connection.read();
	expect(complete).toBe(true);
	expect(gone).toContainEqual({
		...{ kind: "stream", channel: "short-lived", group: "billing" },
		why: "channel deleted",
	});
});

test("streams whose names differ by a number are a family though they lie on different nodes", async () => {
	const { client, address } = own();
	const keys = [1, 2, 3, 4].map((n) => `shard:${n}`);
	for (const key of keys) await fill(client, key);
	const owners = await Promise.all(keys.map((key) => own().ownerOf(key)));
	expect(new Set(owners).size).toBeGreaterThan(1);
	const { readings, version } = await openAt(address).read();
	const families = readings
		.filter(({ channel }) => keys.includes(channel))
		.map(({ family }) => family);
	expect(families).toEqual(keys.map(() => "shard:*"));
	expect(version).toMatch(/ · Cluster × 3$/);
});
