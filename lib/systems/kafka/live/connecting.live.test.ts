// Does every way to connect work, and does each way that fails say what is wrong and send nothing secret?
import { readFileSync } from "node:fs";
import type { createServer as createWebServer } from "node:http";
import { createServer } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import type { TroubleCode } from "#lib/core/trouble.ts";
import { parseAddress } from "#lib/systems/address.ts";
import { TroubleError } from "#lib/systems/trouble-error.ts";
import { eventually } from "#world/eventually.ts";
import { type Doors, openDoors } from "../for-tests/doors.ts";
import { commit } from "../for-tests/positions.ts";
import { startTokens } from "../for-tests/tokens.ts";
import { kafka } from "../index.ts";

let doors: Doors;
beforeAll(async () => {
	doors = await openDoors();
	await doors.world.createTopics([{ topic: "orders", numPartitions: 1 }]);
	await commit(doors.world.nodes[0]?.port ?? 0, "billing", "orders", [0]);
});
afterAll(() => doors?.stop());

type Settings = Readonly<Record<string, unknown>>;

function open(text: string, settings: Settings = {}, deadlineMs = 5_000) {
	const address = parseAddress(text);
	if (!address) throw new Error(`no address: ${text}`);
	const read = (name: string) => readFileSync(join(doors.folder, name), "utf8");
	const parsed = kafka.settings(read).parse(settings);
	expect(kafka.mistakesIn(address, parsed)).toEqual([]);
	const connection = kafka.open({
		...{ broker: "b", address, deadlineMs, settings: parsed },
	});
	onTestFinished(() => connection.close());
	return connection;
}

const groupsSeen = async (text: string, settings: Settings = {}) => {
	const { readings, troubles } = await open(text, settings).read();
	expect(troubles).toEqual([]);
	return readings.map(({ group }) => group);
};

async function troubleOf(
	text: string,
	settings: Settings = {},
	withinMs = 5_000,
) {
	try {
		await open(text, settings, withinMs).read();
	} catch (error) {
		if (error instanceof TroubleError) return error.trouble;
		throw error;
	}
	throw new Error("it answered");
}

const ca = { ca: "ca.pem" };
const signIn = (mechanism: string, password = "pass ops", user = "ops") => ({
	sasl: { mechanism, user, password },
});

test("without any security", async () => {
	expect(await groupsSeen(doors.world.address)).toEqual(["billing"]);
});

test("a certificate of our own authority is trusted, by address and by name", async () => {
	const port = doors.at("tls").split(":")[1];
	for (const place of [doors.at("tls"), `localhost:${port}`])
		expect(await groupsSeen(`kafka://${place}`, { tls: ca })).toEqual([
			"billing",
		]);
});

test("a certificate for another name is accepted for that name", async () => {
	const tls = { ...ca, serverName: "broker.example.org" };
	expect(await groupsSeen(`kafka://${doors.at("foreign")}`, { tls })).toEqual([
		"billing",
	]);
});

test("a client certificate opens a door that wants one", async () => {
	const tls = { ...ca, cert: "client.pem", key: "client.key" };
	expect(await groupsSeen(`kafka://${doors.at("mutual")}`, { tls })).toEqual([
		"billing",
	]);
});

test.each(["PLAIN", "SCRAM-SHA-256", "SCRAM-SHA-512"])(
	"%s signs in, from the settings and from the address",
	async (mechanism) => {
		const place = doors.at("clear");
		expect(await groupsSeen(`kafka://${place}`, signIn(mechanism))).toEqual([
			"billing",
		]);
		const text = `kafka://ops:pass%20ops@${place}?mechanism=${mechanism}`;
		expect(await groupsSeen(text)).toEqual(["billing"]);
	},
);

test.each(["SCRAM-SHA-256", "SCRAM-SHA-512"])(
	"%s signs in over TLS",
	async (mechanism) => {
		const settings = { tls: ca, ...signIn(mechanism) };
		expect(await groupsSeen(`kafka://${doors.at("sealed")}`, settings)).toEqual(
			["billing"],
		);
	},
);

