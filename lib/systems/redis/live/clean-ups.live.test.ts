// Is what absent members hold settled as it was planned, and nothing else?
import { expect, test } from "vitest";
import { type Fate, reclaimAll } from "#lib/core/clean-up/clean-up.ts";
import { heldIn } from "#lib/core/clean-up/outcome.ts";
import {
	add,
	applied,
	courseOf,
	dead,
	held,
	idsOf,
	live,
	membersOf,
	openKnowing,
	picture,
	planned,
	take,
} from "../for-tests/cleaning.ts";
import { ownRedis } from "../for-tests/own.ts";

const own = ownRedis();

/** Two who died with messages in hand, one who died with none, and one who lives and holds one. */
async function scene() {
	const { client, world } = own();
	await client.xgroup("CREATE", "orders", "billing", "0", "MKSTREAM");
	const ids = await add(client, 12);
	await take(client, "dead-a", 5);
	await take(client, "dead-b", 3);
	await client.xgroup("CREATECONSUMER", "orders", "billing", "dead-c");
	await live(world.address, "live-1");
	await take(client, "live-1", 1);
	const connection = openKnowing(world.address);
	await dead(connection, ["dead-a", "dead-b", "dead-c"]);
	return { client, connection, ids };
}

const reclaim = (fate: Fate | null) => ({ ...reclaimAll, fate });

test("a plan says what becomes of which messages, and changes nothing", async () => {
	const { client, connection, ids } = await scene();
	const before = await picture(client);
	const plan = await planned(connection, reclaim(null));
	expect(await picture(client)).toBe(before);
	expect(plan).toMatchObject({
		cleanUp: { action: "reclaim", fate: "re-enqueue" },
		...{ risk: "moves messages", refusal: null, typed: null },
		messages: { n: 8, bound: "exact" },
		...{ membersRemoved: 3, undo: "until read" },
		effects: [
			{ code: "re-enqueue", values: { messages: 8, members: 2 } },
			{
				code: "which messages",
				values: { first: ids[0], last: ids[7], deliveriesMax: 1 },
			},
			{ code: "remove", values: { members: 3 } },
		],
		members: [
			{ name: "dead-a", holding: 5, isRemoved: true },
			{ name: "dead-b", holding: 3, isRemoved: true },
			{ name: "dead-c", holding: 0, isRemoved: true },
		],
	});
	expect(plan.choices.map(({ fate, to, risk }) => [fate, to, risk])).toEqual([
		["hand over", "live-1", "moves messages"],
		["re-enqueue", null, "moves messages"],
		["dead-letter", "orders:dead", "moves messages"],
		["acknowledge", null, "loses messages"],
	]);
	expect(plan.figures).toMatchObject([
		{ code: "members", before: { n: 4 }, after: { n: 1 } },
		{ code: "held by absent", before: { n: 8 }, after: { n: 0 } },
		{ code: "held by live", before: { n: 1 }, after: { n: 1 } },
		{ code: "waiting", before: { n: 3 }, after: { n: 11 } },
		{ code: "kept", before: { n: 12 }, after: { n: 20 } },
	]);
});

test("what dead members hold is handed over with its age and its count, and they go", async () => {
	const { client, connection, ids } = await scene();
	const was = await held(client);
	const plan = await planned(connection, reclaim("hand over"));
	expect(plan.warnings.map(({ code }) => code)).toEqual([
		...["may be done already", "must read again", "comes back by itself"],
	]);
	const told = courseOf();
	const outcome = await applied(connection, plan, told);
	expect(outcome).toMatchObject({
		...{ ending: "done", messagesDone: 8, membersRemoved: 3, refusals: [] },
		verifiedMs: expect.any(Number),
	});
	const now = await held(client);
	expect(idsOf(now)).toEqual(ids.slice(0, 9));
	now.forEach((line, i) => {
		expect(line.owner).toBe("live-1");
		expect(line.deliveries).toBe(was[i]?.deliveries);
		expect(line.deliveredMs).toBeGreaterThan((was[i]?.deliveredMs ?? 0) - 50);
		expect(line.deliveredMs).toBeLessThan((was[i]?.deliveredMs ?? 0) + 50);
	});
	expect(await membersOf(client)).toEqual(["live-1"]);
	expect(outcome.figures).toMatchObject([
		{ code: "members", before: { n: 4 }, after: { n: 1 } },
		{ code: "held by absent", before: { n: 8 }, after: { n: 0 } },
		{ code: "held by live", before: { n: 1 }, after: { n: 9 } },
		{ code: "waiting", before: { n: 3 }, after: { n: 3 } },
		{ code: "kept", before: { n: 12 }, after: { n: 12 } },
	]);
	expect(heldIn(told.kept).map(({ id, owner }) => [id, owner])).toEqual(
		was.slice(0, 8).map(({ id, owner }) => [id, owner]),
	);
	expect([...new Set(told.told.map(({ stage }) => stage))]).toEqual([
		...["looking again", "messages", "members", "proving"],
	]);
});

