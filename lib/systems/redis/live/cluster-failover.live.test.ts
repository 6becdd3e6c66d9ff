// Does what is known of a part of a cluster go over to the node that takes it over, so that lost writes are noticed?
import { expect, test } from "vitest";
import { eventually } from "#world/eventually.ts";
import type { ClusterNode } from "#world/redis-cluster.ts";
import { boardOf, notesIn } from "../for-tests/board.ts";
import { openAt } from "../for-tests/own.ts";
import { fill, ownCluster } from "../for-tests/own-cluster.ts";

const own = ownCluster("each try", { copies: 1, silentMs: 4000 });

async function pair(key: string) {
	const original = await own().ownerOf(key);
	const { nodes } = own();
	const copy = nodes[nodes.indexOf(original) + nodes.length / 2];
	if (!copy) throw new Error("It has no copy");
	return { original, copy };
}

/** A key that does not lie there. */
async function elsewhere(original: ClusterNode): Promise<string> {
	for (let i = 0; i < 1000; i++)
		if ((await own().ownerOf(`other-${i}`)) !== original) return `other-${i}`;
	throw new Error("Everything lies on one node");
}

const roleOf = async ({ client }: ClusterNode) =>
	/role:(\w+)/.exec(await client.info("replication"))?.[1];

test("a copy that takes over without the last messages fell back, by how many, and nothing alarms", async () => {
	await fill(own().client, "orders", 10);
	const { original, copy } = await pair("orders");
	const other = await elsewhere(original);
	await fill(own().client, other, 3);
	await original.client.call(
		...["xreadgroup", "GROUP", "billing", "one", "NOACK"],
		...["STREAMS", "orders", ">"],
	);
	await eventually(async () => {
		await copy.client.readonly();
		const groups = await copy.client.call("XINFO", "GROUPS", "orders");
		return /,lag,0$/.test(String(groups)) || undefined;
	}, 20_000);
	const board = boardOf(openAt(own().address));
	const before = await board();
	const caughtUp = "billing healthy: Caught up";
	expect(before.said).toContain(caughtUp);
	await original.client.call("ACL", "SETUSER", "default", "-psync", "-sync");
	await original.client.call("CLIENT", "KILL", "TYPE", "replica");
	for (let i = 0; i < 7; i++)
		await original.client.call("XADD", "orders", "*", "n", i);
	await board();
	await original.kill();
	await eventually(
		async () => ((await roleOf(copy)) === "master" ? true : undefined),
		45_000,
	);
	const after = await eventually(async () => {
		const snapshot = await board();
		return snapshot.complete ? snapshot : undefined;
	}, 30_000);
	const orders = after.readings.findIndex(
		({ channel }) => channel === "orders",
	);
	expect(after.said[orders]).toBe(
		"billing unknown: The server fell back to an older state: judged from now on",
	);
	expect(after.readings[orders]).toMatchObject({ lag: { n: 0 }, arrived: 10 });
	expect(notesIn(after).join().replaceAll("\u00a0", " ")).toContain(
		"knows 7 messages fewer",
	);
	const others = after.readings.filter(({ anew }) => anew === null);
	expect(others.map(({ channel }) => channel)).toEqual([other]);
}, 120_000);
