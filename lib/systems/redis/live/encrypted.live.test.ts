// Does every way to connect work, and does each way that fails say what is wrong and send nothing secret?
import { readFileSync } from "node:fs";
import { createServer as createWebServer } from "node:http";
import { createServer, type Server } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import type { TroubleCode } from "#lib/core/trouble.ts";
import { parseAddress } from "../../address.ts";
import { TroubleError } from "../../trouble-error.ts";
import { type Doors, openDoors } from "../for-tests/doors.ts";
import { redis } from "../index.ts";

let doors: Doors;
beforeAll(async () => {
	doors = await openDoors();
});
afterAll(() => doors?.stop());

type Settings = Readonly<Record<string, unknown>>;

function open(text: string, settings: Settings = {}) {
	const address = parseAddress(text);
	if (!address) throw new Error(`no address: ${text}`);
	const read = (name: string) => readFileSync(join(doors.folder, name), "utf8");
	const parsed = redis.settings(read).parse(settings);
	expect(redis.mistakesIn(address, parsed)).toEqual([]);
	const connection = redis.open({
		...{ broker: "b", address, deadlineMs: 5000, settings: parsed },
	});
	onTestFinished(() => connection.close());
	return connection;
}

const groupsSeen = async (text: string, settings: Settings = {}) =>
	(await open(text, settings).read()).readings.map(({ group }) => group);

async function troubleAt(text: string, settings: Settings = {}) {
	try {
		await open(text, settings).read();
	} catch (error) {
		if (error instanceof TroubleError) return error.trouble;
		throw error;
	}
	throw new Error("it answered");
}

const ca = { ca: "ca.pem" };
const client = { ...ca, cert: "client.pem", key: "client.key" };

test("a certificate of our own authority is trusted, by address and by name, whoever asks for TLS", async () => {
	const port = doors.at("tls").split(":")[1];
	for (const place of [doors.at("tls"), `localhost:${port}`])
		for (const scheme of ["redis", "rediss"])
			expect(await groupsSeen(`${scheme}://${place}`, { tls: ca })).toEqual([
				"billing",
			]);
});

test("a user signs in through TLS, in either protocol", async () => {
	for (const protocol of ["2", "3"])
		expect(
			await groupsSeen(`rediss://ops:pass@${doors.at("tls")}/0`, {
				...{ tls: ca, protocol },
			}),
		).toEqual(["billing"]);
});

test("a certificate for another name is accepted for that name", async () => {
	const tls = { ...ca, serverName: "broker.example.org" };
	const place = `rediss://${doors.at("foreign")}`;
	expect(await groupsSeen(place, { tls })).toEqual(["billing"]);
});

test("a client certificate opens a door that wants one", async () => {
	const place = `rediss://${doors.at("mutual")}`;
	expect(await groupsSeen(place, { tls: client })).toEqual(["billing"]);
});

type Failure = readonly [
	title: string,
	code: TroubleCode,
	detail: string,
	place: () => string,
	settings: Settings,
];
const failures: readonly Failure[] = [
	[
		"no TLS at a port with TLS",
		"TLS wanted",
		"it hangs up in clear and answers a TLS greeting",
		() => `redis://${doors.at("tls")}`,
		{},
	],
	[
		"no TLS at a port with TLS that wants a client certificate",
		"TLS wanted",
		"it hangs up in clear",
		() => `redis://${doors.at("mutual")}`,
		{ protocol: "2" },
	],
	[
		"TLS at a port without",
		"TLS not spoken",
		"it answers a PING in clear",
		() => `rediss://${doors.clear}`,
		{ tls: ca },
	],
	[
		"a certificate of an authority this machine does not know",
		"certificate not trusted",
		"certificate",
		() => `rediss://${doors.at("tls")}`,
		{},
	],
	[
		"a certificate of another authority",
		"certificate not trusted",
		"certificate",
		() => `rediss://${doors.at("tls")}`,
		{ tls: { ca: "other-ca.pem" } },
	],
	[
		"a certificate for another host",
		"certificate for others",
		"it is for DNS:broker.example.org",
		() => `rediss://${doors.at("foreign")}`,
		{ tls: ca },
	],
	[
		"a certificate that has run out",
		"certificate expired",
		"expired",
		() => `rediss://${doors.at("stale")}`,
		{ tls: ca },
	],
	[
		"no client certificate where one is wanted",
		"client certificate refused",
		"certificate required",
		() => `rediss://${doors.at("mutual")}`,
		{ tls: ca },
	],
	[
		"a client certificate of an authority the server does not know",
		"client certificate refused",
		"unknown ca",
		() => `rediss://${doors.at("mutual")}`,
		{ tls: { ...ca, cert: "stranger.pem", key: "stranger.key" } },
	],
];
test.each(failures)(
	"%s is told as “%s”",
	async (_, code, detail, place, settings) => {
		const told = await troubleAt(
			place().replace("//", "//ops:canary@"),
			settings,
		);
		expect(told.code).toBe(code);
		const said = told.detail.replaceAll("_", " ").toLowerCase();
		expect(said).toContain(detail.toLowerCase());
		expect(JSON.stringify(told)).not.toContain("canary");
	},
);

async function listening(server: Server): Promise<string> {
	await new Promise<void>((done) => {
		server.listen(0, "127.0.0.1", done);
	});
	onTestFinished(() => void server.close());
	const address = server.address();
	return typeof address === "object" ? `127.0.0.1:${address?.port}` : "";
}

test("a web server is another protocol, in clear and in TLS", async () => {
	const place = await listening(createWebServer((_, reply) => reply.end()));
	expect(await troubleAt(`redis://${place}`)).toMatchObject({
		...{ code: "wrong protocol", detail: 'Unknown RESP type 72 "H".' },
	});
	expect((await troubleAt(`rediss://${place}`)).code).toBe("TLS not spoken");
});

test("a proxy that hangs up at HELLO is told which setting it may need", async () => {
	const received: string[] = [];
	const proxy = createServer((socket) => {
		socket.on("error", () => {});
		socket.on("data", (bytes) => {
			received.push(bytes.toString());
			if (/hello/i.test(bytes.toString())) socket.end();
			else socket.write("+PONG\r\n");
		});
	});
	const text = `redis://ops:canary@${await listening(proxy)}`;
	expect(await troubleAt(text)).toMatchObject({
		code: "wrong protocol",
		detail: expect.stringContaining("the setting protocol: 2"),
	});
	const asked = received.filter((it) => !it.startsWith("*"));
	expect(asked).toEqual(["PING\r\n", "HELLO 3\r\n"]);
});

test("whoever hangs up without a word is unreachable at once, and not asked in TLS more than once", async () => {
	let connections = 0;
	const closing = createServer((socket) => {
		connections++;
		socket.on("error", () => {});
		socket.end();
	});
	const connection = open(`redis://${await listening(closing)}`);
	const told = { code: "unreachable", detail: "it closed the connection" };
	await expect(connection.read()).rejects.toMatchObject({ trouble: told });
	await expect(connection.read()).rejects.toMatchObject({ trouble: told });
	expect(connections).toBeLessThan(10);
});
