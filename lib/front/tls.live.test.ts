// Does the door speak TLS as it should, show a renewed certificate, and remember nothing over http?
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { request } from "node:https";
import { tmpdir } from "node:os";
import path from "node:path";
import type { DetailedPeerCertificate, TLSSocket } from "node:tls";
import { connect } from "node:tls";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { makeCertificates } from "#world/certificates.ts";
import { eventually } from "#world/eventually.ts";
import { asked, client, type Door, openDoor } from "./for-tests.ts";
import { readPair } from "./pair.ts";

let folder: string;
let ca: string;
let door: Door;
beforeAll(async () => {
	folder = await mkdtemp(path.join(tmpdir(), "tidemark-tls-"));
	await makeCertificates(folder);
	ca = await readFile(path.join(folder, "ca.pem"), "utf8");
});
afterEach(() => door.close());
afterAll(() => rm(folder, { recursive: true }));

const pairOf = (name: string) =>
	readPair({
		certificate: path.join(folder, `${name}.pem`),
		key: path.join(folder, `${name}.key`),
	});

type Told = {
	readonly hsts: string | undefined;
	readonly text: string;
	readonly certificate: DetailedPeerCertificate;
};

const told = (host: string): Promise<Told> =>
	new Promise((resolve, reject) => {
		request(
			{
				...{ host: "127.0.0.1", port: door.port, ca, agent: false },
				...{ headers: { host }, checkServerIdentity: () => undefined },
			},
			(answer) => {
				// The cast: over https it is no other.
				const socket = answer.socket as TLSSocket;
				const certificate = socket.getPeerCertificate(true);
				const hsts = answer.headers["strict-transport-security"];
				let text = "";
				answer.setEncoding("utf8").on("data", (piece) => {
					text += piece;
				});
				answer.once("end", () => resolve({ hsts, text, certificate }));
			},
		)
			.once("error", reject)
			.end();
	});

test("over TLS the browser is told to come back that way, and on this machine's own names nothing is told", async () => {
	door = await openDoor({ pair: pairOf("broker") });
	const reached = await told("tide.example.org");
	expect(reached.text).toContain('"isHttps":true');
	expect(reached.hsts).toBe("max-age=31536000");
	const local = await told("localhost:7700");
	expect(local.text).toContain('"origin":"https://localhost:7700"');
	expect(local.hsts).toBeUndefined();
});

test("in clear nothing of TLS is told, and nobody in clear is answered where TLS is spoken", async () => {
	door = await openDoor();
	const bytes = asked(["GET / HTTP/1.1", "Host: tide.example.org"]);
	const plain = client(door.port, bytes);
	const text = await eventually(() => plain.said() || undefined, 10_000);
	expect(text).toMatch(/^HTTP\/1\.1 200/);
	expect(text).not.toMatch(/strict-transport/i);
	plain.socket.destroy();
	await door.close();
	door = await openDoor({ pair: pairOf("broker") });
	const clear = client(door.port, bytes);
	await eventually(() => clear.socket.closed || undefined, 10_000);
	expect(clear.said()).not.toContain("200");
	expect(door.reached).toEqual([]);
});

test("whoever speaks an older TLS than 1.2 is not answered", async () => {
	door = await openDoor({ pair: pairOf("broker") });
	const versionOf = (maxVersion: "TLSv1.1" | "TLSv1.2" | "TLSv1.3") =>
		new Promise((resolve) => {
			const socket = connect({
				...{ host: "127.0.0.1", port: door.port, ca, maxVersion },
				...{ minVersion: "TLSv1", ciphers: "DEFAULT:@SECLEVEL=0" },
			});
			socket.once("secureConnect", () => {
				resolve(socket.getProtocol());
				socket.destroy();
			});
			socket.once("error", () => resolve("refused"));
		});
	expect(await versionOf("TLSv1.1")).toBe("refused");
	expect(await versionOf("TLSv1.2")).toBe("TLSv1.2");
	expect(await versionOf("TLSv1.3")).toBe("TLSv1.3");
});

test("a renewed certificate is shown to whoever comes next, and nobody is cut off", async () => {
	door = await openDoor({ pair: pairOf("broker") });
	const before = await told("tide.example.org");
	expect(before.certificate.subject.CN).toBe("broker");
	door.front.show(pairOf("foreign"));
	const after = await told("tide.example.org");
	expect(after.certificate.subject.CN).toBe("foreign");
	expect(door.failures).toEqual([]);
});

test("who begins a handshake and goes no further is let go", async () => {
	door = await openDoor({
		...{ pair: pairOf("broker"), limits: { handshakeMs: 200 } },
	});
	const slow = client(door.port, "\u0016\u0003\u0001");
	await eventually(() => slow.socket.closed || undefined, 10_000);
	expect((await told("tide.example.org")).text).toContain("tide.example.org");
});

test("T25: beyond the most that may be connected, whoever waited longest goes, and who asks is answered", async () => {
	door = await openDoor({ limits: { connections: 20 } });
	const bytes = asked(["GET / HTTP/1.1", "Host: tide.example.org"]);
	const lines = Array.from({ length: 60 }, () =>
		client(door.port, "GET / HTTP/1.1\r\nX-Slow: "),
	);
	const quick = client(door.port, bytes);
	await eventually(() => /200 OK/.test(quick.said()) || undefined, 10_000);
	const isOpen = () => lines.filter(({ socket }) => !socket.closed).length;
	await eventually(() => isOpen() < 20 || undefined, 10_000);
	expect(isOpen()).toBeGreaterThan(10);
	for (const { socket } of [...lines, quick]) socket.destroy();
});