test("what is put into the stream again is a copy, and nobody holds the message any more", async () => {
	const { client, connection, ids } = await scene();
	const plan = await planned(connection, reclaim("re-enqueue"));
	const told = courseOf();
	expect(await applied(connection, plan, told)).toMatchObject({
		...{ ending: "done", messagesDone: 8, membersRemoved: 3 },
	});
	expect(idsOf(await held(client))).toEqual([ids[8]]);
	const all = await client.xrange("orders", "-", "+");
	expect(all).toHaveLength(20);
	expect(all.slice(12).map(([, fields]) => fields)).toEqual(
		all.slice(0, 8).map(([, fields]) => fields),
	);
	expect(heldIn(told.kept).map(({ copy }) => copy)).toEqual(
		all.slice(12).map(([id]) => id),
	);
	// The three that nobody has read yet, and the eight copies.
	expect(await take(client, "live-1", 100)).toHaveLength(11);
});

test("what is put aside says where it came from", async () => {
	const { client, connection, ids } = await scene();
	const plan = await planned(connection, reclaim("dead-letter"));
	expect(await applied(connection, plan)).toMatchObject({
		...{ ending: "done", messagesDone: 8 },
	});
	expect(idsOf(await held(client))).toEqual([ids[8]]);
	const aside = await client.xrange("orders:dead", "-", "+");
	expect(aside).toHaveLength(8);
	expect(aside[5]?.[1]).toEqual([
		...["n", "5", "text", "of 5", "tm-stream", "orders", "tm-id", ids[5]],
		...["tm-group", "billing", "tm-consumer", "dead-b", "tm-deliveries", "1"],
	]);
});

test("acknowledging loses messages, so a name has to be typed", async () => {
	const { client, connection, ids } = await scene();
	const plan = await planned(connection, reclaim("acknowledge"));
	expect(plan).toMatchObject({ risk: "loses messages", typed: "billing" });
	expect(await applied(connection, plan)).toMatchObject({ ending: "done" });
	expect(idsOf(await held(client))).toEqual([ids[8]]);
	expect(await client.xlen("orders")).toBe(12);
});

test("members who hold nothing go; who holds something is relieved of it first", async () => {
	const { client, connection } = await scene();
	const chosen = { action: "remove", members: ["dead-c"] } as const;
	const plan = await planned(connection, chosen);
	expect(plan).toMatchObject({
		...{ risk: "none", choices: [], membersRemoved: 1, undo: "not needed" },
		commands: [
			`redis-cli -c -u ${own().world.address} XGROUP DELCONSUMER orders billing dead-c`,
		],
	});
	const outcome = await applied(connection, plan);
	expect(outcome).toMatchObject({ ending: "done", membersRemoved: 1 });
	expect(await membersOf(client)).toEqual(["dead-a", "dead-b", "live-1"]);
	const rest = await planned(connection, { action: "remove", members: null });
	expect(rest).toMatchObject({
		cleanUp: { action: "reclaim", fate: "re-enqueue" },
		messages: { n: 8 },
		membersRemoved: 2,
	});
});

test.each([
	...(["hand over", "re-enqueue", "dead-letter", "acknowledge"] as const),
])("%s, done a second time, changes nothing", async (fate) => {
	const { client, connection } = await scene();
	const plan = await planned(connection, reclaim(fate));
	expect(await applied(connection, plan)).toMatchObject({ ending: "done" });
	const before = await picture(client);
	const second = await applied(connection, plan);
	expect(second).toMatchObject({
		...{ ending: "refused", messagesDone: 0, membersRemoved: 0 },
	});
	expect(await picture(client)).toBe(before);
});

