// Does what a dead worker left in its list go back among what waits, all of it, once, in order, and nothing else?
import { expect, test } from "vitest";
import { eventually } from "#world/eventually.ts";
import { courseOf } from "../for-tests/cleaning.ts";
import {
	allOf,
	appliedList,
	inProgress,
	plannedList,
	recover,
	undoneList,
	valuesOf,
	worker,
} from "../for-tests/cleaning-lists.ts";
import { openLists } from "../for-tests/jobs.ts";
import { ownRedis } from "../for-tests/own.ts";

const own = ownRedis();

/** One that has seen what there is, and wants to see it lie still for so long. */
async function knowing(patienceMs = 0) {
	const connection = openLists(own(), patienceMs, ["jobs"]);
	await connection.read();
	return connection;
}

/** Somebody sent so many, and one worker took the first of them and died. */
async function left(all: string, taken: number) {
	const { client } = own();
	await client.lpush("jobs", ...all);
	for (let i = 0; i < taken; i++)
		await client.lmove("jobs", inProgress, "RIGHT", "LEFT");
}

/** In the order in which a worker gets them. */
const served = async () =>
	(await valuesOf(own().client, "jobs")).toReversed().join("");

test.each([
	["next", "abcdefg"],
	["last", "defgabc"],
] as const)(
	"what lies in progress goes back, to be served %s, in the order in which it was taken",
	async (when, order) => {
		const { client } = own();
		await left("abcdefg", 3);
		await client.lpush("other", "x", "y");
		await client.lpush("other:processing", "z");
		const connection = await knowing();
		const plan = await plannedList(connection, recover(when, [inProgress]));
		expect(plan).toMatchObject({
			...{ refusal: null, risk: "moves messages", undo: "until taken" },
			...{ messages: { n: 3, bound: "exact" }, typed: null },
			cleanUp: { action: "recover", from: [inProgress], served: when },
			effects: [
				{
					code: "recover",
					values: { messages: 3, lists: 1, to: "jobs", served: when },
				},
			],
			figures: [
				{ code: "waiting", before: { n: 4 }, after: { n: 7 } },
				{ code: "in progress", before: { n: 3 }, after: { n: 0 } },
			],
			members: [{ name: inProgress, holding: 3 }],
		});
		expect(JSON.stringify(plan)).not.toContain('"a"');
		const told = courseOf();
		const outcome = await appliedList(connection, plan, told);
		expect(outcome).toMatchObject({
			...{ ending: "done", messagesDone: 3, refusals: [] },
			figures: plan.figures,
		});
		expect(await served()).toBe(order);
		expect(await client.exists(inProgress)).toBe(0);
		expect(await valuesOf(client, "other")).toEqual(["y", "x"]);
		expect(await valuesOf(client, "other:processing")).toEqual(["z"]);
		expect(told.kept).toHaveLength(3);
		expect(new Set(told.kept.map((it) => "owner" in it && it.owner))).toEqual(
			new Set([inProgress]),
		);

		// A second time it does nothing.
		const picture = await allOf(client);
		expect(await appliedList(connection, plan)).toMatchObject({
			...{ ending: "refused", messagesDone: 0 },
			refusals: [{ code: "changed since" }],
		});
		expect(await allOf(client)).toBe(picture);
	},
);

test.each(["next", "last"] as const)(
	"what was to be served %s is taken back, as it was",
	async (when) => {
		const { client } = own();
		await left("abcdefg", 3);
		const connection = await knowing();
		const before = await allOf(client);
		const plan = await plannedList(connection, recover(when));
		const told = courseOf();
		await appliedList(connection, plan, told);
		const { undo, outcome } = await undoneList(connection, plan, told.kept);
		expect(undo).toMatchObject({
			...{ undo: "impossible", messages: { n: 3 }, refusal: null },
			figures: [
				{ code: "waiting", before: { n: 7 }, after: { n: 4 } },
				{ code: "in progress", before: { n: 0 }, after: { n: 3 } },
			],
		});
		expect(outcome).toMatchObject({ ending: "done", messagesDone: 3 });
		expect(outcome.figures).toEqual(undo.figures);
		expect(await allOf(client)).toBe(before);
	},
);

test("what somebody took since stays his, and the rest goes back though others came beside it", async () => {
	const { client } = own();
	await left("abcdefg", 4);
	const connection = await knowing();
	const plan = await plannedList(connection, recover());
	const told = courseOf();
	await appliedList(connection, plan, told);
	expect(await client.rpop("jobs")).toBe("a");
	await client.rpush("jobs", "given back by another");
	const { undo, outcome } = await undoneList(connection, plan, told.kept);
	expect(undo).toMatchObject({ messages: { n: 3 }, refusal: null });
	expect(outcome).toMatchObject({
		...{ ending: "partly done", messagesDone: 3 },
		refusals: [{ code: "taken since", values: { messages: 1 } }],
	});
	expect(await valuesOf(client, inProgress)).toEqual(["d", "c", "b"]);
	expect(await valuesOf(client, "jobs")).toEqual([
		...["g", "f", "e", "given back by another"],
	]);
});

