// Are queues of every virtual host told apart, whatever they are called, and does no name lead elsewhere?
import { expect, test } from "vitest";
import { openAt, ownRabbit, readingsOf } from "../for-tests/own.ts";

const own = ownRabbit();

const wicked = [
	...["..", ".", "a/b", "%2F", "a%2Fb", "?page=9", "#", "a b", "<b>&amp;"],
	...[
		"\u0001\u0007",
		"\u202egnp.exe",
		"constructor",
		"__proto__",
		"😀",
		"k".repeat(255),
	],
];

const page = { part: "members", sort: "lag", offset: 0, limit: 5 } as const;
const at = (channel: string) => ({
	...{ broker: "b", kind: "classic queue", channel, group: null },
});

test("each queue has a row, and looking at it shows that one or says that nobody may ask", async () => {
	const { traffic, world } = own();
	for (const name of wicked)
		await traffic.declare(name, { maxLength: name.length });
	const connection = openAt(world.address);
	const readings = await readingsOf(connection);
	expect(new Set(readings.map(({ channel }) => channel)).size).toBe(
		wicked.length,
	);
	for (const { channel } of readings) {
		const look = await connection
			.look(at(channel), page)
			.catch((error: unknown) => error);
		const name = channel.startsWith("%2F/") ? channel.slice(4) : channel;
		expect(look).toMatchObject(
			/^\.{1,2}$/.test(name)
				? { name: "Problem", code: "refused" }
				: {
						settings: expect.arrayContaining([
							{ code: "longest", value: name.length },
						]),
					},
		);
	}
});

test("virtual hosts are told apart, and one alone where it is named", async () => {
	const { world } = own();
	for (const one of ["shop", "a/b", "결제"]) {
		const there = await own().trafficIn(one);
		await there.declare("orders");
		await there.write("orders", 2);
	}
	const all = (await readingsOf(openAt(world.address))).map((it) => it.channel);
	const own_ = ["shop/orders", "a%2Fb/orders", "%EA%B2%B0%EC%A0%9C/orders"];
	expect(all).toEqual(expect.arrayContaining(own_));
	const connection = openAt(`${world.address}/a%2Fb`);
	expect(await readingsOf(connection)).toMatchObject([
		{ channel: "a%2Fb/orders", lag: { n: 2 } },
	]);
	expect((await connection.look(at("a%2Fb/orders"), page)).total).toBe(0);
	await expect(connection.look(at("shop/nothing"), page)).rejects.toMatchObject(
		{ code: "not found" },
	);
});
