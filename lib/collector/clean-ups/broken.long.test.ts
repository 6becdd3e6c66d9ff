// Is what broke off in the middle looked at, told, and never begun again?
import { expect, test } from "vitest";
import { reclaimAll } from "#lib/core/clean-up/clean-up.ts";
import { outcomeOf, planOf } from "#lib/core/clean-up/for-tests.ts";
import type { Progress } from "#lib/core/clean-up/outcome.ts";
import { eventsIn } from "#lib/store/contract-clean-up-scene.ts";
import {
	collectorOn,
	idOfChannel,
	patient,
	scene,
} from "../for-tests/clean-ups.ts";
import { beforeOfMessage } from "../for-tests/clean-ups-world.ts";

const orders = idOfChannel("orders");
const mails = idOfChannel("mails");
const archive = idOfChannel("archive");
const far: Progress = { messages: 1, members: 0, stage: "messages" };

/** One that was claimed, by a collector that is no more: the first is done, the second begun, the third not. */
async function broken() {
	const it = await scene();
	const { web, ask, approve, reaches } = it;
	const id = await ask(reclaimAll, { subscriptions: [orders, mails, archive] });
	await reaches(id, "planned");
	await it.stop();
	await approve(id);
	await web.errands.claim(id, Date.now());
	await web.errands.settle(id, orders, outcomeOf({ messagesDone: 3 }));
	await web.errands.move(id, mails, far);
	await web.errands.keep(id, mails, [0, 1].map(beforeOfMessage));
	return { ...it, id };
}

test("nobody knows its end: the broker is asked, and what is there is told", async () => {
	const { web, world, folder, id, reaches } = await broken();
	const next = await collectorOn(folder, { world });
	const { undertaking } = await reaches(id, "unknown");
	expect(undertaking?.targets).toMatchObject([
		{ outcome: { ending: "done", messagesDone: 3 } },
		{
			outcome: {
				...{ ending: "unknown", messagesDone: 2 },
				figures: [{ code: "held", after: { n: 1 } }],
			},
			kept: 2,
		},
		{ outcome: { ending: "refused", refusals: [{ code: "was stopped" }] } },
	]);
	expect(undertaking?.targets[1]?.outcome?.verifiedMs).toBeGreaterThan(0);
	await expect
		.poll(() => eventsIn(web), patient)
		.toEqual(
			["approved", "running", "unknown", "seen again"].map(
				(it) => `${id} ${it}`,
			),
		);
	expect(world.proved).toHaveLength(1);
	expect(world.proved[0]?.[2]).toEqual([0, 1].map(beforeOfMessage));
	expect(world.applied).toBe(0);
	await next.stop();
});

test("positions that were kept before the commit are not told as moved, and can be taken back", async () => {
	const { world, web, folder, stop, ask, approve, reaches } = await scene();
	const undo = "while empty";
	world.plan = (cleanUp) => planOf({ cleanUp, undo });
	const id = await ask();
	await reaches(id, "planned");
	await stop();
	await approve(id);
	await web.errands.claim(id, Date.now());
	await web.errands.move(id, orders, { ...far, messages: 0 });
	const position = { channel: "orders", position: 7, metadata: "" };
	const kept = [0, 1].map((partition) => ({ ...position, partition }));
	await web.errands.keep(id, orders, kept);
	const next = await collectorOn(folder, { world });
	const errand = await reaches(id, "unknown");
	expect(errand.undertaking?.targets).toMatchObject([
		{ outcome: { ending: "unknown", messagesDone: 0 }, kept: 2 },
	]);
	await reaches(await ask({ action: "undo", errand: id }), "planned");
	expect(world.planned.at(-1)?.[2]?.before).toEqual(kept);
	await next.stop();
});

test("a broker that does not answer leaves it unknown, and that is told soon", async () => {
	const { world, folder, id, reaches } = await broken();
	world.proof = () => {
		throw new Error("nobody answers");
	};
	const next = await collectorOn(folder, { world });
	const { undertaking } = await reaches(id, "unknown");
	expect(undertaking?.targets[1]).toMatchObject({
		outcome: { ending: "unknown", figures: [], verifiedMs: null },
		afterwards: [],
	});
	expect(world.applied).toBe(0);
	await next.stop();
});

test("what was claimed and never begun is told as that", async () => {
	const { web, world, folder, stop, ask, approve, reaches } = await scene();
	const id = await ask();
	await reaches(id, "planned");
	await stop();
	await approve(id);
	await web.errands.claim(id, Date.now());
	const next = await collectorOn(folder, { world });
	const { undertaking } = await reaches(id, "refused");
	const outcome = { messagesDone: 0, refusals: [{ code: "was stopped" }] };
	expect(undertaking?.targets).toMatchObject([{ outcome }]);
	expect([world.applied, world.proved.length]).toEqual([0, 0]);
	await next.stop();
});

test.each([
	["before anything was begun has failed", "look", "failed", 0],
	["later has an end that nobody knows", "step", "unknown", 0],
] as const)("what breaks %s", async (_, where, ending, messagesDone) => {
	const { world, approved, reaches } = await scene();
	world[where] = () => Promise.reject(new Error("it broke"));
	const { undertaking } = await reaches(await approved(), ending);
	expect(undertaking?.targets).toMatchObject([
		{
			outcome: {
				...{ ending, messagesDone },
				refusals: [{ code: "broker failed" }],
			},
		},
	]);
});

test("who was not heard for too long writes nothing any more, and begins nothing", async () => {
	const { world, approved, reaches, find } = await scene({
		parts: { silentMs: 100 },
	});
	const { promise: mayGoOn, resolve: goOn } = Promise.withResolvers<void>();
	const told: boolean[] = [];
	world.step = async (_, place, stop) => {
		if (place === 0) return;
		await mayGoOn;
		told.push(stop.aborted);
	};
	const id = await approved();
	const ended = await reaches(id, "unknown");
	goOn();
	await expect.poll(() => world.done.length, patient).toBe(2);
	expect(told).toEqual([true]);
	expect(await find(id)).toEqual(ended);
	expect(world.done).toEqual(["orders 0", "orders 1"]);
});