test("when all were taken there is nothing to take back, and that is said", async () => {
	const { client } = own();
	await left("abc", 3);
	const connection = await knowing();
	const plan = await plannedList(connection, recover());
	const told = courseOf();
	await appliedList(connection, plan, told);
	await client.del("jobs");
	const { undo } = await undoneList(connection, plan, told.kept);
	expect(undo.refusal).toEqual({
		...{ code: "taken since", values: { messages: 3 } },
	});
});

test("a worker that takes or ends one between plan and apply is left alone with all that it has", async () => {
	const { client } = own();
	for (const meanwhile of [
		() => client.lrem(inProgress, -1, "a"),
		() => client.lmove("jobs", inProgress, "RIGHT", "LEFT"),
		async () => {
			await client.lrem(inProgress, -1, "b");
			await client.lmove("jobs", inProgress, "RIGHT", "LEFT");
		},
	]) {
		await client.flushall();
		await left("abcdefg", 3);
		const connection = await knowing();
		const plan = await plannedList(connection, recover());
		await meanwhile();
		const picture = await allOf(client);
		expect(await appliedList(connection, plan)).toMatchObject({
			...{ ending: "refused", messagesDone: 0, verifiedMs: expect.any(Number) },
			refusals: [{ code: "changed since" }],
		});
		expect(await allOf(client)).toBe(picture);
	}
});

test("what was not seen to lie still for as long as is odd is not taken from anybody", async () => {
	await left("abc", 2);
	const connection = await knowing(60_000);
	const { refusal } = await plannedList(connection, recover());
	expect(refusal).toMatchObject({
		code: "too early",
		values: { name: inProgress, patienceMs: 60_000 },
	});
});

test("a worker that is connected under its name keeps what it has, in the plan and when it comes back after it", async () => {
	const { client, world } = own();
	await left("abc", 2);
	const connection = await knowing();
	const plan = await plannedList(connection, recover());
	expect(plan.refusal).toBeNull();
	await worker(world.address, "w1");
	const picture = await allOf(client);
	const why = { code: "still connected", values: { name: "w1" } };
	expect((await plannedList(connection, recover())).refusal).toEqual(why);
	expect(await appliedList(connection, plan)).toMatchObject({
		...{ ending: "refused", refusals: [why] },
	});
	expect(await allOf(client)).toBe(picture);
});

test("a key that has become something else is refused in the server's words, and nothing is done", async () => {
	const { client } = own();
	await left("abc", 2);
	const connection = await knowing();
	const plan = await plannedList(connection, recover());
	await client.del("jobs");
	await client.set("jobs", "text");
	const picture = await allOf(client);
	expect(await appliedList(connection, plan)).toMatchObject({
		ending: "refused",
		refusals: [
			{
				code: "copy refused",
				values: { detail: expect.stringMatching(/^WRONGTYPE/) },
			},
		],
	});
	expect(await allOf(client)).toBe(picture);
});

test("a server whose memory is full takes nothing, and nothing is lost", async () => {
	const { client } = own();
	await left("abc", 2);
	const connection = await knowing();
	const plan = await plannedList(connection, recover());
	const picture = await allOf(client);
	await client.config("SET", "maxmemory", "1");
	try {
		expect(await appliedList(connection, plan)).toMatchObject({
			ending: "refused",
			refusals: [
				{
					code: "copy refused",
					values: { detail: expect.stringMatching(/OOM/) },
				},
			],
		});
	} finally {
		await client.config("SET", "maxmemory", "0");
	}
	expect(await allOf(client)).toBe(picture);
});

test("bytes of any kind, and those that look alike, go back as they are", async () => {
	const { client } = own();
	const values = [
		...[Buffer.from([0, 255, 10, 13, 0]), Buffer.from("same")],
		...[Buffer.from("same"), Buffer.from(""), Buffer.alloc(300_000, 7)],
		...[Buffer.from("same"), Buffer.from("\u0000ends")],
	];
	for (const value of values) await client.lpush(inProgress, value);
	const connection = await knowing();
	const plan = await plannedList(connection, recover());
	expect(plan.warnings).toContainEqual({
		...{ code: "look alike", values: { messages: 2 } },
	});
	const told = courseOf();
	expect(await appliedList(connection, plan, told)).toMatchObject({
		...{ ending: "done", messagesDone: 7 },
	});
	const there = await client.lrangeBuffer("jobs", 0, -1);
	expect(there.toReversed()).toEqual(values);
	await undoneList(connection, plan, told.kept);
	const back = await client.lrangeBuffer(inProgress, 0, -1);
	expect(back.toReversed()).toEqual(values);
});

