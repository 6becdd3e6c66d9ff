// Is what a group holds shown entry by entry, each exactly once, and left as it is?
import { expect, test } from "vitest";
import { anyPending, type PendingWish } from "#lib/core/pending.ts";
import { eventually } from "#world/eventually.ts";
import type { Connection } from "../../system.ts";
import { openAt, ownRedis } from "../for-tests/own.ts";

const own = ownRedis();
const open = () => openAt(own().world.address);
const where = { broker: "b", kind: "stream", channel: "s", group: "g" };
const look = (connection: Connection, wish: Partial<PendingWish>, limit = 50) =>
	connection.look(where, {
		...{ part: "pending", sort: "lag", offset: 0, limit },
		pending: { ...anyPending, ...wish },
	});

async function page(wish: Partial<PendingWish>, limit = 50) {
	const { pending } = await look(open(), wish, limit);
	if (pending === null) throw new Error("no page of what is held");
	return pending;
}

/** All pages one after another, as somebody turns them. */
async function all(wish: Partial<PendingWish>, limit: number) {
	const connection = open();
	const seen: string[] = [];
	let after: string | null = null;
	do {
		const { pending } = await look(connection, { ...wish, after }, limit);
		if (pending === null) throw new Error("no page of what is held");
		expect(pending.entries.length).toBeLessThanOrEqual(limit);
		seen.push(...pending.entries.map(({ id }) => id));
		after = pending.next;
	} while (after !== null);
	return seen;
}

/** Entries written a second apart, ending now, held by members in turn; those named were delivered more often and long ago. */
async function held(
	count: number,
	members: readonly string[],
	old: (i: number) => { deliveries: number; idleMs: number } | null,
) {
	const { client } = own();
	const beginMs = Date.now() - count * 1_000;
	const ids = Array.from(
		{ length: count },
		(_, i) => `${beginMs + i * 1_000}-0`,
	);
	const writing = client.pipeline();
	for (const [i, id] of ids.entries())
		writing.xadd("s", id, "job", `number ${i}`);
	await writing.exec();
	await client.xgroup("CREATE", "s", "g", "0");
	const reading = client.pipeline();
	for (const [i] of ids.entries()) {
		const member = members[i % members.length] ?? "m";
		reading.xreadgroup("GROUP", "g", member, "COUNT", 1, "STREAMS", "s", ">");
	}
	await reading.exec();
	const claiming = client.pipeline();
	for (const [i, id] of ids.entries()) {
		const change = old(i);
		const member = members[i % members.length] ?? "m";
		if (change !== null)
			claiming.call(
				...(["XCLAIM", "s", "g", member, 0, id] as const),
				...(["IDLE", change.idleMs, "RETRYCOUNT", change.deliveries] as const),
				"JUSTID",
			);
	}
	await claiming.exec();
	return ids;
}

const never = () => null;

test("every entry is shown once, in the order of its id, with who holds it", async () => {
	const ids = await held(257, ["a", "b"], never);
	expect(await all({}, 50)).toEqual(ids);
	const { entries } = await page({}, 2);
	expect(entries).toMatchObject([
		{ id: ids[0], member: "a", deliveries: 1, kept: true, contents: null },
		{ id: ids[1], member: "b", deliveries: 1, kept: true, contents: null },
	]);
	expect(entries[0]?.bytes).toBe("job".length + "number 0".length);
	expect(entries[0]?.writtenMs).toBe(Number(ids[0]?.split("-")[0]));
});

test("what one member holds is shown alone, and counted alone", async () => {
	const ids = await held(100, ["a", "b", "c", "d"], never);
	const its = ids.filter((_, i) => i % 4 === 2);
	expect(await all({ member: "c" }, 7)).toEqual(its);
	expect((await look(open(), { member: "c" })).total).toBe(25);
	expect((await look(open(), {})).total).toBe(100);
	expect(await all({ member: "nobody" }, 7)).toEqual([]);
});

test("filters find all that fits and nothing else, wherever it lies among thousands", async () => {
	const ids = await held(3_500, ["a", "b"], (i) =>
		i % 700 === 3 ? { deliveries: 5, idleMs: 600_000 } : null,
	);
	const rare = ids.filter((_, i) => i % 700 === 3);
	for (const wish of [
		{ deliveriesMin: 5 },
		{ deliveriesMin: 2 },
		{ idleMinMs: 500_000 },
		{ idleMinMs: 500_000, deliveriesMin: 5 },
	])
		expect(await all(wish, 2)).toEqual(rare);
	const odd = rare.filter((id) => ids.indexOf(id) % 2 === 1);
	expect(await all({ deliveriesMin: 5, member: "b" }, 50)).toEqual(odd);
	expect(await all({ deliveriesMin: 6 }, 50)).toEqual([]);
	expect(await all({ idleMinMs: 9_000_000 }, 50)).toEqual([]);
});

test("a message that is gone is told from one that is kept", async () => {
	const ids = await held(6, ["a"], never);
	await own().client.xdel("s", ids[1] ?? "", ids[4] ?? "");
	const { entries } = await page({});
	expect(entries.map(({ kept }) => kept)).toEqual(
		ids.map((_, i) => i !== 1 && i !== 4),
	);
	expect(entries[1]).toMatchObject({ bytes: null, contents: null });
});

