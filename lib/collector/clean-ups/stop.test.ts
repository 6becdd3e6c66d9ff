// Does what runs end between two steps when somebody says stop, or when this process ends?
import { once } from "node:events";
import { expect, test } from "vitest";
import { reclaimAll } from "#lib/core/clean-up/clean-up.ts";
import { eventsIn } from "#lib/store/contract-clean-up-scene.ts";
import {
	collectorOn,
	idOfChannel,
	patient,
	scene,
} from "../for-tests/clean-ups.ts";

const stopped = { code: "was stopped", values: {} };
const two = { subscriptions: ["orders", "mails"].map(idOfChannel) };
const inTwo = [
	{ outcome: { messagesDone: 2, refusals: [stopped] }, kept: 2 },
	{ outcome: { ending: "refused", refusals: [stopped] }, kept: 0 },
];

/** It is in its second step, which lasts until somebody says stop. */
async function halfway() {
	const it = await scene();
	it.world.step = async (_, place, stop) => {
		if (place === 1) await once(stop, "abort");
	};
	const id = await it.approved(reclaimAll, two);
	await expect.poll(() => it.world.done, patient).toEqual(["orders 0"]);
	return { ...it, id };
}

test("what is done stays, nothing more is begun, and it is told who said so", async () => {
	const { web, world, id, reaches } = await halfway();
	expect(await web.errands.stop(id, "them", 9)).toBe(true);
	const { undertaking } = await reaches(id, "partly done");
	expect(world.done).toEqual(["orders 0", "orders 1"]);
	expect(undertaking).toMatchObject({ stoppedBy: "them", targets: inTwo });
	const events = ["approved", "running", "stopped", "partly done"];
	expect(await eventsIn(web)).toEqual(events.map((it) => `${id} ${it}`));
});

test("a collector that is told to end says first how far it came", async () => {
	const { world, id, stop, find } = await halfway();
	await stop();
	expect(await find(id)).toMatchObject({
		...{ state: "partly done" },
		undertaking: { stoppedBy: null, targets: inTwo },
	});
	expect(world.done).toEqual(["orders 0", "orders 1"]);
});

test("what was stopped before anybody ran it is not begun", async () => {
	const { web, world, folder, stop, ask, approve, reaches } = await scene();
	const id = await ask();
	await reaches(id, "planned");
	await stop();
	await approve(id);
	expect(await web.errands.stop(id, "me", 9)).toBe(true);
	const next = await collectorOn(folder, { world });
	const { undertaking } = await reaches(id, "refused");
	const outcome = { refusals: [stopped] };
	expect(undertaking?.targets).toMatchObject([{ outcome }]);
	expect(world.applied).toBe(0);
	await next.stop();
});