test("several lists go back in one plan, the one that lay longest first, and each gets its own back", async () => {
	const { client } = own();
	await client.lpush("jobs", ..."abcdefgh");
	const lists = ["w1", "w2", "w3"].map((it) => `jobs:${it}:processing`);
	for (const list of lists)
		for (let i = 0; i < 2; i++)
			await client.lmove("jobs", list, "RIGHT", "LEFT");
	const connection = await knowing();
	const before = await allOf(client);
	for (const when of ["next", "last"] as const) {
		const plan = await plannedList(connection, recover(when));
		const told = courseOf();
		expect(await appliedList(connection, plan, told)).toMatchObject({
			...{ ending: "done", messagesDone: 6 },
		});
		const all = await served();
		expect([...all].sort().join("")).toBe("abcdefgh");
		for (const pair of ["ab", "cd", "ef", "gh"]) expect(all).toContain(pair);
		expect(all.indexOf("gh")).toBe(when === "next" ? 6 : 0);
		await undoneList(connection, plan, told.kept);
		expect(await allOf(client)).toBe(before);
		await connection.read();
	}
});

test("said stop, it goes no further, and what went can be taken back", async () => {
	const { client } = own();
	for (let n = 0; n < 450; n++) await client.lpush(inProgress, `job ${n}`);
	const before = await allOf(client);
	const connection = await knowing();
	const plan = await plannedList(connection, recover());
	const told = courseOf([], ({ messages }, stop) =>
		messages >= 200 ? stop.abort() : undefined,
	);
	const outcome = await appliedList(connection, plan, told);
	expect(outcome).toMatchObject({
		...{ ending: "partly done", refusals: [{ code: "was stopped" }] },
	});
	expect(told.kept).toHaveLength(outcome.messagesDone);
	expect(outcome.messagesDone).toBeLessThan(450);
	await undoneList(connection, plan, told.kept);
	expect(await allOf(client)).toBe(before);
});

test.each(["next", "last"] as const)(
	"where others work from the same list, what a dead one left goes back to be served %s, and theirs stays",
	async (when) => {
		const { client } = own();
		const shared = "jobs:processing";
		await client.lpush("jobs", "dead 1", "dead 2", "dead 3");
		const take = () => client.lmove("jobs", shared, "RIGHT", "LEFT");
		for (let i = 0; i < 3; i++) await take();
		const connection = await knowing(200);
		let n = 0;
		const plan = await eventually(async () => {
			await client.lpush("jobs", `job ${n}`);
			await take();
			if (n > 1) await client.lrem(shared, 1, `job ${n - 2}`);
			n++;
			await connection.read();
			const it = await plannedList(connection, recover(when));
			return it.messages.n === 3 ? it : undefined;
		}, 20_000);
		await client.lpush("jobs", "next");
		await take();
		await client.lpush("jobs", "waits");
		const told = courseOf();
		const before = await valuesOf(client, shared);
		expect(await appliedList(connection, plan, told)).toMatchObject({
			...{ ending: "done", messagesDone: 3 },
		});
		const dead = ["dead 3", "dead 2", "dead 1"];
		expect(await valuesOf(client, "jobs")).toEqual(
			when === "next" ? ["waits", ...dead] : [...dead, "waits"],
		);
		expect(await valuesOf(client, shared)).toEqual(before.slice(0, -3));
		await undoneList(connection, plan, told.kept);
		expect(await valuesOf(client, shared)).toEqual(before);
	},
);

test("twenty thousand go back in order, a hundred in one command at most", async () => {
	const { client } = own();
	const all = Array.from({ length: 20_000 }, (_, n) => `job ${n}`);
	await client.lpush(inProgress, ...all);
	await client.lpush("jobs", "waits");
	const connection = await knowing();
	const plan = await plannedList(connection, recover());
	expect(plan.messages).toEqual({ n: 20_000, bound: "exact" });
	expect(JSON.stringify(plan).length).toBeLessThan(50_000);
	const told = courseOf();
	await client.call("CONFIG", "RESETSTAT");
	expect(await appliedList(connection, plan, told)).toMatchObject({
		...{ ending: "done", messagesDone: 20_000 },
	});
	const ran = (await client.info("commandstats")).matchAll(
		/^cmdstat_eval(?:sha)?:calls=(\d+)/gm,
	);
	const calls = [...ran].reduce((sum, [, calls]) => sum + Number(calls), 0);
	expect(calls).toBeGreaterThanOrEqual(200);
	expect((await valuesOf(client, "jobs")).toReversed()).toEqual([
		...[...all, "waits"],
	]);
	expect(told.kept).toHaveLength(20_000);
}, 60_000);
