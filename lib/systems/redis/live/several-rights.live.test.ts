// Are the rights that our documents ask for enough where there are several servers?
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import type { Snapshot } from "#lib/core/reading.ts";
import { eventually } from "#world/eventually.ts";
import { beginMove, endMove, moveKey } from "#world/redis-cluster.ts";
import { startSentinelSet } from "#world/redis-sentinel.ts";
import { Secret } from "../../address.ts";
import { nothingConfigured } from "../connection/configured.ts";
import { openAt } from "../for-tests/own.ts";
import { fill, ownCluster } from "../for-tests/own-cluster.ts";
import { viewerOf } from "../for-tests/viewer.ts";

const keys = ["a", "b", "c", "d", "{slot}:1", "{slot}:2"];
const channelsIn = ({ readings }: Snapshot) =>
	readings
		.filter(({ kind }) => kind === "stream")
		.map(({ channel }) => channel)
		.sort();
const missingIn = ({ troubles }: Snapshot) =>
	troubles.filter(({ code }) => code === "right missing");

describe("in a cluster,", () => {
	const own = ownCluster("each try", { copies: 1 });

	test("through a slot on its way, and from its replicas", async () => {
		const { nodes, client, address } = own();
		const [version = ""] =
			/(?<=^redis_version:)\S+/m.exec((await nodes[0]?.client.info()) ?? "") ??
			[];
		const inCluster = ["+cluster|slots", "+asking", "+readonly"];
		const rules = [...viewerOf(version), ...inCluster];
		for (const node of nodes)
			await node.client.call("ACL", "SETUSER", "viewer", ...rules);
		for (const key of keys) await fill(client, key);
		const from = await own().ownerOf("{slot}");
		const to = nodes.find((node, i) => i < nodes.length / 2 && node !== from);
		if (!to) throw new Error("There is one original only");
		const slot = Number(await from.client.cluster("KEYSLOT", "{slot}"));
		await beginMove(slot, from, to);
		await moveKey("{slot}:1", from, to);
		const asViewer = address.replace("//", "//viewer:pass@");
		const original = openAt(asViewer);
		const whole = (connection: typeof original) =>
			eventually(async () => {
				const snapshot = await connection.read();
				const isAll = channelsIn(snapshot).length === keys.length;
				return isAll && snapshot.complete ? snapshot : undefined;
			}, 20_000);
		expect(missingIn(await whole(original))).toEqual([]);
		await moveKey("{slot}:2", from, to);
		await endMove(slot, to, nodes.slice(0, nodes.length / 2));
		const settings = { ...nothingConfigured, readFrom: "replica" as const };
		const fromCopies = await whole(openAt(asViewer, settings));
		expect(missingIn(fromCopies)).toEqual([]);
	});
});

test("of Sentinel itself", async () => {
	const folder = await mkdtemp(join(tmpdir(), "tidemark-watched-"));
	const rules = "-@all +client|setname +sentinel|master +sentinel|replicas";
	const lines = [`user viewer on >pass resetchannels ${rules}`];
	const set = await startSentinelSet({ folder, silentMs: 600_000, lines });
	onTestFinished(async () => {
		await set.stop();
		await rm(folder, { recursive: true, force: true });
	});
	const sentinel = { user: "viewer", password: new Secret("pass") };
	for (const readFrom of ["original", "replica"] as const) {
		const settings = { ...nothingConfigured, sentinel, readFrom };
		const snapshot = await openAt(set.address, settings).read();
		expect(snapshot).toMatchObject({ complete: true, troubles: [] });
	}
});
