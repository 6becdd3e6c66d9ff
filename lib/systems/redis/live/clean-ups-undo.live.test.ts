// Is a clean-up taken back as far as the world has not moved on, and is it said what became of what was left?
import { expect, test } from "vitest";
import { type Fate, reclaimAll } from "#lib/core/clean-up/clean-up.ts";
import type { Plan } from "#lib/core/clean-up/plan.ts";
import type { Connection } from "../../system.ts";
import {
	add,
	applied,
	cleanUpsOf,
	courseOf,
	dead,
	held,
	idsOf,
	live,
	membersOf,
	openKnowing,
	picture,
	planned,
	type Told,
	take,
	where,
} from "../for-tests/cleaning.ts";
import { ownRedis } from "../for-tests/own.ts";

const own = ownRedis();

async function cleaned(fate: Fate) {
	const { client, world } = own();
	await client.xgroup("CREATE", "orders", "billing", "0", "MKSTREAM");
	const ids = await add(client, 8);
	await take(client, "dead-a", 4);
	await take(client, "dead-b", 2);
	// Delivered three times.
	for (let i = 0; i < 2; i++)
		await client.xclaim("orders", "billing", "dead-b", 0, ids[5] ?? "");
	await live(world.address, "live-1");
	await take(client, "live-1", 1);
	const connection = openKnowing(world.address);
	await dead(connection, ["dead-a", "dead-b"]);
	const was = await held(client);
	const plan = await planned(connection, { ...reclaimAll, fate });
	const told = courseOf();
	expect(await applied(connection, plan, told)).toMatchObject({
		...{ ending: "done", messagesDone: 6, membersRemoved: 2 },
	});
	return { client, connection, ids, was, plan, told };
}

async function undone(connection: Connection, plan: Plan, { kept }: Told) {
	const wish = { action: "undo", errand: "one" } as const;
	const before = kept.map((it) => ({ ...it }));
	const undo = await cleanUpsOf(connection).plan(where, wish, { plan, before });
	return { undo, run: () => applied(connection, undo, courseOf(before)) };
}

test.each([
	...(["hand over", "re-enqueue", "dead-letter", "acknowledge"] as const),
])("%s is taken back: owner, age and count are as they were", async (fate) => {
	const { client, connection, ids, was, plan, told } = await cleaned(fate);
	const before = await picture(client);
	const { undo, run } = await undone(connection, plan, told);
	expect(await picture(client)).toBe(before);
	expect(undo).toMatchObject({
		...{ refusal: null, messages: { n: 6, bound: "exact" } },
	});
	expect(undo.effects.map(({ code }) => code)).toEqual([
		...(plan.undo !== "until acknowledged" && fate !== "acknowledge"
			? ["take back copies"]
			: []),
		...["give back", "name returns"],
	]);
	expect(await run()).toMatchObject({
		...{ ending: "done", messagesDone: 6, refusals: [] },
	});
	const now = await held(client);
	const plain = (lines: typeof now) =>
		lines.map(({ id, owner, deliveries }) => [id, owner, deliveries]);
	expect(plain(now)).toEqual(plain(was));
	now.forEach(({ deliveredMs }, i) => {
		expect(Math.abs(deliveredMs - (was[i]?.deliveredMs ?? 0))).toBeLessThan(50);
	});
	expect(await membersOf(client)).toEqual(["dead-a", "dead-b", "live-1"]);
	expect((await client.xrange("orders", "-", "+")).map(([id]) => id)).toEqual(
		ids,
	);
	const after = await picture(client);
	expect(await run()).toMatchObject({ messagesDone: 0 });
	expect(await picture(client)).toBe(after);
});

test("what was acknowledged or claimed on since stays, and is said", async () => {
	const { client, connection, ids, plan, told } = await cleaned("hand over");
	await client.xack("orders", "billing", ids[0] ?? "", ids[1] ?? "");
	await client.xclaim("orders", "billing", "other", 0, ids[2] ?? "");
	await client.xdel("orders", ids[3] ?? "");
	const { undo, run } = await undone(connection, plan, told);
	expect(undo.messages).toEqual({ n: 2, bound: "exact" });
	expect(await run()).toMatchObject({
		...{ ending: "partly done", messagesDone: 2 },
		refusals: expect.arrayContaining([
			{ code: "acknowledged since", values: { messages: 2 } },
			{ code: "moved since", values: { messages: 1 } },
			{ code: "message gone", values: { messages: 1 } },
		]),
	});
	const owners = (await held(client)).map(({ owner }) => owner);
	expect(owners).toEqual(["other", "live-1", "dead-b", "dead-b", "live-1"]);
});

test("copies that were read are not taken back, and their messages are not given back", async () => {
	const { client, connection, plan, told } = await cleaned("re-enqueue");
	// One that nobody had read yet, and two of the copies.
	const read = await take(client, "live-1", 3);
	const { undo, run } = await undone(connection, plan, told);
	expect(undo.messages).toEqual({ n: 4, bound: "exact" });
	expect(await run()).toMatchObject({
		...{ ending: "partly done", messagesDone: 4 },
		refusals: [{ code: "copy was read", values: { messages: 2 } }],
	});
	expect(idsOf(await held(client))).toEqual(expect.arrayContaining([...read]));
	const proof = await cleanUpsOf(connection).prove(where, plan, told.kept);
	expect(proof.afterwards).toMatchObject(
		expect.arrayContaining([expect.objectContaining({ code: "copies read" })]),
	);
});

test("later it is seen who came back, and whether what was handed over was done", async () => {
	const { client, connection, ids, plan, told } = await cleaned("hand over");
	const { prove } = cleanUpsOf(connection);
	await client.xack("orders", "billing", ids[0] ?? "");
	await take(client, "dead-a", 1);
	const { afterwards, figures } = await prove(where, plan, told.kept);
	expect(afterwards).toMatchObject([
		{ code: "member came back", values: { name: "dead-a" } },
		{ code: "handed over was done", values: { acknowledged: 1, messages: 6 } },
	]);
	expect(figures[0]).toMatchObject({ before: { n: 3 }, after: { n: 2 } });
});
