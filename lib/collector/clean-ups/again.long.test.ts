// Is what a clean-up left looked at again, and can it be taken back while it is as it was left?
import { expect, test } from "vitest";
import { type CleanUp, reclaimAll } from "#lib/core/clean-up/clean-up.ts";
import { outcomeOf, planOf } from "#lib/core/clean-up/for-tests.ts";
import {
	collectorOn,
	idOfChannel,
	patient,
	scene,
} from "../for-tests/clean-ups.ts";
import { beforeOfMessage } from "../for-tests/clean-ups-world.ts";
import { nextLook } from "./again.ts";

const againMs = [100, 200, 300];
const orders = { subscriptions: [idOfChannel("orders")] };
const undoOf = (errand: string): CleanUp => ({ action: "undo", errand });
const before = [0, 1, 2].map(beforeOfMessage);

test.each([
	["the first is waited for", 0, 5, 10],
	["each comes after the one before", 10, 12, 20],
	["one that was missed is made up for at once", 0, 15, 10],
	["of several that were missed the last", 0, 25, 20],
	["after the last there is none", 30, 31, null],
	["the last is made up for as well", 20, 999, 30],
])("of the looks that are due, %s", (_, lookedMs, nowMs, nextMs) => {
	expect(nextLook([10, 20, 30], lookedMs, nowMs)).toBe(nextMs);
});

test("it is looked at again until the last look, each time with what was before", async () => {
	const { world, find, approved, reaches } = await scene({
		parts: { againMs },
	});
	const id = await approved();
	const { endedMs } = await reaches(id, "done");
	const told = async () =>
		(await find(id))?.undertaking?.targets[0]?.afterwards ?? [];
	const last = async () => (await told()).at(-1)?.atMs ?? 0;
	await expect.poll(last, patient).toBeGreaterThanOrEqual((endedMs ?? 0) + 300);
	const all = await told();
	expect(all.map(({ code }) => code)).toEqual(all.map(() => "as left"));
	expect(world.proved.map(([, , given]) => given)).toEqual(
		all.map(() => before),
	);
});

test("a broker that does not answer then is asked again the next time", async () => {
	const { world, find, approved } = await scene({
		parts: { againMs: [1, 4_000] },
	});
	const proof = world.proof;
	world.proof = () => {
		throw new Error("nobody answers");
	};
	const id = await approved();
	await expect.poll(() => world.proved.length, patient).toBe(1);
	world.proof = proof;
	const told = async () =>
		(await find(id))?.undertaking?.targets[0]?.afterwards.length;
	await expect.poll(told, patient).toBe(1);
});

test("a collector that was started since goes on looking", async () => {
	const { world, folder, stop, approved, reaches, find } = await scene();
	const id = await approved();
	await reaches(id, "done");
	await stop();
	const late = { parts: { againMs: [1] }, world };
	const next = await collectorOn(folder, late);
	const told = async () =>
		(await find(id))?.undertaking?.targets[0]?.afterwards.length;
	await expect.poll(told, patient).toBe(1);
	await next.stop();
});

test("what changed nothing is not looked at", async () => {
	const refusal = { code: "nothing to do", values: {} } as const;
	const { world, approved, reaches } = await scene({ parts: { againMs: [1] } });
	world.plan = (cleanUp) => planOf({ cleanUp, refusal });
	const refused = await approved();
	await reaches(refused, "refused");
	world.plan = (cleanUp) => planOf({ cleanUp });
	await reaches(await approved(), "done");
	await expect.poll(() => world.proved.length, patient).toBe(1);
});

test("an undo is drawn and done from what was before, and stands with what it took back", async () => {
	const { world, approved, reaches, find } = await scene();
	const id = await approved();
	await reaches(id, "done");
	const undo = await approved(undoOf(id), orders);
	await reaches(undo, "done");
	const [, , undone] = world.planned[1] ?? [];
	expect(undone).toMatchObject({
		before,
		plan: { seen: { secret: "of the system" } },
	});
	expect((await find(id))?.undertaking?.undoneBy).toBe(undo);
});

test.each([
	["nothing was done", "nothing to undo", "refused", 0],
	[
		"it is a day and a moment ago",
		"undo too late",
		"done",
		24 * 3_600_000 + 60_000,
	],
] as const)("it is not taken back where %s", async (_, key, state, agoMs) => {
	const { web, stop, folder, world, ask, approve, reaches } = await scene();
	const id = await ask();
	await reaches(id, "planned");
	await stop();
	await approve(id);
	await web.errands.claim(id, Date.now());
	const done = state === "done" ? 1 : 0;
	const outcome = outcomeOf({ ending: state, messagesDone: done });
	const outcomes = { [orders.subscriptions[0] ?? ""]: outcome };
	const endedMs = Date.now() - agoMs;
	await web.errands.finish(id, { state, outcomes, failure: null, endedMs });
	const next = await collectorOn(folder, { world });
	const undo = await reaches(await ask(undoOf(id), orders), "failed");
	expect(undo.failure).toMatchObject({ key });
	await next.stop();
});

test("it is not taken back twice, and an undo is not taken back", async () => {
	const { approved, ask, reaches } = await scene();
	const id = await approved();
	await reaches(id, "done");
	const undo = await approved(undoOf(id), orders);
	await reaches(undo, "done");
	for (const [errand, key] of [
		[id, "undone already"],
		[undo, "undo impossible"],
		["errand-that-never-was", "errand gone"],
	] as const) {
		const { failure } = await reaches(
			await ask(undoOf(errand), orders),
			"failed",
		);
		expect(failure).toMatchObject({ key });
	}
});

test("of two undos that were approved at once one is done", async () => {
	const { world, stop, folder, approved, ask, approve, reaches } =
		await scene();
	const id = await approved(reclaimAll, orders);
	await reaches(id, "done");
	const undos = [await ask(undoOf(id), orders), await ask(undoOf(id), orders)];
	for (const undo of undos) await reaches(undo, "planned");
	await stop();
	for (const undo of undos) await approve(undo);
	const next = await collectorOn(folder, { world });
	await reaches(undos[0] ?? "", "done");
	const { undertaking } = await reaches(undos[1] ?? "", "refused");
	const refusals = [{ code: "changed since" }];
	expect(undertaking?.targets).toMatchObject([{ outcome: { refusals } }]);
	await next.stop();
});

test("what was taken back since is not looked at any more", async () => {
	const { web, world, stop, folder, approved, ask, approve, reaches } =
		await scene();
	const id = await approved(reclaimAll, orders);
	await reaches(id, "done");
	const undo = await ask(undoOf(id), orders);
	await reaches(undo, "planned");
	await stop();
	await approve(undo);
	expect(await web.errands.claim(undo, Date.now())).toBe("claimed");
	const outcomes = { [orders.subscriptions[0] ?? ""]: outcomeOf() };
	const end = { state: "done", failure: null, endedMs: Date.now() } as const;
	await web.errands.finish(undo, { ...end, outcomes });
	const next = await collectorOn(folder, { world, parts: { againMs: [1] } });
	await expect.poll(() => world.proved.length, patient).toBe(1);
	expect(world.proved[0]?.[1].cleanUp).toEqual(undoOf(id));
	await next.stop();
	expect(world.proved).toHaveLength(1);
});
