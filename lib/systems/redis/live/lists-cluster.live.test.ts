// Are lists of a cluster seen on whichever node they lie, also where the two of a pair do not lie together?
import { expect, test } from "vitest";
import { eventually } from "#world/eventually.ts";
import { nothingConfigured } from "../connection/configured.ts";
import { listsOf } from "../for-tests/jobs.ts";
import { openAt } from "../for-tests/own.ts";
import { ownCluster } from "../for-tests/own-cluster.ts";
import { nothingOfLists } from "../lists/configured.ts";

const own = ownCluster("each try");

test("pairs are told on every node, once each, and one whose other half lies elsewhere hides no other", async () => {
	const { client, address } = own();
	const pairs = ["{a}", "{b}", "{c}", "{d}"];
	const owners = await Promise.all(pairs.map((key) => own().ownerOf(key)));
	expect(new Set(owners).size).toBeGreaterThan(1);
	async function fill(key: string) {
		await client.lpush(key, "x", "y", "z");
		await client.lmove(key, `${key}:processing`, "RIGHT", "LEFT");
	}
	// One on each node that belongs to a list of another slot.
	for (let i = 0; i < 30; i++) await client.lpush(`apart-${i}:processing`, "x");
	const connection = openAt(address, {
		...nothingConfigured,
		lists: nothingOfLists,
	});
	await listsOf(connection);
	for (const key of pairs) await fill(key);
	const told = await eventually(async () => {
		const lists = await listsOf(connection);
		const found = lists.filter(({ channel }) => pairs.includes(channel));
		return found.length >= pairs.length ? found : undefined;
	}, 30_000);
	expect(
		told.map(({ channel, lag, holding }) => [channel, lag?.n, holding]),
	).toEqual(pairs.map((key) => [key, 2, 1]));
});
