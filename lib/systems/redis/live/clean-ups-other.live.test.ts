// Do the clean-ups of a whole group or stream do what they said, and nothing where the world is another?
import { expect, test } from "vitest";
import {
	add,
	applied,
	held,
	idsOf,
	membersOf,
	openKnowing,
	picture,
	planned,
	take,
} from "../for-tests/cleaning.ts";
import { ownRedis } from "../for-tests/own.ts";

const own = ownRedis();

async function scene(messages: number) {
	const { client, world } = own();
	await client.xgroup("CREATE", "orders", "billing", "0", "MKSTREAM");
	const ids = await add(client, messages);
	const connection = openKnowing(world.address);
	await connection.read();
	return { client, connection, ids };
}

const refusedWith = (code: string) => ({
	...{ ending: "refused", messagesDone: 0, membersRemoved: 0 },
	refusals: [{ code }],
});

test("claims on messages that are gone are ended, and no others", async () => {
	const { client, connection, ids } = await scene(10);
	await take(client, "a", 4);
	await take(client, "b", 4);
	await client.xdel("orders", ids[1] ?? "", ids[6] ?? "");
	await client.xtrim("orders", "MINID", ids[1] ?? "");
	const before = await picture(client);
	const plan = await planned(connection, { action: "clear" });
	expect(await picture(client)).toBe(before);
	expect(plan).toMatchObject({
		...{ risk: "none", undo: "not needed", refusal: null },
		messages: { n: 3, bound: "exact" },
		effects: [{ code: "clear", values: { messages: 3, members: 2 } }],
		figures: [{ code: "held", before: { n: 8 }, after: { n: 5 } }],
	});
	expect(await applied(connection, plan)).toMatchObject({
		...{ ending: "done", messagesDone: 3, refusals: [] },
		figures: [{ code: "held", before: { n: 8 }, after: { n: 5 } }],
	});
	const left = [2, 3, 4, 5, 7].map((at) => ids[at]);
	expect(idsOf(await held(client))).toEqual(left);
	const after = await picture(client);
	expect(await applied(connection, plan)).toMatchObject({ messagesDone: 0 });
	expect(await picture(client)).toBe(after);
	expect(await planned(connection, { action: "clear" })).toMatchObject({
		refusal: { code: "nothing to do" },
	});
});

test("a stream is trimmed up to the first message that any group needs", async () => {
	const { client, connection, ids } = await scene(30);
	await client.xgroup("CREATE", "orders", "audit", "0");
	const read = await take(client, "a", 20);
	await client.xack("orders", "billing", ...read);
	await client.xreadgroup(
		...([
			"GROUP",
			"audit",
			"x",
			"COUNT",
			12,
			"STREAMS",
			"orders",
			">",
		] as const),
	);
	await client.xack("orders", "audit", ...ids.slice(0, 7));
	const before = await picture(client);
	const plan = await planned(connection, { action: "trim" });
	expect(await picture(client)).toBe(before);
	expect(plan).toMatchObject({
		...{ risk: "loses messages", typed: "orders", undo: "impossible" },
		effects: [
			{
				code: "trim",
				values: {
					messages: 7,
					bound: "exact",
					keptFrom: ids[7],
					pinnedBy: "audit",
				},
			},
		],
		warnings: [{ code: "readers unseen" }],
		figures: [{ code: "kept", before: { n: 30 }, after: { n: 23 } }],
	});
	expect(await applied(connection, plan)).toMatchObject({
		...{ ending: "done", messagesDone: 7 },
		figures: [{ code: "kept", before: { n: 30 }, after: { n: 23 } }],
	});
	expect((await client.xrange("orders", "-", "+")).map(([id]) => id)).toEqual(
		ids.slice(7),
	);
	expect(await held(client, "orders", "audit")).toHaveLength(5);
	const after = await picture(client);
	expect(await applied(connection, plan)).toMatchObject({ messagesDone: 0 });
	expect(await picture(client)).toBe(after);
});

test("a trim is refused once a group came that still needs what it would remove", async () => {
	const { client, connection, ids } = await scene(10);
	const read = await take(client, "a", 10);
	await client.xack("orders", "billing", ...read);
	const plan = await planned(connection, { action: "trim" });
	await client.xgroup("CREATE", "orders", "late", ids[2] ?? "");
	const before = await picture(client);
	expect(await applied(connection, plan)).toMatchObject({
		...refusedWith("still needed"),
		refusals: [{ values: { group: "late", id: ids[2] } }],
	});
	expect(await picture(client)).toBe(before);
});

test("a long stream is trimmed in many steps, to the very message", async () => {
	const { client, connection } = await scene(0);
	const pipeline = client.pipeline();
	for (let n = 0; n < 9_000; n++) pipeline.xadd("orders", "*", "n", n);
	await pipeline.exec();
	const read = await take(client, "a", 8_000);
	await client.xack("orders", "billing", ...read);
	const plan = await planned(connection, { action: "trim" });
	expect(plan.effects).toMatchObject([
		{ values: { messages: 7_999, keptFrom: read.at(-1) } },
	]);
	expect(await applied(connection, plan)).toMatchObject({
		...{ ending: "done", messagesDone: 7_999 },
	});
	const [first] = await client.xrange("orders", "-", "+", "COUNT", 1);
	expect([first?.[0], await client.xlen("orders")]).toEqual([
		read.at(-1),
		1_001,
	]);
});

