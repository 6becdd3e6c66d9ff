// Does whoever looks see who reads a queue, what each holds, where messages come from and go to, and what holds for it?
import { expect, test } from "vitest";
import { eventually } from "#world/eventually.ts";
import { unique } from "../../contract-stage.ts";
import { nothingConfigured } from "../connection/configured.ts";
import { openAt, ownRabbit, readingsOf } from "../for-tests/own.ts";

const own = ownRabbit();

const page = { part: "members", sort: "lag", offset: 0, limit: 10 } as const;
const at = (channel: string) => ({
	...{ broker: "b", kind: "classic queue", channel, group: null },
});

test("consumers with how many each may hold and holds, told apart though they bear the same tag", async () => {
	const { traffic, world } = own();
	const name = unique("orders");
	await traffic.declare(name);
	await traffic.write(name, 9);
	await traffic.hold(name, 2, "worker");
	await traffic.hold(name, 4, "worker");
	await traffic.hold(name, 0, "greedy");
	await traffic.tells(name, { consumers: 3, unacked: 9, ready: 0 });
	const connection = openAt(world.address);
	const from = {
		clientId: expect.stringContaining(" -> "),
		host: expect.stringMatching(/:\d+$/),
	};
	const most = (messages: number) => ({
		code: "takes at most",
		values: { messages },
	});
	const worker = expect.stringMatching(/^worker, .*\(\d+\)$/);
	await eventually(async () => {
		const { members, total } = await connection.look(at(name), page);
		expect(total).toBe(3);
		const greedy = { code: "takes any number", values: {} };
		expect(members).toMatchObject([
			{
				...from,
				name: "greedy",
				holding: 3,
				verdict: "live",
				evidence: greedy,
			},
			{ ...from, name: worker, holding: 2, evidence: most(2) },
			{ ...from, name: worker, holding: 4, evidence: most(4) },
		]);
		return true;
	}, 20_000);
});

test("one that holds all it may and does nothing for longer than its patience is stuck", async () => {
	const { traffic, world } = own();
	await traffic.declare("stuck");
	await traffic.write("stuck", 9);
	await traffic.hold("stuck", 2, "frozen");
	await traffic.tells("stuck", { unacked: 2 });
	const settings = { ...nothingConfigured, patienceMs: () => 0 };
	const connection = openAt(world.address, settings);
	await connection.read();
	expect((await connection.look(at("stuck"), page)).members).toMatchObject([
		{
			...{ name: "frozen", holding: 2, verdict: "stuck" },
			evidence: { code: "connected but still", values: { messages: 2 } },
		},
	]);
});

test("bindings, limits, policies and arguments", async () => {
	const { traffic, world } = own();
	await traffic.declare("mails", {
		maxLength: 500,
		deadLetterExchange: "dead",
		arguments: { "x-odd": [1, "a"] },
	});
	await traffic.channel.assertExchange("events", "topic");
	await traffic.channel.bindQueue("mails", "events", "mail.*");
	await traffic.channel.bindQueue("mails", "amq.fanout", "");
	await world.call("PUT", "/api/policies/%2F/short", {
		...{ pattern: "^mails$", "apply-to": "queues" },
		definition: {
			"max-length": 300,
			"message-ttl": 60_000,
			overflow: "reject-publish",
		},
	});
	const connection = openAt(world.address);
	await eventually(async () => {
		const { settings } = await connection.look(at("mails"), page);
		expect(settings).toEqual([
			{ code: "kept for", value: 60_000 },
			{ code: "longest", value: 300 },
			{ code: "largest", value: "unbounded" },
			{ code: "when full", value: "refuses" },
			{ code: "dead letters go to", value: "dead" },
			{ code: "bound by", value: "amq.fanout, events: mail.*" },
			{ code: "policy", value: "short" },
			{
				code: "arguments",
				value: expect.stringContaining("x-max-length: 500"),
			},
			{ code: "delivered again", value: null },
		]);
		return true;
	}, 20_000);
});

test("a message that comes back is told as delivered again, and never as read twice", async () => {
	const { traffic, world } = own();
	await traffic.declare("failing");
	await traffic.write("failing", 1);
	const connection = openAt(world.address);
	let delivered = 0;
	for (const times of [1, 4]) {
		for (let i = 0; i < times; i++) {
			const message = await traffic.channel.get("failing");
			if (message === false) throw new Error("It is empty");
			traffic.channel.nack(message, false, true);
		}
		delivered += times;
		await traffic.tells("failing", { ready: 1, unacked: 0, delivered });
		const { settings } = await connection.look(at("failing"), page);
		const again = { code: "delivered again", value: delivered - 1 };
		expect(settings).toContainEqual(again);
		const readings = await readingsOf(connection);
		expect(readings).toContainEqual(
			expect.objectContaining({ channel: "failing", departed: 1 }),
		);
	}
});
