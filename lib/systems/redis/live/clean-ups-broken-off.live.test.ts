// What is told of a clean-up that the server breaks off after its first step? As much as was done, and what can be taken back can.
import { expect, test } from "vitest";
import { leftTraces } from "#lib/collector/clean-ups/again.ts";
import { type CleanUp, reclaimAll } from "#lib/core/clean-up/clean-up.ts";
import { targetOf } from "#lib/core/clean-up/for-tests.ts";
import type { Outcome } from "#lib/core/clean-up/outcome.ts";
import type { Plan } from "#lib/core/clean-up/plan.ts";
import { undoFaultOf } from "#lib/core/clean-up/undo.ts";
import {
	add,
	applied,
	cleanUpsOf,
	courseOf,
	held,
	openKnowing,
	planned,
	take,
	where,
} from "../for-tests/cleaning.ts";
import {
	appliedList,
	inProgress,
	plannedList,
	recover,
	undoneList,
} from "../for-tests/cleaning-lists.ts";
import { openLists } from "../for-tests/jobs.ts";
import { ownRedis } from "../for-tests/own.ts";

const own = ownRedis();
const acl = (...rules: readonly string[]) =>
	own().client.call("ACL", "SETUSER", "default", ...rules);

/** Each with what makes it well again. */
const breaks = {
	"becomes a replica": [
		() => own().client.replicaof("127.0.0.1", 1),
		() => own().client.replicaof("NO", "ONE"),
	],
	"runs no scripts any more": [
		() => acl("-eval", "-evalsha"),
		() => acl("+eval", "+evalsha"),
	],
	"hangs up": [
		() => own().client.call("CLIENT", "KILL", "TYPE", "normal"),
		async () => undefined,
	],
} as const;
type How = keyof typeof breaks;
const hows = Object.keys(breaks).filter((it): it is How => it in breaks);

/** Broken as soon as something was done, and well again in the end. */
async function brokenOff(
	how: How,
	run: (told: ReturnType<typeof courseOf>) => Promise<Outcome>,
	before: Parameters<typeof courseOf>[0] = [],
) {
	const [go, heal] = breaks[how];
	let isBroken = false;
	const told = courseOf(before, async ({ messages }) => {
		if (messages === 0 || isBroken) return;
		isBroken = true;
		await go();
	});
	const outcome = await run(told).finally(heal);
	const steps = told.told.map(({ messages }) => messages);
	expect(steps).toEqual(steps.toSorted((a, b) => a - b));
	return { outcome, told };
}

const endingAfter = (how: How) =>
	how === "hangs up" ? "unknown" : "partly done";

function undoableAfter(plan: Plan, outcome: Outcome, kept: number) {
	const target = targetOf({ plan, outcome, kept });
	expect(leftTraces(target)).toBe(true);
	const { cleanUp } = plan;
	const undertaking = { undoneBy: null, targets: [target] };
	return undoFaultOf(
		{ state: outcome.ending, endedMs: 0, cleanUp, undertaking },
		1,
	);
}

async function scene() {
	const { client, world } = own();
	await client.xgroup("CREATE", "orders", "billing", "0", "MKSTREAM");
	const ids = await add(client, 40);
	await take(client, "gone", 40);
	for (const id of ids)
		await client.xclaim(
			...(["orders", "billing", "gone", 0, id] as const),
			...(["RETRYCOUNT", 9] as const),
		);
	await client.xgroup("CREATECONSUMER", "orders", "billing", "heir");
	return { client, ids, connection: openKnowing(world.address) };
}

const named = { ...reclaimAll, members: ["gone"] } as const;
const wishes: Readonly<Record<string, CleanUp>> = {
	park: { action: "park" },
	"hand over": { ...named, fate: "hand over", to: "heir" },
	"re-enqueue": { ...named, fate: "re-enqueue" },
	"dead-letter": { ...named, fate: "dead-letter" },
	acknowledge: { ...named, fate: "acknowledge" },
};

const pairs = hows.flatMap((how) =>
	Object.entries(wishes).map(([name, wish]) => [how, name, wish] as const),
);

