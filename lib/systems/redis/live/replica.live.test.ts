// What is known where a replica is read, and what only its original knows?
import { expect, test } from "vitest";
import type { Connection } from "#lib/systems/system.ts";
import { eventually } from "#world/eventually.ts";
import { nothingConfigured } from "../connection/configured.ts";
import { openAt } from "../for-tests/own.ts";
import { fill, ownCluster } from "../for-tests/own-cluster.ts";

const own = ownCluster("each try", { copies: 1 });
const settings = { ...nothingConfigured, readFrom: "replica" as const };

async function rowOf(connection: Connection, key: string) {
	const { readings } = await connection.read();
	return readings.find(({ channel }) => channel === key);
}

test("replicas tell how far behind a group is; who of its members lives is unknown", async () => {
	const { client, nodes, address } = own();
	const keys = ["one", "two", "three", "four"];
	for (const key of keys) {
		await fill(client, key);
		await client.call("XGROUP", "CREATECONSUMER", key, "billing", "ann");
	}
	const connection = openAt(address, settings);
	const snapshot = await eventually(async () => {
		const it = await connection.read();
		const known = it.readings.filter((row) => row.members?.registered === 1);
		return known.length === keys.length ? it : undefined;
	}, 20_000);
	expect(snapshot).toMatchObject({ complete: true, troubles: [] });
	for (const { lag, members } of snapshot.readings) {
		expect(lag).toEqual({ n: 3, bound: "exact" });
		expect(members).toEqual({
			...{ registered: 1, live: null, dead: null },
			...{ stuck: null, unknown: null },
		});
	}
	// The originals were asked where the slots lie, and nothing else.
	for (const { client: node } of nodes.slice(0, nodes.length / 2)) {
		const said = await node.info("commandstats");
		expect(said).not.toContain("cmdstat_xinfo");
		expect(said).not.toContain("cmdstat_scan");
	}
	// Who reads is connected to the original: a copy is not asked who is registered.
	for (const { client: node } of nodes.slice(nodes.length / 2))
		expect(await node.info("commandstats")).not.toMatch(/xinfo\|consumers/);
	const page = { part: "members", sort: "lag", offset: 0, limit: 5 } as const;
	const one = { broker: "b", kind: "stream", channel: "one", group: "billing" };
	const look = await connection.look(one, page);
	expect(look.members.map(({ name }) => name)).toEqual(["ann"]);
});

test("what a replica says that is cut off is not taken for what is: its rows keep what they had", async () => {
	const { client, address } = own();
	await fill(client, "aging");
	const connection = openAt(address, settings);
	await eventually(() => rowOf(connection, "aging"), 20_000);
	const original = await own().ownerOf("aging");
	await original.client.call("ACL", "SETUSER", "default", "-psync", "-sync");
	await original.client.call("CLIENT", "KILL", "TYPE", "replica");
	await client.call("XADD", "aging", "*", "n", 4);
	const old = await eventually(async () => {
		const row = await rowOf(connection, "aging");
		return row?.trouble ? row : undefined;
	}, 20_000);
	expect(old).toMatchObject({ lag: null, trouble: { code: "copy cut off" } });
	await original.client.call("ACL", "SETUSER", "default", "+psync", "+sync");
	const again = await eventually(async () => {
		const row = await rowOf(connection, "aging");
		return row?.lag?.n === 4 ? row : undefined;
	}, 30_000);
	expect(again).toMatchObject({ trouble: null, lost: 0 });
}, 120_000);
