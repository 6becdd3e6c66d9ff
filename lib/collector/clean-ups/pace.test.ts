// Is the pace of a replay that at which the group worked last, be it now or days ago, and part of what is approved?
import { expect, onTestFinished, test } from "vitest";
import type { CleanUp } from "#lib/core/clean-up/clean-up.ts";
import { planOf } from "#lib/core/clean-up/for-tests.ts";
import {
	sampleOf,
	thinAll,
	tickOf,
	writeTicks,
} from "#lib/store/contract-history-scene.ts";
import { openStore } from "#lib/store/open.ts";
import type { Store } from "#lib/store/store.ts";
import { idOfChannel, newFolder, scene } from "../for-tests/clean-ups.ts";
import { hashOf } from "./hash.ts";
import { lastPaceOf } from "./pace.ts";

const everyMs = 5_000;
const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;
const orders = idOfChannel("orders");

/** Seen for eight minutes, of which it does a hundred a second for five. */
async function worked(store: Store, beganMs: number): Promise<void> {
	const ticks = Array.from({ length: 96 }, (_, i) => {
		const departed = 500 * Math.min(Math.max(i - 12, 0), 60);
		const sample = sampleOf("orders", { departed });
		return tickOf(beganMs + i * everyMs, [sample], { everyMs });
	});
	await writeTicks(store, ...ticks);
}

async function storeOf(): Promise<Store> {
	const store = await openStore(await newFolder());
	onTestFinished(() => store.close());
	return store;
}

const nowMs = 1_800_000_000_000;

test.each([
	["ten minutes", 10 * minuteMs, 100],
	["five hours", 5 * 60 * minuteMs, 100],
	["three days", 3 * dayMs, 100],
	["eight days", 8 * dayMs, null],
])("it worked %s ago: %d ms, %d a second", async (_, agoMs, pace) => {
	const store = await storeOf();
	await worked(store, nowMs - agoMs);
	await thinAll(store, nowMs);
	const told = await lastPaceOf(orders, store.history, nowMs);
	if (pace === null) expect(told).toBeNull();
	// A minute it only began to work in counts as a whole one, once nothing finer is kept.
	else expect(Math.abs((told ?? 0) / pace - 1)).toBeLessThan(0.5);
});

test("nobody remembers what was never seen", async () => {
	const { history } = await storeOf();
	expect(await lastPaceOf(orders, history, nowMs)).toBeNull();
});

const reset: CleanUp = {
	...{ action: "reset", partitions: null, to: { place: "first" } },
};

test("a plan to read on elsewhere tells it, as part of what is approved, and so does what takes it back; no other plan does", async () => {
	const { web, ask, approve, reaches } = await scene();
	await worked(web, Date.now() - 10 * minuteMs);
	const planned = async (...given: Parameters<typeof ask>) => {
		const id = await ask(...given);
		const { undertaking } = await reaches(id, "planned");
		return { id, undertaking, pace: undertaking?.targets[0]?.plan?.pace };
	};
	const { id, undertaking, pace } = await planned(reset);
	expect(pace).toBeCloseTo(100);
	expect(undertaking?.hash).toBe(hashOf(undertaking?.targets ?? []));
	await approve(id);
	await reaches(id, "done");
	const undo = await planned({ action: "undo", errand: id });
	expect(undo.pace).toBeCloseTo(100);
	expect((await planned({ action: "clear" })).pace).toBeNull();
});

test("what is refused needs none", async () => {
	const { web, world, ask, reaches } = await scene();
	await worked(web, Date.now() - 10 * minuteMs);
	const refusal = { code: "has members", values: { members: 1 } } as const;
	world.plan = (cleanUp) => planOf({ cleanUp, refusal });
	const { undertaking } = await reaches(await ask(reset), "planned");
	expect(undertaking?.targets[0]?.plan?.pace).toBeNull();
});