test("a lag nobody can know is counted, and is right from then on", async () => {
	const { client, connection, ids } = await scene(60);
	await client.xgroup("SETID", "orders", "billing", ids[19] ?? "");
	const lag = async () => {
		const groups: unknown = await client.xinfo("GROUPS", "orders");
		return Array.isArray(groups) ? groups[0][11] : undefined;
	};
	expect(await lag()).toBeNull();
	const before = await picture(client);
	const plan = await planned(connection, { action: "count" });
	expect(await picture(client)).toBe(before);
	expect(plan).toMatchObject({
		...{ risk: "none", refusal: null, undo: "not needed" },
		effects: [{ code: "count", values: { unread: 40 } }],
	});
	expect(await applied(connection, plan)).toMatchObject({
		ending: "done",
		figures: [{ code: "waiting", after: { n: 40 } }],
	});
	expect(await lag()).toBe(40);
	await take(client, "a", 3);
	expect(await lag()).toBe(37);
	const stale = await applied(connection, plan);
	expect(stale).toMatchObject(refusedWith("changed since"));
	expect(await lag()).toBe(37);
});

test("a group is ended where it is still the one that was seen", async () => {
	const { client, connection } = await scene(10);
	await take(client, "a", 4);
	const plan = await planned(connection, { action: "destroy" });
	expect(plan).toMatchObject({
		...{ risk: "loses messages", typed: "billing", undo: "impossible" },
		effects: [{ code: "destroy", values: { members: 1, holding: 4, lag: 6 } }],
	});
	await take(client, "a", 1);
	const before = await picture(client);
	const stale = await applied(connection, plan);
	expect(stale).toMatchObject(refusedWith("changed since"));
	expect(await picture(client)).toBe(before);
	const again = await planned(connection, { action: "destroy" });
	expect(await applied(connection, again)).toMatchObject({
		...{ ending: "done", messagesDone: 5, membersRemoved: 1 },
		figures: [
			{ code: "members", before: { n: 1 }, after: { n: 0 } },
			{},
			{},
			{},
		],
		verifiedMs: expect.any(Number),
	});
	expect(await client.xinfo("GROUPS", "orders")).toEqual([]);
	expect(await client.xlen("orders")).toBe(10);
	expect(await applied(connection, again)).toMatchObject(refusedWith("gone"));
});

test("what was put aside for this group comes back, and what others put aside stays", async () => {
	const { client, connection } = await scene(3);
	const said = ["tm-stream", "orders", "tm-id", "1-1", "tm-group"] as const;
	const rest = ["tm-consumer", "a", "tm-deliveries", "9"] as const;
	for (const [n, group] of ["billing", "audit", "billing"].entries())
		await client.xadd("orders:dead", "*", "n", n, ...said, group, ...rest);
	await client.xadd("orders:dead", "*", "n", "of nobody");
	const before = await picture(client);
	const plan = await planned(connection, { action: "redrive", from: null });
	expect(await picture(client)).toBe(before);
	expect(plan).toMatchObject({
		cleanUp: { action: "redrive", from: "orders:dead" },
		...{ risk: "moves messages", refusal: null },
		messages: { n: 2, bound: "exact" },
	});
	expect(await applied(connection, plan)).toMatchObject({
		...{ ending: "done", messagesDone: 2 },
		figures: [
			{ code: "waiting", before: { n: 3 }, after: { n: 5 } },
			{ code: "kept", before: { n: 3 }, after: { n: 5 } },
			{ code: "put aside", before: { n: 4 }, after: { n: 2 } },
		],
	});
	const all = await client.xrange("orders", "-", "+");
	expect(all.slice(3).map(([, fields]) => fields)).toEqual([
		["n", "0"],
		["n", "2"],
	]);
	const aside = await client.xrange("orders:dead", "-", "+");
	expect(aside.map(([, fields]) => fields[1])).toEqual(["1", "of nobody"]);
	const after = await picture(client);
	expect(await applied(connection, plan)).toMatchObject({ messagesDone: 0 });
	expect(await picture(client)).toBe(after);
});

test("members of names that are no text are reached byte for byte", async () => {
	const { client, connection } = await scene(4);
	const name = Buffer.from([0xff, 0x20, 0xfe]);
	for (const member of [name, Buffer.from("\ufffd \ufffd")])
		await client.callBuffer(
			...["XREADGROUP", "GROUP", "billing", member, "COUNT", 2],
			...["STREAMS", "orders", ">"],
		);
	const plan = await planned(connection, {
		...{ action: "reclaim", members: ["\\xff \\xfe"], stuck: false },
		...{ idleMinMs: 0, deliveriesMin: 1, fate: "acknowledge", to: null },
		remove: true,
	});
	expect(plan).toMatchObject({ messages: { n: 2 }, commands: null });
	expect(await applied(connection, plan)).toMatchObject({
		...{ ending: "done", messagesDone: 2, membersRemoved: 1 },
	});
	expect(await membersOf(client)).toEqual(["\ufffd \ufffd"]);
	expect(await held(client)).toHaveLength(2);
});
