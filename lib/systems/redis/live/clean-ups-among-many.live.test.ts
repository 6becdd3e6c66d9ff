// Is what is ill found among very much that is held, whoever holds it, and is it said where not all was looked at?
import { expect, test } from "vitest";
import { reclaimAll } from "#lib/core/clean-up/clean-up.ts";
import {
	add,
	applied,
	courseOf,
	held,
	idsOf,
	openKnowing,
	planned,
	take,
	where,
} from "../for-tests/cleaning.ts";
import { ownRedis } from "../for-tests/own.ts";

const own = ownRedis();
const park = { action: "park" } as const;

async function scene() {
	const { client, world } = own();
	await client.xgroup("CREATE", "orders", "billing", "0", "MKSTREAM");
	return { client, connection: openKnowing(world.address) };
}

/** Added and taken at the server, by one member. */
async function hold(member: string, count: number) {
	const script = `
		for i = 1, ARGV[3] do redis.call('XADD', KEYS[1], '*', 'n', i) end
		return #redis.call('XREADGROUP', 'GROUP', ARGV[1], ARGV[2], 'COUNT', ARGV[3], 'STREAMS', KEYS[1], '>')`;
	const rest = [where.group, member, count] as const;
	expect(await own().client.eval(script, 1, where.channel, ...rest)).toBe(1);
}

const failing = (id: string, member: string) =>
	own().client.xclaim(
		...(["orders", "billing", member, 0, id] as const),
		...(["RETRYCOUNT", 9] as const),
	);

test("one that fails is found behind twelve thousand that another holds, and nobody else's are walked through", async () => {
	const { client, connection } = await scene();
	await hold("a", 12_000);
	const [poison = ""] = await add(client, 1);
	await take(client, "z", 1);
	for (let n = 0; n < 40; n++)
		await client.xgroup("CREATECONSUMER", "orders", "billing", `idle-${n}`);
	await failing(poison, "z");
	const plan = await planned(connection, park);
	expect(plan).toMatchObject({
		...{ refusal: null, messages: { n: 1, bound: "exact" } },
		warnings: [{ code: "waits for somebody" }, { code: "may be in hand" }],
	});
	const told = courseOf();
	expect(await applied(connection, plan, told)).toMatchObject({
		...{ ending: "done", messagesDone: 1 },
	});
	expect(idsOf(told.kept.map((it) => ({ id: "", ...it })))).toEqual([poison]);
	const steps = told.told.filter(({ stage }) => stage === "messages");
	expect(steps.map(({ messages }) => messages)).toEqual([0, 1]);
	expect(await held(client)).toHaveLength(12_000);
});

test("where more is held than is looked at, none is said not to fail; the oldest are looked at first", async () => {
	const { client, connection } = await scene();
	const [oldest = ""] = await add(client, 1);
	await take(client, "z", 1);
	await hold("a", 100_500);
	const { refusal, warnings } = await planned(connection, park);
	expect(refusal?.code).toBe("none found");
	expect(refusal?.values.looked).toBeGreaterThanOrEqual(1_000);
	expect(refusal?.values.looked).toBeLessThanOrEqual(100_000);
	expect(warnings.map(({ code }) => code)).not.toContain("looked at some");
	await failing(oldest, "z");
	const plan = await planned(connection, park);
	expect(plan).toMatchObject({ refusal: null, messages: { n: 1 } });
	expect(plan.warnings.at(-1)?.code).toBe("looked at some");
	expect(await applied(connection, plan)).toMatchObject({
		...{ ending: "done", messagesDone: 1 },
	});
});

test("what is gone is found behind more than are looked at of another member", async () => {
	const { client, connection } = await scene();
	await add(client, 3);
	await take(client, "z", 3);
	await hold("a", 10_500);
	const clear = { action: "clear" } as const;
	expect(await planned(connection, clear)).toMatchObject({
		...{ refusal: { code: "none found", values: { looked: 10_000 } } },
		warnings: [],
	});
	await client.xtrim("orders", "MAXLEN", 10_500);
	const plan = await planned(connection, clear);
	expect(plan).toMatchObject({
		...{ refusal: null, messages: { n: 3, bound: "at least" } },
		warnings: [{ code: "looked at some", values: { looked: 10_000 } }],
	});
	expect(await applied(connection, plan)).toMatchObject({
		...{ ending: "done", messagesDone: 3 },
	});
	expect(await held(client)).toHaveLength(10_500);
});

test("where conditions are met by none of those that were looked at, that is said", async () => {
	const { connection } = await scene();
	await hold("a", 10_500);
	const wish = {
		...{ ...reclaimAll, members: ["a"], deliveriesMin: 7, remove: false },
		fate: "dead-letter",
	} as const;
	expect(await planned(connection, wish)).toMatchObject({
		refusal: { code: "none found", values: { looked: 10_000 } },
	});
});
