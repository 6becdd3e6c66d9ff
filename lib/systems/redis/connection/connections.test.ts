// What does a server's description of itself tell of its connections, and when are they nearly all?
import { expect, test } from "vitest";
import { connectionsIn, crowdedIn } from "./connections.ts";

const info = (fields: Record<string, string | number>) =>
	Object.entries(fields)
		.map(([name, value]) => `${name}:${value}\r\n`)
		.join("");

test.each([
	["few of many", { connected_clients: 41, maxclients: 10_000 }, 41, 10_000],
	["of nobody knows how many", { connected_clients: 41 }, 41, null],
	["of 0, which is no limit", { connected_clients: 1, maxclients: 0 }, 1, null],
	["nobody knows how many", { maxclients: 10_000 }, null, 10_000],
	["what may not be asked", {}, null, null],
	[
		"replicas, and what goes between the nodes of a cluster",
		{
			...{ connected_clients: 41, connected_slaves: 2 },
			...{ cluster_connections: 10, maxclients: 100 },
		},
		...[53, 100],
	],
	[
		"replicas, where nobody knows how many clients",
		{ connected_slaves: 2, maxclients: 100 },
		...[null, 100],
	],
] as const)("%s", (_, fields, open, most) => {
	expect(connectionsIn(info(fields))).toEqual({ open, most });
});

test.each([
	[89, 100, false],
	[90, 100, true],
	[100, 100, true],
	[9, 10, true],
	[0, 10, false],
] as const)("%i of %i: short is %s", (open, most, isShort) => {
	const text = info({ connected_clients: open, maxclients: most });
	const found = crowdedIn(text);
	expect(found?.code ?? null).toBe(isShort ? "connections short" : null);
	if (isShort)
		expect(found?.detail).toBe(`connected_clients:${open} maxclients:${most}`);
});

test("replicas and nodes fill a server as well, and are named where there are any", () => {
	const clients = { connected_clients: 85, maxclients: 100 };
	const alone = { ...clients, connected_slaves: 0, cluster_connections: 0 };
	expect(crowdedIn(info(alone))).toBeNull();
	const cluster = { ...clients, connected_slaves: 1, cluster_connections: 4 };
	expect(crowdedIn(info(cluster))?.detail).toBe(
		"connected_clients:85 connected_slaves:1 cluster_connections:4 maxclients:100",
	);
	const copied = { ...clients, connected_slaves: 5, cluster_connections: 0 };
	expect(crowdedIn(info(copied))?.detail).toBe(
		"connected_clients:85 connected_slaves:5 maxclients:100",
	);
});

test.each([
	["without a limit", { connected_clients: 9_999 }],
	["of which one knows the limit alone", { maxclients: 1 }],
	["that tells nothing", {}],
])("a server %s is never short of them", (_, fields) => {
	expect(crowdedIn(info(fields))).toBeNull();
});
