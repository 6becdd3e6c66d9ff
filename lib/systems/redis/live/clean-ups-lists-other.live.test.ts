// Failed messages, lists read from the other end, rights: does what goes back in a list go the right way, or not at all?
import { expect, test } from "vitest";
import type { CleanUp } from "#lib/core/clean-up/clean-up.ts";
import { nothingConfigured } from "../connection/configured.ts";
import { cleanUpsOf, courseOf } from "../for-tests/cleaning.ts";
import {
	allOf,
	appliedList,
	inProgress,
	jobs,
	plannedList,
	recover,
	undoneList,
	valuesOf,
} from "../for-tests/cleaning-lists.ts";
import { listsOf, lookAt, noted } from "../for-tests/jobs.ts";
import { openAt, ownRedis } from "../for-tests/own.ts";
import { operatorOf, viewerOf } from "../for-tests/viewer.ts";
import { nothingOfLists } from "../lists/configured.ts";

const own = ownRedis();

async function knowing(address = own().world.address, aside?: string[]) {
	const lists = {
		...{ ...nothingOfLists, names: ["jobs"], patienceMs: () => 0 },
		aside: aside ?? nothingOfLists.aside,
	};
	const connection = openAt(address, { ...nothingConfigured, lists });
	await connection.read();
	return connection;
}

const redrive = (from: string | null = null): CleanUp => ({
	...{ action: "redrive", from },
});

test.each([
	["jobs:failed", undefined],
	["jobs:dead", undefined],
	["jobs/errors", ["/errors"]],
])(
	"what failed is counted and goes back from %s behind all that waits, and out of it again",
	async (from, aside) => {
		const { client } = own();
		await client.lpush("jobs", "c", "d");
		await client.lpush(from, "a", "b");
		const connection = await knowing(undefined, aside);
		const [reading] = await listsOf(connection);
		expect(reading && noted(reading)).toMatchObject({ failed: 2 });
		expect((await lookAt(connection, "jobs")).settings).toContainEqual({
			...{ code: "failed", value: 2 },
		});
		const before = await allOf(client);
		const plan = await plannedList(connection, redrive());
		expect(plan).toMatchObject({
			...{ refusal: null, undo: "until taken", messages: { n: 2 } },
			cleanUp: { action: "redrive", from },
			effects: [{ code: "redrive", values: { messages: 2, from } }],
			figures: [
				{ code: "waiting", before: { n: 2 }, after: { n: 4 } },
				{ code: "put aside", before: { n: 2 }, after: { n: 0 } },
			],
		});
		const told = courseOf();
		const outcome = await appliedList(connection, plan, told);
		expect(outcome).toMatchObject({ ending: "done", messagesDone: 2 });
		expect(outcome.figures).toEqual(plan.figures);
		expect(await valuesOf(client, "jobs")).toEqual(["b", "a", "d", "c"]);
		const proof = await cleanUpsOf(connection).prove(jobs, plan, told.kept);
		expect(proof).toMatchObject({
			figures: plan.figures,
			afterwards: [{ code: "copies read", values: { read: 0, messages: 2 } }],
		});
		await undoneList(connection, plan, told.kept);
		expect(await allOf(client)).toBe(before);
	},
);

test("nothing failed, or it lies where nobody looked: there is nothing to put back", async () => {
	const connection = await knowing();
	expect((await plannedList(connection, redrive())).refusal).toEqual({
		...{ code: "nothing to do", values: {} },
	});
	expect((await plannedList(connection, redrive("nowhere"))).refusal).toEqual({
		...{ code: "nothing to do", values: {} },
	});
	await own().client.set("text", "a");
	expect(
		(await plannedList(connection, redrive("text"))).refusal,
	).toMatchObject({
		code: "copy refused",
		values: { detail: expect.stringMatching(/WRONGTYPE/) },
	});
	expect(
		(await plannedList(connection, redrive("jobs"))).refusal,
	).toMatchObject({ code: "copy refused" });
});

const ways = [
	["RIGHT", "LEFT"],
	["LEFT", "RIGHT"],
	["LEFT", "LEFT"],
	["RIGHT", "RIGHT"],
] as const;

test.each(ways)(
	"whoever was seen to take and to lay them so gets them back in order: %s, %s",
	async (from, to) => {
		const { client } = own();
		const send = (...all: string[]) =>
			from === "RIGHT"
				? client.lpush("jobs", ...all)
				: client.rpush("jobs", ...all);
		const take = () => client.call("LMOVE", "jobs", inProgress, from, to);
		await send("a", "b", "c", "d", "e", "f", "g", "h", "i");
		await take();
		const connection = await knowing();
		for (let i = 0; i < 4; i++) {
			await take();
			await connection.read();
		}
		for (const when of ["next", "last"] as const) {
			const plan = await plannedList(connection, recover(when));
			expect(plan).toMatchObject({ refusal: null, messages: { n: 5 } });
			expect(plan.warnings.map(({ code }) => code)).not.toContain(
				"ends assumed",
			);
			const told = courseOf();
			const before = await allOf(client);
			expect(await appliedList(connection, plan, told)).toMatchObject({
				ending: "done",
			});
			const values = await valuesOf(client, "jobs");
			expect((from === "RIGHT" ? values.toReversed() : values).join("")).toBe(
				when === "next" ? "abcdefghi" : "fghiabcde",
			);
			await undoneList(connection, plan, told.kept);
			expect(await allOf(client)).toBe(before);
		}
	},
);