test.each(pairs)(
	"a server that %s after the first step of %s: what went is told, and taken back",
	async (how, _, wish) => {
		const { client, connection } = await scene();
		const lines = async () =>
			(await held(client)).map(({ id, owner }) => [id, owner]);
		const before = await lines();
		const plan = await planned(connection, wish);
		expect(plan).toMatchObject({ refusal: null, messages: { n: 40 } });
		const { outcome, told } = await brokenOff(how, (it) =>
			applied(connection, plan, it),
		);
		expect(outcome).toMatchObject({
			...{ ending: endingAfter(how), messagesDone: 25, membersRemoved: 0 },
		});
		expect(told.kept).toHaveLength(25);
		expect(undoableAfter(plan, outcome, told.kept.length)).toBeNull();
		const undo = await cleanUpsOf(connection).plan(
			...([where, { action: "undo", errand: "e" }] as const),
			{ plan, before: told.kept },
		);
		expect(await applied(connection, undo, courseOf(told.kept))).toMatchObject({
			...{ ending: "done", messagesDone: 25 },
		});
		expect(await lines()).toEqual(before);
	},
);

test.each(hows)(
	"a server that %s in the middle of an undo, or of what is put back: what was done is told",
	async (how) => {
		const { client, connection } = await scene();
		const partly = { ending: endingAfter(how), messagesDone: 25 };
		const plan = await planned(connection, { action: "park" });
		const all = courseOf();
		await applied(connection, plan, all);
		const undone = { plan, before: all.kept };
		const undo = async () =>
			cleanUpsOf(connection).plan(
				where,
				{ action: "undo", errand: "e" },
				undone,
			);
		const half = await undo();
		const back = await brokenOff(
			how,
			(it) => applied(connection, half, it),
			all.kept,
		);
		expect(back.outcome).toMatchObject(partly);
		expect(await held(client)).toHaveLength(25);
		expect(await client.xlen("orders:dead")).toBe(15);
		expect(
			await applied(connection, await undo(), courseOf(all.kept)),
		).toMatchObject({ messagesDone: 15 });

		await applied(connection, await planned(connection, { action: "park" }));
		const redrive = { action: "redrive", from: null } as const;
		const put = await planned(connection, redrive);
		const copied = await brokenOff(how, (it) => applied(connection, put, it));
		expect(copied.outcome).toMatchObject(partly);
		expect(undoableAfter(put, copied.outcome, 25)).toBe("undo impossible");
		expect(await client.xlen("orders:dead")).toBe(15);
	},
);

test.each(hows)(
	"a server that %s while claims on what is gone are ended: what was done is told",
	async (how) => {
		const { client, connection, ids } = await scene();
		await client.xdel("orders", ...ids);
		const plan = await planned(connection, { action: "clear" });
		const { outcome } = await brokenOff(how, (it) =>
			applied(connection, plan, it),
		);
		expect(outcome).toMatchObject({
			...{ ending: endingAfter(how), messagesDone: 25 },
		});
		expect(undoableAfter(plan, outcome, 0)).toBe("undo impossible");
		expect(await held(client)).toHaveLength(15);
	},
);

test.each(hows)(
	"a server that %s between two slices of a list: what went is told, and taken back",
	async (how) => {
		const { client } = own();
		const values = Array.from({ length: 250 }, (_, i) => `${i}`);
		await client.lpush(inProgress, ...values);
		await client.lpush("jobs", "waiting");
		const connection = openLists(own(), 0, ["jobs"]);
		await connection.read();
		const plan = await plannedList(connection, recover("next", [inProgress]));
		expect(plan).toMatchObject({ refusal: null, messages: { n: 250 } });
		const { outcome, told } = await brokenOff(how, (it) =>
			appliedList(connection, plan, it),
		);
		// They go the far ones first, in slices of a hundred counted from the near end.
		expect(outcome).toMatchObject({
			...{ ending: endingAfter(how), messagesDone: 50 },
		});
		expect(undoableAfter(plan, outcome, told.kept.length)).toBeNull();
		const back = await undoneList(connection, plan, told.kept);
		expect(back.outcome).toMatchObject({ ending: "done", messagesDone: 50 });
		expect(await client.lrange(inProgress, 0, -1)).toEqual(values.toReversed());
	},
);
