// Is nothing cleaned up but what is somebody's own, whatever was written into the store?
import { expect, test } from "vitest";
import { accessWith, whereOnly } from "#lib/access/for-tests.ts";
import { type CleanUp, reclaimAll } from "#lib/core/clean-up/clean-up.ts";
import { planOf } from "#lib/core/clean-up/for-tests.ts";
import type { Targets } from "#lib/core/clean-up/undertaking.ts";
import type { Grant } from "#lib/core/people/role.ts";
import type { Where } from "#lib/core/people/scope.ts";
import { become, idOfChannel, scene } from "../for-tests/clean-ups.ts";

const named = (...channels: string[]): Targets => ({
	subscriptions: channels.map(idOfChannel),
});
const at = (may: Grant["may"], where: Partial<Where>): Grant => ({
	...{ may, where: whereOnly(where) },
});
const destroy: CleanUp = { action: "destroy" };

/** Somebody who sees broker one, and may act on one channel of it. */
const team = [
	at(["see", "look"], { brokers: ["one"] }),
	at(["act without loss", "destroy"], { channels: ["orders"] }),
];

async function sceneFor(...grants: readonly Grant[]) {
	const access = accessWith("team", ...(grants.length > 0 ? grants : team));
	const here = await scene({ parts: { access } });
	await become(here.web, "team");
	async function lines(targets: Targets, cleanUp: CleanUp = reclaimAll) {
		const id = await here.ask(cleanUp, targets);
		const { undertaking } = await here.reaches(id, "planned");
		const its = (undertaking?.targets ?? []).map((it) => [
			...[it.subscription.channel, it.failure?.key ?? "planned"],
		]);
		return { lines: its, leftOut: undertaking?.leftOut };
	}
	async function refusal(targets: Targets, cleanUp: CleanUp = reclaimAll) {
		const errand = await here.reaches(
			await here.ask(cleanUp, targets),
			"failed",
		);
		return errand.failure?.key;
	}
	return { ...here, lines, refusal };
}

test("of several that were selected, the plan says of each what may not be done", async () => {
	const { lines, world } = await sceneFor();
	expect(await lines(named("mails", "orders"))).toEqual({
		lines: [
			["mails", "not allowed"],
			["orders", "planned"],
		],
		leftOut: 0,
	});
	expect(world.planned.map(([{ channel }]) => channel)).toEqual(["orders"]);
});

test("a filter finds what there is for them, and what they may do first", async () => {
	const { lines } = await sceneFor();
	expect(await lines({ filter: "" })).toEqual({
		lines: [
			["orders", "planned"],
			["mails", "not allowed"],
		],
		leftOut: 0,
	});
});

test("what they see and may not touch is refused, and what they do not see is not there", async () => {
	const { refusal, world } = await sceneFor();
	expect(await refusal(named("mails"))).toBe("not allowed");
	expect(await refusal(named("archive"))).toBe("subscription gone");
	expect(await refusal(named("orders", "archive"))).toBe("subscription gone");
	expect(await refusal({ filter: "archive" })).toBe("nothing fits");
	expect(world.planned).toEqual([]);
});

test("a clean-up of a whole group needs the right for all that it may ever read", async () => {
	const part = await sceneFor();
	expect(await part.refusal(named("orders"), destroy)).toBe("not allowed");
	const whole = await sceneFor(
		at(["see", "look", "destroy"], { groups: ["readers"] }),
	);
	const { lines } = await whole.lines(named("orders"), destroy);
	expect(lines).toEqual([["orders", "planned"]]);
	const others = await sceneFor(
		at(["see", "look"], { groups: ["*"] }),
		at(["destroy"], { groups: ["writers"] }),
	);
	expect(await others.refusal(named("orders"), destroy)).toBe("not allowed");
});

test("an approval is judged by the rights they have when it is run", async () => {
	const { web, ask, approve, reaches, world } = await sceneFor();
	await become(web, "admin");
	const id = await ask(reclaimAll, named("orders", "mails"));
	await reaches(id, "planned");
	await become(web, "team");
	expect(await approve(id)).toBe("approved");
	const { undertaking } = await reaches(id, "refused");
	expect(undertaking?.targets).toMatchObject([
		{ outcome: { refusals: [{ code: "not allowed" }] } },
		{ outcome: { refusals: [{ code: "not allowed" }] } },
	]);
	expect(world.applied).toBe(0);
});

test("a plan for a whole group that somebody else's rights drew is not run by a part of them", async () => {
	const { web, ask, approve, reaches, world } = await sceneFor();
	await become(web, "admin");
	const id = await ask(destroy, named("orders"));
	await reaches(id, "planned");
	await become(web, "team");
	expect(await approve(id)).toBe("approved");
	await reaches(id, "refused");
	expect(world.applied).toBe(0);
});

test("what is theirs is done", async () => {
	const { approved, reaches, world } = await sceneFor();
	await reaches(await approved(reclaimAll, named("orders")), "done");
	expect(world.done).not.toEqual([]);
});

test("what others did is taken back where it is theirs, and is not there where it is not", async () => {
	const { web, ask, approve, reaches, refusal, lines, world } =
		await sceneFor();
	world.plan = (cleanUp) => planOf({ cleanUp, undo: "until acknowledged" });
	const boss = "the session of another";
	await become(web, "admin", boss);
	const undo = async (...channels: string[]) => {
		const id = await ask(reclaimAll, named(...channels), boss);
		await approve(id, { session: boss });
		await reaches(id, "done");
		return { action: "undo", errand: id } as const;
	};
	const mixed = await undo("mails", "orders");
	const foreign = await undo("archive");
	expect(await refusal(named("archive"), foreign)).toBe("errand gone");
	expect((await lines(named("mails", "orders"), mixed)).lines).toEqual([
		["mails", "not allowed"],
		["orders", "planned"],
	]);
});