test("with RPOPLPUSH the ends are known, else it is said that they are taken for granted", async () => {
	const { client } = own();
	await client.config("RESETSTAT");
	await client.lpush("jobs", "a", "b");
	await client.rpoplpush("jobs", inProgress);
	const connection = await knowing();
	const codes = async () =>
		(await plannedList(connection, recover())).warnings.map(({ code }) => code);
	expect(await codes()).toEqual(["half done", "owner unseen"]);
	await client.lmove("other", "others", "LEFT", "RIGHT");
	expect(await codes()).toContain("ends assumed");
});

test("the commands that are shown do the same", async () => {
	const { client } = own();
	await client.lpush("jobs", "a", "b", "c", "d");
	for (let i = 0; i < 3; i++)
		await client.lmove("jobs", inProgress, "RIGHT", "LEFT");
	const connection = await knowing();
	for (const when of ["next", "last"] as const) {
		const { commands } = await plannedList(connection, recover(when));
		const [line = ""] = commands ?? [];
		const words = line.split(" ").slice(4);
		expect(words.slice(0, 3)).toEqual(["-r", "3", "LMOVE"]);
		const [command = "", ...rest] = words.slice(2);
		for (let i = 0; i < Number(words[1]); i++)
			await client.call(command, ...rest);
		const got = (await valuesOf(client, "jobs")).toReversed().join("");
		expect(got).toBe(when === "next" ? "abcd" : "dabc");
		await client.del("jobs");
		await client.rpush("jobs", "d");
		await client.rpush(inProgress, "c", "b", "a");
	}
});

const wishes: readonly (readonly [string, CleanUp])[] = [
	["recover", recover()],
	["redrive", redrive()],
];

async function as(rights: readonly string[]) {
	const { client, world } = own();
	await client.call("ACL", "SETUSER", "somebody", ...rights);
	await client.lpush("jobs", "x");
	await client.lpush(inProgress, "a", "b");
	await client.lpush("jobs:failed", "c");
	return knowing(world.address.replace("//", "//somebody:pass@"));
}

test.each(wishes)("who may only look is told so: %s", async (_, wish) => {
	const connection = await as(viewerOf(own().version));
	const before = await allOf(own().client);
	const plan = await plannedList(connection, wish);
	expect(plan.refusal).toEqual({
		code: "broker forbids",
		values: { detail: expect.stringMatching(/^NOPERM .*'eval'/) },
	});
	expect(await appliedList(connection, plan)).toMatchObject({
		ending: "refused",
	});
	expect(await allOf(own().client)).toBe(before);
});

test.each(wishes)(
	"the rights our documents name are enough: %s",
	async (_, wish) => {
		const connection = await as(operatorOf(own().version));
		const plan = await plannedList(connection, wish);
		expect(plan.refusal).toBeNull();
		expect(await appliedList(connection, plan)).toMatchObject({
			ending: "done",
		});
	},
);

test.each(
	wishes.flatMap(([name, wish]) =>
		["lrem", "lpush", "rpush"].map((right) => [name, right, wish] as const),
	),
)(
	"%s without %s is refused before anything is done",
	async (_, right, wish) => {
		const connection = await as(operatorOf(own().version, `-${right}`));
		const plan = await plannedList(connection, wish);
		expect(plan.refusal).toEqual({
			code: "broker forbids",
			values: { detail: expect.stringContaining(`'${right}'`) },
		});
	},
);

test("rights that are taken away between plan and apply are found before anything is done", async () => {
	const connection = await as(operatorOf(own().version));
	const plan = await plannedList(connection, recover());
	for (const right of ["lrem", "rpush", "llen", "eval"]) {
		await own().client.call(
			"ACL",
			"SETUSER",
			"somebody",
			`-${right}`,
			"-evalsha",
		);
		const before = await allOf(own().client);
		expect(await appliedList(connection, plan)).toMatchObject({
			...{ ending: "refused", messagesDone: 0 },
			refusals: [{ code: "broker forbids" }],
		});
		expect(await allOf(own().client)).toBe(before);
		await own().client.call("ACL", "SETUSER", "somebody", `+${right}`);
	}
});

test("what is done to a list is not done to a stream's group, and a list that nobody knows is none", async () => {
	const connection = await knowing();
	const { plan } = cleanUpsOf(connection);
	await expect(
		plan({ ...jobs, channel: "nowhere" }, recover(), null),
	).rejects.toMatchObject({ code: "not found" });
	await expect(plan(jobs, { action: "trim" }, null)).rejects.toMatchObject({
		code: "refused",
	});
});
