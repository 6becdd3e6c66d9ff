// Does the door hand on what it should and no more, over real sockets?
import { afterEach, expect, test } from "vitest";
import { eventually } from "#world/eventually.ts";
import { asked, client, type Door, openDoor } from "./for-tests.ts";
import { limits } from "./limits.ts";

let door: Door;
afterEach(() => door.close());

const host = "Host: tide.example.org";
/** What came back once the other side closed, or a whole answer is there. */
async function answerTo(bytes: string): Promise<string> {
	const { socket, said } = client(door.port, bytes);
	const ended = new Promise((resolve) => socket.once("close", resolve));
	const text = await eventually(
		() =>
			/\r\n\r\n[\s\S]+/.test(said()) || socket.closed ? said() : undefined,
		10_000,
	);
	socket.end();
	await ended;
	return text;
}
const codeIn = (text: string) => Number(text.split(" ")[1] ?? 0);
const get = (url: string, ...lines: string[]) =>
	asked([`GET ${url} HTTP/1.1`, host, ...lines]);

test("who is at the other end is known from the socket", async () => {
	door = await openDoor();
	const told = await answerTo(get("/", "X-Forwarded-For: 203.0.113.9"));
	expect(told).toContain('"address":"127.0.0.1","isProxy":false');
	expect(told).toContain('"client":"127.0.0.1"');
	expect(told).not.toContain("203.0.113.9");
});

test("T13: of a forged name or address nothing goes on, not even in the words of our own inside", async () => {
	door = await openDoor();
	const forged = [
		...["X-User: admin", "X-Tidemark-Peer: 10.0.0.5", "Forwarded: for=a"],
		...["X-Forwarded-Host: evil.example", "X-Middleware-Subrequest: a"],
	];
	const told = await answerTo(get("/", ...forged));
	expect(codeIn(told)).toBe(200);
	expect(told).not.toMatch(/admin|10\.0\.0\.5|evil|subrequest/i);
});

test("a proxy we know is believed, and names people", async () => {
	door = await openDoor({ trustedProxies: ["127.0.0.1"] });
	const lines = ["X-User: mia", "X-Forwarded-For: 203.0.113.9"];
	const told = await answerTo(get("/", ...lines));
	expect(told).toContain('"client":"203.0.113.9"');
	expect(told).toContain('"x-user":"mia"');
	expect(codeIn(await answerTo(get("/", ...lines, "X-User: admin")))).toBe(400);
});

test.each([
	["a foreign name", asked(["GET / HTTP/1.1", "Host: evil.example"]), 403],
	["no name", asked(["GET / HTTP/1.1"]), 400],
	["two names", get("/", "Host: evil.example"), 400],
	["a whole address", get("http://tide.example.org/"), 400],
	["two slashes", get("//evil.example"), 400],
	["an upgrade", get("/", "Connection: Upgrade", "Upgrade: websocket"), 400],
	["a tunnel", asked(["CONNECT evil.example:443 HTTP/1.1", host]), 400],
	["headers beyond sense", get("/", `X-Long: ${"x".repeat(20_000)}`), 431],
	[
		"more headers than anybody has",
		get("/", ...Array.from({ length: 300 }, (_, n) => `X-${n}: 1`)),
		431,
	],
	["no HTTP at all", "\u0016\u0003\u0001\r\n\r\n", 400],
	[
		"two lengths",
		asked([
			"POST /api/x HTTP/1.1",
			host,
			"Content-Length: 1",
			"Content-Length: 2",
		]),
		400,
	],
	[
		"a length and pieces",
		asked([
			...["POST /api/x HTTP/1.1", host, "Content-Length: 1"],
			"Transfer-Encoding: chunked",
		]),
		400,
	],
])("%s goes no further", async (_, bytes, code) => {
	door = await openDoor();
	expect(codeIn(await answerTo(bytes))).toBe(code);
	expect(door.reached).toEqual([]);
});

test("a body is cut where it grows too long, announced or not", async () => {
	door = await openDoor();
	const post = (...lines: string[]) =>
		asked(["POST /api/x HTTP/1.1", host, ...lines]);
	const long = limits.bodyBytes + 1;
	expect(codeIn(await answerTo(post(`Content-Length: ${long}`)))).toBe(413);
	expect(door.reached).toEqual([]);
	const piece = `10000\r\n${"x".repeat(65_536)}\r\n`;
	const endless = post("Transfer-Encoding: chunked") + piece.repeat(40);
	expect(codeIn(await answerTo(endless))).toBe(413);
	const whole = post("Transfer-Encoding: chunked") + piece.repeat(16);
	const told = await answerTo(`${whole}0\r\n\r\n`);
	expect(codeIn(told)).toBe(200);
	expect(told).toContain(`"bytes":${limits.bodyBytes}`);
});

test("it ends within seconds, though somebody has not finished asking", async () => {
	door = await openDoor({ limits: { endingMs: 200 } });
	const slow = client(door.port, "GET / HTTP/1.1\r\nHost: tide");
	const idle = client(door.port, get("/"));
	await eventually(() => idle.said() || undefined, 10_000);
	await door.front.end();
	await eventually(() => slow.socket.closed || undefined, 5_000);
	expect(idle.socket.closed).toBe(true);
});
