// Is it told what is wrong with a broker as a whole: alarms, rights, a wrong door?
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { connect } from "amqplib";
import { expect, onTestFinished, test } from "vitest";
import { eventually } from "#world/eventually.ts";
import { unmanagedAt } from "../connection/doorstep.ts";
import { openAt, ownRabbit, readingsOf, startOwn } from "../for-tests/own.ts";
import { recorderBefore } from "../for-tests/recorder.ts";

const own = ownRabbit();

const at = (user: string, path = "") =>
	`${own().world.address.replace("guest:guest", user)}${path}`;
const troubleAt = (address: string) =>
	openAt(address)
		.read()
		.then(
			() => null,
			(error: unknown) => Reflect.get(Object(error), "trouble"),
		);

async function userWith(name: string, tags: string, virtualHosts: string[]) {
	const { call } = own().world;
	await call("PUT", `/api/users/${name}`, { password: "pass", tags });
	for (const one of virtualHosts)
		await call("PUT", `/api/permissions/${encodeURIComponent(one)}/${name}`, {
			...{ configure: "^$", write: "^$", read: "^$" },
		});
}

test.each([
	[
		"memory full",
		["set_vm_memory_high_watermark", "absolute", "1MB"],
		["set_vm_memory_high_watermark", "0.6"],
	],
	[
		"disk full",
		["set_disk_free_limit", "900000GB"],
		["set_disk_free_limit", "50MB"],
	],
] as const)(
	"%s: told with whom it holds up, until it is over",
	async (code, raise, end) => {
		const { world } = own();
		const connection = openAt(world.address);
		await connection.read();
		await world.ctl(...raise);
		const writer = await connect(world.amqpAddress);
		onTestFinished(() => writer.close());
		const channel = await writer.createChannel();
		channel.publish("amq.fanout", "", Buffer.from("waits"));
		await eventually(async () => {
			const { troubles } = await openAt(world.address).read();
			expect(troubles).toMatchObject([
				{
					code,
					part: "rabbit@localhost",
					detail: expect.stringMatching(/[1-9]\d* connections held up/),
				},
			]);
			return true;
		}, 30_000);
		await world.ctl(...end);
		await eventually(async () => {
			expect((await openAt(world.address).read()).troubles).toEqual([]);
			return true;
		}, 30_000);
	},
	120_000,
);

test("an alarm stays told where nobody can be asked whom it holds up", async () => {
	const { world } = own();
	const { address } = await recorderBefore(world, "/api/connections");
	const tells = (expected: readonly object[]) =>
		eventually(async () => {
			const { troubles } = await openAt(address).read();
			expect(troubles).toMatchObject([...expected]);
			return true;
		}, 30_000);
	await world.ctl("set_disk_free_limit", "900000GB");
	try {
		await tells([
			{ code: "disk full", part: "rabbit@localhost" },
			{ code: "not ready", part: "GET /api/connections" },
		]);
	} finally {
		await world.ctl("set_disk_free_limit", "50MB");
	}
	await tells([]);
}, 120_000);

test("a user that may see nothing but be there reads all there is to read", async () => {
	await own().traffic.declare("seen");
	await userWith("viewer", "monitoring", ["/"]);
	const connection = openAt(at("viewer:pass"));
	const { troubles, readings, version } = await connection.read();
	expect(troubles).toEqual([]);
	expect(version).toMatch(/^\d+\.\d+/);
	expect(readings.map(({ channel }) => channel)).toContain("seen");
	const page = { part: "members", sort: "lag", offset: 0, limit: 10 } as const;
	const where = {
		broker: "b",
		kind: "classic queue",
		channel: "seen",
		group: null,
	};
	expect((await connection.look(where, page)).total).toBe(0);
	expect(await connection.examine?.()).toEqual([
		{ code: "known as", values: { user: "viewer" } },
		{ code: "clock", values: { apartMs: expect.any(Number) } },
	]);
});

test("without the right to see nodes the queues are read, and that is told", async () => {
	await own().traffic.declare("seen");
	await userWith("narrow", "management", ["/"]);
	const { readings, troubles, complete } = await openAt(
		at("narrow:pass"),
	).read();
	expect(complete).toBe(true);
	expect(readings.map(({ channel }) => channel)).toContain("seen");
	expect(troubles).toMatchObject([
		{ code: "right missing", part: "GET /api/nodes" },
	]);
});

test("what a user may not see looks as if it were not there, and looking closely tells", async () => {
	await own().traffic.declare("hidden");
	await userWith("blind", "monitoring", []);
	const connection = openAt(at("blind:pass"));
	expect((await connection.read()).readings).toEqual([]);
	const symptoms = await connection.examine?.();
	expect(symptoms?.map(({ code }) => code)).toContain("hidden by name");
});

test("a user without any right, and a virtual host that is not there or not allowed", async () => {
	await userWith("nobody", "", []);
	await userWith("elsewhere", "monitoring", []);
	expect(await troubleAt(at("nobody:pass"))).toMatchObject({
		code: "not allowed",
	});
	expect(await troubleAt(at("guest:guest", "/nowhere"))).toMatchObject({
		code: "no such virtual host",
	});
	expect(await troubleAt(at("elsewhere:pass", "/%2F"))).toMatchObject({
		code: "not allowed",
	});
});

test("a wrong password is tried once, and not with every tick", async () => {
	const connection = openAt(at("guest:hush-hush"));
	for (let i = 0; i < 3; i++) {
		const error: unknown = await connection.read().catch((it: unknown) => it);
		expect(error).toMatchObject({ trouble: { code: "sign-in refused" } });
		expect(JSON.stringify(error)).not.toContain("hush-hush");
	}
	expect(
		await troubleAt(at("guest:guest").replace("guest:guest@", "")),
	).toMatchObject({
		code: "sign-in wanted",
	});
});

test("the port for messages, and one of something else, are no management", async () => {
	const other = createServer((_, reply) => reply.writeHead(404).end("<html>"));
	await once(other.listen(0, "127.0.0.1"), "listening");
	onTestFinished(() => void other.close());
	// It listens at a port, so this is its address.
	const { port } = other.address() as AddressInfo;
	for (const one of [own().world.amqpPort, port])
		expect(
			await troubleAt(`rabbitmq://guest:guest@127.0.0.1:${one}`),
		).toMatchObject({
			code: "not managed",
		});
});

test("where only the management is missing, that is told", async () => {
	const bare = await startOwn({ plugins: [] });
	onTestFinished(() => bare.stop());
	const door = { host: "127.0.0.1", port: bare.world.port };
	expect(await troubleAt(bare.world.address)).toMatchObject({
		code: "unreachable",
	});
	const { amqpPort } = bare.world;
	expect(await unmanagedAt(door, 2_000, [1, amqpPort])).toMatchObject({
		...{ code: "not managed" },
		detail: expect.stringContaining(`:${amqpPort}`),
	});
	expect(await unmanagedAt(door, 2_000, [1])).toBeNull();
}, 120_000);

test("of several nodes one that answers is enough", async () => {
	const { address } = own().world;
	const silent = "127.0.0.1:1";
	const both = address.replace("127.0.0.1", `${silent},127.0.0.1`);
	expect((await openAt(both).read()).complete).toBe(true);
	expect(await readingsOf(openAt(both))).toEqual(expect.any(Array));
});