test("one entry says what it says, and only when it is asked to", async () => {
	const { client } = own();
	const id = await client.xadd(
		"s",
		"*",
		"html",
		"<img src=x>",
		Buffer.from([0xff]),
		"한",
	);
	await client.xgroup("CREATE", "s", "g", "0");
	await client.xreadgroup("GROUP", "g", "a", "STREAMS", "s", ">");
	expect((await page({ entry: id })).entries[0]?.contents).toBeNull();
	const { entries } = await page({ entry: id, contents: true }, 1);
	expect(entries[0]?.contents).toEqual({
		fields: [
			{
				name: { text: "html", bytesLeftOut: 0 },
				value: { text: "<img src=x>", bytesLeftOut: 0 },
			},
			{
				name: { text: "\\xff", bytesLeftOut: 0 },
				value: { text: "한", bytesLeftOut: 0 },
			},
		],
		fieldsLeftOut: 0,
	});
	expect((await page({ entry: "1-1" })).entries).toEqual([]);
});

test("ids that tell no time are not taken for one", async () => {
	const { client } = own();
	for (const id of ["1-1", "1-2", "7-0"]) await client.xadd("s", id, "n", 1);
	await client.xgroup("CREATE", "s", "g", "0");
	await client.xreadgroup("GROUP", "g", "a", "STREAMS", "s", ">");
	const { entries } = await page({});
	expect(entries.map(({ writtenMs }) => writtenMs)).toEqual([null, null, null]);
});

test("looking changes nothing: not who holds it, not how long, not how often", async () => {
	await held(1_500, ["a", "b"], (i) =>
		i % 100 === 0 ? { deliveries: 3, idleMs: 900_000 } : null,
	);
	const { client } = own();
	const seen = async () => {
		const rows = await client.xpending("s", "g", "-", "+", 2_000);
		const members = await client.xinfo("CONSUMERS", "s", "g");
		const changes = /changes_since_last_save:\d+/.exec(await client.info());
		return {
			rows: rows as [string, string, number, number][],
			members,
			changes: changes?.[0],
		};
	};
	const before = await seen();
	await all({}, 500);
	await all({ deliveriesMin: 3 }, 5);
	await page({ entry: before.rows[0]?.[0] ?? "", contents: true }, 1);
	const connection = open();
	const survey = { part: "survey", sort: "lag", offset: 0, limit: 1 } as const;
	for (const whole of [false, true])
		await connection.look(where, {
			...survey,
			pending: { ...anyPending, whole },
		});
	await eventually(async () => {
		const pending = { ...anyPending, whole: true };
		const now = await connection.look(where, { ...survey, pending });
		return now.survey?.bound === "exact" || undefined;
	}, 10_000);
	const after = await seen();
	expect(after.changes).toBe(before.changes);
	const still = (rows: typeof before.rows) =>
		rows.map(([id, member, , n]) => [id, member, n]);
	expect(still(after.rows)).toEqual(still(before.rows));
	for (const [i, [, , idleMs]] of after.rows.entries())
		expect(idleMs).toBeGreaterThanOrEqual(before.rows[i]?.[2] ?? 0);
});

test("an id nobody could have been given is refused, and what is gone says so", async () => {
	await held(1, ["a"], never);
	for (const wish of [{ after: "+" }, { entry: "1-1 2" }, { after: "(1-1" }])
		await expect(page(wish)).rejects.toMatchObject({ code: "invalid" });
	await own().client.xgroup("DESTROY", "s", "g");
	await expect(page({})).rejects.toMatchObject({ code: "not found" });
	await own().client.del("s");
	await expect(page({ contents: true }, 1)).rejects.toMatchObject({
		code: "not found",
	});
});

test("whoever may not read messages still sees what is held; what it says is refused with the reason", async () => {
	const [id = ""] = await held(3, ["a"], never);
	await own().client.call(
		...(["ACL", "SETUSER", "blind", "reset", "on", ">pass", "%R~*"] as const),
		...(["-@all", "+info", "+time", "+xinfo", "+xpending", "+select"] as const),
		"+client|setname",
	);
	const text = own().world.address.replace("//", "//blind:pass@");
	const connection = openAt(text);
	const { pending } = await look(connection, {});
	expect(pending?.entries).toHaveLength(3);
	expect(pending?.entries[0]).toMatchObject({ kept: null, bytes: null });
	await expect(
		look(connection, { entry: id, contents: true }, 1),
	).rejects.toMatchObject({ trouble: { code: "right missing" } });
});

test("whoever may not ask for the time still sees what is held", async () => {
	await held(3, ["a"], never);
	await own().client.call(
		...(["ACL", "SETUSER", "untimed", "reset", "on", ">pass", "%R~*"] as const),
		...(["-@all", "+info", "+xinfo", "+xpending", "+xrange"] as const),
		...(["+select", "+client|setname"] as const),
	);
	const text = own().world.address.replace("//", "//untimed:pass@");
	const { pending } = await look(openAt(text), {});
	expect(pending?.entries).toHaveLength(3);
});
