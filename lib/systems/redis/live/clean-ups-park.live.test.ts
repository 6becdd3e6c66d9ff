// Is what fails again and again put aside, though it is delivered all the time? That alone, once, and back again where somebody wants.
import { expect, test } from "vitest";
import {
	add,
	applied,
	cleanUpsOf,
	courseOf,
	held,
	idsOf,
	openKnowing,
	picture,
	planned,
	take,
	where,
} from "../for-tests/cleaning.ts";
import { ownRedis } from "../for-tests/own.ts";

const own = ownRedis();
const park = { action: "park" } as const;

/** Two of six fail each time somebody tries them; the others are held for the first time. */
async function scene() {
	const { client, world } = own();
	await client.xgroup("CREATE", "orders", "billing", "0", "MKSTREAM");
	const ids = await add(client, 6);
	await take(client, "a", 4);
	await take(client, "b", 2);
	const [, poison = "", , , other = ""] = ids;
	const connection = openKnowing(world.address);
	await connection.read();
	const tried = async (id: string, member: string, times: number) =>
		client.xclaim(
			...(["orders", "billing", member, 0, id] as const),
			...(["RETRYCOUNT", times] as const),
		);
	await tried(poison, "a", 5);
	await tried(other, "b", 90);
	return { client, connection, ids, poison, other, tried };
}

const fieldsOf = (fields: readonly string[]) =>
	Object.fromEntries(
		fields.flatMap((name, i) =>
			i % 2 === 0 ? [[name, fields[i + 1] ?? ""]] : [],
		),
	);

test("what was delivered five times or more goes aside with where it was from, and nothing else is touched", async () => {
	const { client, connection, ids, poison, other } = await scene();
	const before = await picture(client);
	const plan = await planned(connection, park);
	expect(await picture(client)).toBe(before);
	expect(plan).toMatchObject({
		...{ risk: "moves messages", undo: "while kept", refusal: null },
		messages: { n: 2, bound: "exact" },
		effects: [
			{
				code: "dead-letter",
				values: { messages: 2, members: 2, to: "orders:dead" },
			},
			{
				code: "which messages",
				values: { first: poison, last: other, deliveriesMin: 5 },
			},
		],
		warnings: [
			{ code: "waits for somebody" },
			{ code: "may be in hand", values: { members: 2 } },
		],
	});
	expect(await applied(connection, plan)).toMatchObject({
		...{ ending: "done", messagesDone: 2, membersRemoved: 0, refusals: [] },
		figures: [
			{ code: "held", before: { n: 6 }, after: { n: 4 } },
			{ code: "put aside", before: { n: 0 }, after: { n: 2 } },
		],
	});
	expect(idsOf(await held(client))).toEqual(
		ids.filter((id) => id !== poison && id !== other),
	);
	const aside = await client.xrange("orders:dead", "-", "+");
	expect(aside.map(([, fields]) => fieldsOf(fields))).toMatchObject([
		{ "tm-id": poison, "tm-consumer": "a", "tm-deliveries": "5" },
		{ "tm-id": other, "tm-consumer": "b", "tm-deliveries": "90" },
	]);
	const after = await picture(client);
	expect(await applied(connection, plan)).toMatchObject({
		...{ ending: "refused", messagesDone: 0 },
		refusals: [{ code: "acknowledged since", values: { messages: 2 } }],
	});
	expect(await picture(client)).toBe(after);
	expect(await planned(connection, park)).toMatchObject({
		refusal: { code: "nothing to do" },
	});
});

test("one that is tried again, or taken by another, after the plan was drawn goes aside all the same", async () => {
	const { client, connection, poison, other, tried } = await scene();
	const plan = await planned(connection, park);
	await tried(poison, "b", 6);
	await tried(other, "newcomer", 91);
	expect(await applied(connection, plan)).toMatchObject({
		...{ ending: "done", messagesDone: 2 },
	});
	expect(await client.xlen("orders:dead")).toBe(2);
});

test("one that was done meanwhile stays done, and is not put aside", async () => {
	const { client, connection, poison } = await scene();
	const plan = await planned(connection, park);
	await client.xack("orders", "billing", poison);
	expect(await applied(connection, plan)).toMatchObject({
		...{ ending: "partly done", messagesDone: 1 },
		refusals: [{ code: "acknowledged since", values: { messages: 1 } }],
	});
	expect(await client.xlen("orders:dead")).toBe(1);
});

test("of very many the first five hundred go, which is said, and the others with the next plan", async () => {
	const { client, world } = own();
	await client.xgroup("CREATE", "orders", "billing", "0", "MKSTREAM");
	const ids = await add(client, 520);
	await take(client, "a", 520);
	for (const id of ids)
		await client.xclaim(
			...(["orders", "billing", "a", 0, id] as const),
			...(["RETRYCOUNT", 9] as const),
		);
	const connection = openKnowing(world.address);
	await connection.read();
	const plan = await planned(connection, park);
	expect(plan).toMatchObject({ messages: { n: 500, bound: "exact" } });
	expect(plan.warnings.slice(2)).toEqual([
		{ code: "first of more", values: { messages: 500 } },
	]);
	for (const messagesDone of [500, 20])
		expect(
			await applied(connection, await planned(connection, park)),
		).toMatchObject({ ending: "done", messagesDone });
	expect(await held(client)).toEqual([]);
	expect(await client.xlen("orders:dead")).toBe(520);
});

test("taken back, each is held by whom it was held, as often delivered, and lies aside no longer", async () => {
	const { client, connection } = await scene();
	const before = await held(client);
	const plan = await planned(connection, park);
	const told = courseOf();
	await applied(connection, plan, told);
	const undone = { plan, before: told.kept };
	const undo = { action: "undo", errand: "e" } as const;
	const back = await cleanUpsOf(connection).plan(where, undo, undone);
	expect(back).toMatchObject({ messages: { n: 2 }, refusal: null });
	await applied(connection, back, courseOf(told.kept));
	expect(idsOf(await held(client))).toEqual(idsOf(before));
	expect(await client.xlen("orders:dead")).toBe(0);
});
