// Does a clean-up go from the wish to the proof and back again, through the real collector and a real broker?
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { endings } from "#lib/core/clean-up/outcome.ts";
import { openStore } from "#lib/store/open.ts";
import { ownRedis } from "#lib/systems/redis/for-tests/own.ts";
import { eventually } from "#world/eventually.ts";
import {
	accountOf,
	askingOf,
	fill,
	group,
	startMain,
} from "../for-tests/killing.ts";

const own = ownRedis();
const messages = 250;

async function scene(flags: readonly string[] = []) {
	const { client, world } = own();
	const folder = await mkdtemp(join(tmpdir(), "tidemark-whole-"));
	onTestFinished(() => rm(folder, { recursive: true, force: true }));
	const store = await openStore(join(folder, "store"));
	onTestFinished(() => store.close());
	await fill(client, "orders", messages);
	const collector = startMain(folder, world.address, flags);
	onTestFinished(async () => void (await collector.kill()));
	return { client, store, ...(await askingOf(store)) };
}

test("what a dead member held is settled and proved, seen again later, and given back with owner and count", async () => {
	const { client, store, approve, reaches } = await scene();
	const before = await client.xpending("orders", group, "-", "+", 999);
	const id = await approve("orders");
	const { undertaking } = await reaches(id, endings);
	expect(undertaking?.targets).toMatchObject([
		{
			outcome: { ending: "done", messagesDone: messages, membersRemoved: 1 },
			kept: messages,
		},
	]);
	const settled = { copied: messages, held: 0, wrong: [] };
	expect(await accountOf(client, "orders", messages)).toEqual(settled);

	await eventually(async () => {
		const errand = await store.errands.find(id);
		return errand?.undertaking?.targets[0]?.afterwards[0];
	}, 40_000);

	const undo = await approve("orders", { action: "undo", errand: id });
	const undone = await reaches(undo, endings);
	expect(undone.undertaking?.targets).toMatchObject([
		{ outcome: { ending: "done", messagesDone: messages } },
	]);
	const given = { copied: 0, held: messages, wrong: [] };
	expect(await accountOf(client, "orders", messages)).toEqual(given);
	const after = await client.xpending("orders", group, "-", "+", 999);
	const withoutIdle = (rows: unknown[]) =>
		rows.map((row) => Array.isArray(row) && [row[0], row[1], row[3]]);
	expect(withoutIdle(after)).toEqual(withoutIdle(before));
	expect((await store.errands.find(id))?.undertaking?.undoneBy).toBe(undo);
	expect(await store.record.verify()).toMatchObject({ isWhole: true });
}, 120_000);

test("a collector that may only read draws no plan, whatever stands in the store", async () => {
	const { client, store, approve } = await scene(["--read-only"]);
	await expect(approve("orders")).rejects.toThrow("read-only");
	const held = { copied: 0, held: messages, wrong: [] };
	expect(await accountOf(client, "orders", messages)).toEqual(held);
	expect(await client.xinfo("CONSUMERS", "orders", group)).toHaveLength(1);
	expect(await store.record.lines(0, 9)).toEqual([]);
}, 120_000);