type Failure = readonly [
	title: string,
	code: TroubleCode,
	detail: string,
	door: () => string,
	settings?: () => Settings,
];
const failures: readonly Failure[] = [
	[
		"a wrong password",
		"sign-in refused",
		"SASL_AUTHENTICATION_FAILED",
		() => doors.at("clear"),
		() => signIn("SCRAM-SHA-512", "canary"),
	],
	[
		"a wrong password, told in clear",
		"sign-in refused",
		"SASL_AUTHENTICATION_FAILED",
		() => doors.at("clear"),
		() => signIn("PLAIN", "canary"),
	],
	[
		"a user nobody knows",
		"sign-in refused",
		"SASL_AUTHENTICATION_FAILED",
		() => doors.at("clear"),
		() => signIn("SCRAM-SHA-256", "canary", "canary"),
	],
	[
		"a mechanism that is not offered",
		"mechanism refused",
		"SCRAM-SHA-256",
		() => doors.at("sealed"),
		() => ({ tls: ca, ...signIn("PLAIN", "canary") }),
	],
	[
		"a sign-in where nobody asks for one",
		"sign-in unasked",
		"",
		() => doors.world.brokers[0] ?? "",
		() => signIn("PLAIN", "canary"),
	],
	[
		"no sign-in where one is wanted",
		"sign-in missing",
		"",
		() => doors.at("clear"),
	],
	[
		"a sign-in in clear at a port with TLS",
		"TLS wanted",
		"",
		() => doors.at("sealed"),
		() => signIn("SCRAM-SHA-256", "canary"),
	],
	["no TLS at a port with TLS", "TLS wanted", "", () => doors.at("tls")],
	[
		"TLS at a port without",
		"TLS not spoken",
		"",
		() => doors.world.brokers[0] ?? "",
		() => ({ tls: ca }),
	],
	[
		"a certificate of an authority this machine does not know",
		"certificate not trusted",
		"certificate",
		() => doors.at("tls"),
		() => ({ tls: {} }),
	],
	[
		"a certificate of another authority",
		"certificate not trusted",
		"certificate",
		() => doors.at("tls"),
		() => ({ tls: { ca: "other-ca.pem" } }),
	],
	[
		"a certificate for another host",
		"certificate for others",
		"broker.example.org",
		() => doors.at("foreign"),
		() => ({ tls: ca }),
	],
	[
		"a certificate that has run out",
		"certificate expired",
		"expired",
		() => doors.at("stale"),
		() => ({ tls: ca }),
	],
	[
		"no client certificate where one is wanted",
		"client certificate refused",
		"",
		() => doors.at("mutual"),
		() => ({ tls: ca }),
	],
	[
		"a client certificate of a stranger",
		"client certificate refused",
		"",
		() => doors.at("mutual"),
		() => ({ tls: { ...ca, cert: "stranger.pem", key: "stranger.key" } }),
	],
	[
		"a port where nothing listens",
		"unreachable",
		"ECONNREFUSED",
		() => `127.0.0.1:${doors.elsewhere}`,
	],
	[
		"where the cluster sends us, nothing listens",
		"unreachable",
		"ECONNREFUSED",
		() => doors.at("astray"),
	],
];

const told = failures.map(([title, code, detail, door, settings]) => ({
	...{ title, code, detail, door, settings },
}));
test.each(told)("$title: $code", async ({ code, detail, door, settings }) => {
	const trouble = await troubleOf(`kafka://${door()}`, settings?.());
	expect(trouble).toMatchObject({ code, part: "" });
	expect(trouble.detail).toContain(detail);
	expect(trouble.detail).not.toContain("canary");
});

const others: readonly (readonly [string, string, TroubleCode])[] = [
	["a web server", "HTTP/1.1 400 Bad Request\r\n\r\n", "wrong protocol"],
	["another broker", "-ERR unknown command\r\n", "wrong protocol"],
	["a shell", "SSH-2.0-OpenSSH_9.2\r\n", "wrong protocol"],
	["who says nothing", "", "no answer"],
];
test.each(others)("%s at the port is told", async (_, says, code) => {
	const server = createServer((socket) => {
		socket.on("error", () => {});
		socket.once("data", () => says !== "" && socket.end(says));
	});
	const port = await listening(server);
	const place = `kafka://127.0.0.1:${port}`;
	expect(await troubleOf(place, {}, 1_000)).toMatchObject({ code });
	expect(await troubleOf(place, signIn("PLAIN"), 1_000)).toMatchObject({
		code,
	});
});

