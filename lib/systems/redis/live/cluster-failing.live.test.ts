// What is still read of a cluster when one of its nodes is away, or may not be dialled?
import { afterEach, beforeAll, expect, onTestFinished, test } from "vitest";
import type { Snapshot } from "#lib/core/reading.ts";
import { startChaos } from "#world/chaos.ts";
import { eventually } from "#world/eventually.ts";
import type { ClusterNode } from "#world/redis-cluster.ts";
import { nothingConfigured } from "../connection/configured.ts";
import { openAt } from "../for-tests/own.ts";
import { fill, ownCluster } from "../for-tests/own-cluster.ts";

const own = ownCluster("all tests");
const keys = Array.from({ length: 12 }, (_, i) => `stream-${i}`);
const keysOf = new Map<ClusterNode, string[]>();

beforeAll(async () => {
	for (const key of keys) {
		await fill(own().client, key);
		const owner = await own().ownerOf(key);
		keysOf.set(owner, [...(keysOf.get(owner) ?? []), key].sort());
	}
	expect([...keysOf.keys()]).toHaveLength(3);
});
afterEach(() => {
	for (const node of own().nodes) node.thaw();
});

const placeOf = ({ port }: { readonly port: number }) => `127.0.0.1:${port}`;
const others = (away: ClusterNode) =>
	[...keysOf].flatMap(([node, those]) => (node === away ? [] : those)).sort();

async function whole(connection: ReturnType<typeof openAt>) {
	return eventually(async () => {
		const snapshot = await connection.read();
		return snapshot.complete ? snapshot : undefined;
	}, 20_000);
}
const channelsIn = ({ readings }: Pick<Snapshot, "readings">) =>
	readings.map(({ channel }) => channel).sort();
/** Those that were read, and those that keep what they had. */
const heardIn = ({ readings }: Pick<Snapshot, "readings">) =>
	channelsIn({ readings: readings.filter(({ trouble }) => !trouble) });
const lostIn = ({ readings }: Pick<Snapshot, "readings">, part: string) =>
	channelsIn({
		readings: readings.filter(({ trouble }) => trouble?.part === part),
	});

test.each([0, 1, 2])(
	"node %i is frozen: the others are read, its rows are not said to be gone, and it is named",
	async (number) => {
		const connection = openAt(own().address);
		expect(channelsIn(await whole(connection))).toEqual(keys.toSorted());
		const away = own().nodes[number];
		if (!away) throw new Error("There is no such node");
		away.freeze();
		for (let tick = 0; tick < 2; tick++) {
			const { complete, gone, readings, troubles } = await connection.read();
			expect(complete).toBe(false);
			expect(gone).toEqual([]);
			expect(heardIn({ readings })).toEqual(others(away));
			const lost = lostIn({ readings }, placeOf(away));
			expect(lost).toEqual(keysOf.get(away));
			expect(troubles).toContainEqual(
				expect.objectContaining({ code: "no answer", part: placeOf(away) }),
			);
		}
		away.thaw();
		expect(channelsIn(await whole(connection))).toEqual(keys.toSorted());
	},
);

test("a node that is killed is unreachable by name, and read again once it is back", async () => {
	const connection = openAt(own().address);
	await whole(connection);
	const [away] = own().nodes;
	if (!away) throw new Error("There is no node");
	await away.kill();
	try {
		const { complete, readings, troubles } = await connection.read();
		expect(complete).toBe(false);
		expect(heardIn({ readings })).toEqual(others(away));
		expect(troubles).toContainEqual(
			expect.objectContaining({ code: "unreachable", part: placeOf(away) }),
		);
	} finally {
		await away.restart();
		await whole(connection);
	}
});

test("nodes are dialled where the settings say, and nowhere else", async () => {
	const [first, second, third] = own().nodes;
	if (!first || !second || !third) throw new Error("There are not three nodes");
	const chaos = await startChaos({ port: second.port });
	try {
		const nodes = new Map([
			[placeOf(first), { host: "127.0.0.1", port: first.port }],
			[placeOf(second), { host: "127.0.0.1", port: chaos.port }],
		]);
		const settings = { ...nothingConfigured, nodes };
		const snapshot = await openAt(first.address, settings).read();
		expect(snapshot.complete).toBe(false);
		expect(channelsIn(snapshot)).toEqual(others(third));
		expect(snapshot.troubles).toContainEqual({
			...{ code: "address not listed", part: placeOf(third), detail: "" },
		});
	} finally {
		await chaos.close();
	}
});

test("who may not ask for the slots is told of one node, and that it is only one", async () => {
	const [first] = own().nodes;
	if (!first) throw new Error("There is no node");
	await first.client.call(
		...["ACL", "SETUSER", "narrow", "on", ">pass", "~*", "+@all"],
		"-cluster",
	);
	const address = first.address.replace("//", "//narrow:pass@");
	const { readings, troubles } = await openAt(address).read();
	expect(channelsIn({ readings })).toEqual(keysOf.get(first));
	expect(troubles.map(({ code, part }) => `${code} ${part}`).sort()).toEqual([
		"one node only ",
		"right missing CLUSTER SLOTS",
	]);
});

test("a slot that nobody serves hides what lies in it, and nothing else", async () => {
	const { nodes } = own();
	// Programs that keep jobs in lists are known by such a key, so every node is asked for it.
	const mark = "rq:queues";
	const owner = await own().ownerOf(mark);
	const slot = Number(await owner.client.cluster("KEYSLOT", mark));
	onTestFinished(async () => {
		await owner.client.cluster("ADDSLOTS", slot).catch(() => null);
		for (const node of nodes) await knowsAllSlots(node);
	});
	for (const { client } of nodes)
		await client.cluster("DELSLOTS", slot).catch(() => null);
	const { complete, readings, troubles } = await openAt(own().address).read();
	expect(complete).toBe(false);
	expect(heardIn({ readings })).toEqual(keys.toSorted());
	expect(troubles.map(({ code }) => code)).toEqual(["partly unserved"]);
});

const knowsAllSlots = ({ client }: ClusterNode) =>
	eventually(async () => {
		const text = String(await client.cluster("INFO"));
		return text.includes("cluster_slots_assigned:16384") || undefined;
	}, 60_000);