test("a member that came back stays with all that it holds, and the others are cleaned up after", async () => {
	const { client, connection } = await scene();
	const plan = await planned(connection, reclaim("hand over"));
	await take(client, "dead-b", 1);
	const its = async () =>
		(await held(client)).filter(({ owner }) => owner === "dead-b");
	const before = idsOf(await its());
	const outcome = await applied(connection, plan);
	expect(outcome).toMatchObject({
		...{ ending: "partly done", membersRemoved: 2 },
		refusals: [{ code: "came back", values: { name: "dead-b" } }],
	});
	expect(outcome.messagesDone).toBe(plan.messages.n - (before.length - 1));
	expect(idsOf(await its())).toEqual(before);
	expect(await membersOf(client)).toEqual(["dead-b", "live-1"]);
});

test("where all came back nothing is done", async () => {
	const { client, connection } = await scene();
	const wish = { ...reclaimAll, members: ["dead-b"] };
	const plan = await planned(connection, wish);
	await take(client, "dead-b", 1);
	const before = await picture(client);
	expect(await applied(connection, plan)).toMatchObject({
		ending: "refused",
		refusals: [{ code: "came back", values: { name: "dead-b" } }],
	});
	expect(await picture(client)).toBe(before);
});

test("one that comes back while it is being done stays, with what it took since", async () => {
	const { client, connection, ids } = await scene();
	const plan = await planned(connection, reclaim("re-enqueue"));
	let isBack = false;
	const told = courseOf([], async ({ stage }) => {
		if (stage !== "members" || isBack) return;
		isBack = true;
		await take(client, "dead-b", 1);
	});
	expect(await applied(connection, plan, told)).toMatchObject({
		...{ ending: "partly done", messagesDone: 8, membersRemoved: 2 },
		refusals: [
			{ code: "holds messages", values: { name: "dead-b", messages: 1 } },
		],
	});
	expect(idsOf(await held(client))).toEqual([ids[8], ids[9]]);
	expect(await membersOf(client)).toEqual(["dead-b", "live-1"]);
});

test("said stop, it goes no further and tells how far it came", async () => {
	const { client, connection } = await scene();
	const plan = await planned(connection, reclaim("hand over"));
	const told = courseOf([], ({ messages }, stop) => {
		if (messages > 0) stop.abort();
	});
	expect(await applied(connection, plan, told)).toMatchObject({
		...{ ending: "partly done", messagesDone: 5, membersRemoved: 0 },
		refusals: [{ code: "was stopped" }],
	});
	expect(await membersOf(client)).toHaveLength(4);
});

test("what another has claimed since is his, and nothing is done to the rest either", async () => {
	const { client, connection, ids } = await scene();
	const plan = await planned(connection, reclaim("dead-letter"));
	await client.xclaim("orders", "billing", "live-1", 0, ids[6] ?? "");
	const before = await picture(client);
	expect(await applied(connection, plan)).toMatchObject({
		...{ ending: "refused", messagesDone: 0 },
		refusals: [{ code: "moved since", values: { messages: 1 } }],
	});
	expect(await picture(client)).toBe(before);
});

test("what cannot be copied stays with its member, and so its member stays", async () => {
	const { client, connection } = await scene();
	const many = Array.from({ length: 3_600 }, (_, n) => [`f${n}`, "1"]).flat();
	const id = (await client.xadd("orders", "*", ...many)) ?? "";
	const claimed = ["orders", "billing", "dead-c", 0, id] as const;
	await client.xclaim(...claimed, "IDLE", 60_000, "FORCE", "JUSTID");
	await dead(connection, ["dead-c"]);
	const plan = await planned(connection, reclaim("re-enqueue"));
	expect(await applied(connection, plan)).toMatchObject({
		...{ ending: "partly done", messagesDone: 8, membersRemoved: 2 },
		refusals: [
			{ code: "too large", values: { messages: 1 } },
			{ code: "holds messages", values: { name: "dead-c", messages: 1 } },
		],
	});
	expect((await held(client)).some((line) => line.id === id)).toBe(true);
	expect(await membersOf(client)).toEqual(["dead-c", "live-1"]);
});