test("a refused user is not tried again with every tick", async () => {
	const log = join(doors.folder, "node", "node-1", "kafka.log");
	const failed = () =>
		readFileSync(log, "utf8").split("Failed authentication").length;
	const connection = open(
		`kafka://${doors.at("clear")}`,
		signIn("PLAIN", "wrong"),
	);
	const refusal = { trouble: { code: "sign-in refused" } };
	await expect(connection.read()).rejects.toMatchObject(refusal);
	const before = failed();
	for (let i = 0; i < 5; i++)
		await expect(connection.read()).rejects.toMatchObject(refusal);
	expect(failed()).toBe(before);
});

test("an address that is not on the list is told and never dialled", async () => {
	let dialled = 0;
	const trap = createServer((socket) => {
		dialled++;
		socket.destroy();
	});
	await listening(trap, doors.elsewhere);
	const place = doors.at("astray");
	const lists = [
		{ advertised: place },
		{ advertised: ["*:1", "example.org:*"] },
	];
	for (const settings of lists)
		expect(await troubleOf(`kafka://${place}`, settings)).toEqual({
			code: "address not listed",
			part: "",
			detail: `127.0.0.1:${doors.elsewhere}`,
		});
	expect(dialled).toBe(0);
	const listed = { advertised: "127.0.0.1:*" };
	expect(await troubleOf(`kafka://${place}`, listed)).not.toMatchObject({
		code: "address not listed",
	});
	expect(dialled).toBeGreaterThan(0);
});

test("a list that holds the cluster's own addresses changes nothing", async () => {
	const advertised = ["127.0.0.1:*"];
	expect(await groupsSeen(doors.world.address, { advertised })).toEqual([
		"billing",
	]);
});

const client = (tokenUrl: string, clientSecret = "canary/secret") => ({
	sasl: {
		...{ mechanism: "OAUTHBEARER", tokenUrl, clientSecret },
		...{ clientId: "tide:mark", scope: "read" },
	},
});

test("a token of the token server signs in, is asked for once, and is renewed before it ends", async () => {
	const tokens = await startTokens({ lastsSeconds: 3 });
	onTestFinished(() => tokens.stop());
	const connection = open(`kafka://${doors.at("clear")}`, client(tokens.url));
	const read = async () => {
		const { readings, troubles } = await connection.read();
		expect(troubles).toEqual([]);
		expect(readings.map(({ group }) => group)).toEqual(["billing"]);
	};
	await Promise.all([read(), read()]);
	await read();
	expect(tokens.asked).toEqual([
		{ id: "tide:mark", secret: "canary/secret", scope: "read" },
	]);
	// The broker hangs up on whoever outlives a token; reading goes on meanwhile.
	await eventually(async () => {
		await read();
		return tokens.asked.length > 2 || undefined;
	}, 15_000);
});

test.each([
	["a client it refuses", { secret: "another" }, "401 invalid_client"],
	["an answer without a token", { answer: "{}" }, "holds no access_token"],
	["an answer that is no JSON", { answer: "<html>canary" }, "access_token"],
	["a server that fails", { code: 500 }, "500"],
	["a server that is silent", { isSilent: true }, "no answer"],
	["a server that sends us on", { code: 307 }, "redirect"],
])("of the token server, %s is told", async (_, oddity, detail) => {
	const tokens = await startTokens({ lastsSeconds: 60, ...oddity });
	onTestFinished(() => tokens.stop());
	const place = `kafka://${doors.at("clear")}`;
	const trouble = await troubleOf(place, client(tokens.url));
	expect(trouble).toMatchObject({ code: "no token" });
	expect(trouble.detail).toContain(detail);
	expect(trouble.detail).not.toContain("canary");
	expect(tokens.asked.length).toBe(1);
});

test("a token server that is not there is told, and so is a token the broker refuses", async () => {
	const place = `kafka://${doors.at("clear")}`;
	const nowhere = `http://127.0.0.1:${doors.elsewhere}/`;
	expect(await troubleOf(place, client(nowhere))).toMatchObject({
		code: "no token",
		detail: expect.stringContaining("ECONNREFUSED"),
	});
	const tokens = await startTokens({ lastsSeconds: -60 });
	onTestFinished(() => tokens.stop());
	expect(await troubleOf(place, client(tokens.url))).toMatchObject({
		code: "sign-in refused",
		detail: "the token is refused",
	});
});

async function listening(
	server: ReturnType<typeof createServer | typeof createWebServer>,
	port = 0,
): Promise<number> {
	onTestFinished(() => void server.close());
	await new Promise<void>((resolve) => {
		server.listen(port, "127.0.0.1", () => resolve());
	});
	const address = server.address();
	return typeof address === "object" ? (address?.port ?? 0) : 0;
}
