// Does a request reach only what is allowed, follow nobody, end in time, and tell nothing that is secret?

import { Resolver } from "node:dns/promises";
import { describe, expect, onTestFinished, test } from "vitest";
import { type HttpSink, startHttpSink } from "#world/http-sink.ts";
import { startNameServer } from "#world/name-server.ts";
import { certificates } from "../for-tests-certificates.ts";
import type { OutAnswer } from "../requests.ts";
import { allowedBy, parseAllowed } from "./allowed.ts";
import type { Resolve } from "./dial.ts";
import { guarded } from "./guarded.ts";

const canary = "CANARY-7d1f";
const patientMs = 10_000;

async function sink(tls?: { key: string; cert: string }): Promise<HttpSink> {
	const started = await startHttpSink(tls ? { tls } : {});
	onTestFinished(() => started.stop());
	return started;
}

function sending(
	allow: readonly string[],
	parts: { resolve?: Resolve; ca?: string; deadlineMs?: number } = {},
) {
	const entries = allow
		.map(parseAllowed)
		.filter((it) => typeof it !== "string");
	const { deadlineMs = patientMs, ...own } = parts;
	const requests = guarded({ allowed: allowedBy(entries), ...own });
	return (address: string, body = "{}"): Promise<OutAnswer> =>
		requests.send({
			...{ url: new URL(address), method: "POST", body, deadlineMs },
			headers: { "content-type": "application/json" },
		});
}

const here = ["127.0.0.1"];

describe("what is said comes back", () => {
	test("somebody who is told something answers with a code and a sentence", async () => {
		const it = await sink();
		it.answer({ code: 201, body: "thank you" });
		const url = it.url.replace("//", "//user:p%40ss@");
		expect(await sending(here)(`${url}/path?x=1`, "hello")).toEqual({
			...{ code: 201, said: "thank you" },
			...{ retryAfterMs: null, elsewhere: null },
		});
		const [heard] = it.heard;
		expect(heard).toMatchObject({ method: "POST", path: "/path?x=1" });
		expect(heard?.body).toBe("hello");
		expect(heard?.headers).toMatchObject({
			...{ host: `127.0.0.1:${it.port}`, "content-length": "5" },
			authorization: `Basic ${btoa("user:p@ss")}`,
		});
	});

	test("whoever asks for a pause says for how long, in seconds or by a date", async () => {
		const it = await sink();
		it.answer({ code: 429, headers: { "retry-after": "7" } });
		expect(await sending(here)(it.url)).toMatchObject({ retryAfterMs: 7_000 });
		const at = new Date(Date.now() - 5_000).toUTCString();
		it.answer({ code: 503, headers: { "retry-after": at } });
		expect(await sending(here)(it.url)).toMatchObject({ retryAfterMs: 0 });
		it.answer({ code: 503, headers: { "retry-after": "soon" } });
		expect(await sending(here)(it.url)).toMatchObject({ retryAfterMs: null });
	});

	test("of an answer without end only the beginning is read", async () => {
		const it = await sink();
		it.answer({ code: 500, body: "x".repeat(5_000_000) });
		const answer = await sending(here)(it.url);
		expect(answer).toMatchObject({ code: 500, said: "x".repeat(2_048) });
	});
});

describe("badly answered", () => {
	test("a redirect is not followed, and only its host is told", async () => {
		const [it, inside] = [await sink(), await sink()];
		const location = `${inside.url}/${canary}?k=${canary}`;
		it.answer({ code: 307, headers: { location } });
		const answer = await sending(here)(it.url);
		expect(answer).toMatchObject({
			...{ code: 307, elsewhere: `127.0.0.1:${inside.port}` },
		});
		expect(JSON.stringify(answer)).not.toContain(canary);
		expect(inside.connections()).toBe(0);
	});

	test.each([
		["never", "no answer in time"],
		["closes midway", "closed midway"],
		["resets", "closed midway"],
		["garbage", "not understood"],
	] as const)("a receiver that %s is told as: %s", async (how, failure) => {
		const it = await sink();
		it.answer(how);
		const deadlineMs = how === "never" ? 150 : patientMs;
		const answer = await sending(here, { deadlineMs })(`${it.url}/${canary}`);
		expect(answer).toMatchObject({ failure });
		expect(JSON.stringify(answer)).not.toContain(canary);
	});

	test("whoever says yes and then hangs has said yes", async () => {
		const it = await sink();
		it.answer("hangs after the headers");
		const answer = await sending(here, { deadlineMs: 400 })(it.url);
		expect(answer).toMatchObject({ code: 200, said: "so far" });
	});

	test("where nobody listens, that is said", async () => {
		const it = await startHttpSink();
		await it.stop();
		const answer = await sending(here)(`${it.url}/${canary}`);
		expect(answer).toEqual({
			...{ failure: "refused connection", detail: "ECONNREFUSED" },
		});
	});

	test("a name that nobody knows is said to be unknown", async () => {
		const resolve = () =>
			Promise.reject(Object.assign(new Error(canary), { code: "ENOTFOUND" }));
		const answer = await sending(here, { resolve })("http://gone.example.org/");
		expect(answer).toEqual({ failure: "name unknown", detail: "ENOTFOUND" });
	});

	test("a name server that never answers holds up nobody for longer than the deadline", async () => {
		const resolve = () => new Promise<never>(() => undefined);
		const send = sending(here, { resolve, deadlineMs: 100 });
		expect(await send("http://gone.example.org/")).toMatchObject({
			failure: "no answer in time",
		});
	});
});

describe("inside", () => {
	test.each([
		"127.0.0.1",
		"2130706433",
		"0x7f.1",
		"0177.0.0.1",
		"127.1",
		"0.0.0.0",
		"0",
		"[::1]",
		"[::]",
		"[::ffff:127.0.0.1]",
		"[::ffff:7f00:1]",
		"[64:ff9b::7f00:1]",
		"[::7f00:1]",
		"169.254.169.254",
		"[::ffff:169.254.169.254]",
		"localhost",
		"１２７.0.0.1",
	])("http://%s is not dialled", async (host) => {
		const it = await sink();
		const address = `http://${host}:${it.port}/${canary}`;
		const answer = await sending([], { deadlineMs: 3_000 })(address);
		expect(answer).toMatchObject({ failure: "address not allowed" });
		expect(JSON.stringify(answer)).not.toContain(canary);
		expect(it.connections()).toBe(0);
	});

	test("a name that leads inside at its second look gains nothing: what was judged is what is dialled", async () => {
		const [it, names] = [await sink(), await startNameServer()];
		onTestFinished(() => names.stop());
		const resolver = new Resolver({ timeout: 5_000 });
		resolver.setServers([names.address]);
		const resolve: Resolve = async (host) =>
			(await resolver.resolve4(host)).map((address) => ({
				...{ address, family: 4 },
			}));
		// Outside the first time, here from then on; where it is outside nobody answers.
		names.lead((_, time) => (time === 1 ? ["240.0.0.1"] : ["127.0.0.1"]));
		const may = allowedBy(
			[parseAllowed("240.0.0.1")].filter((one) => typeof one !== "string"),
		);
		const requests = guarded({ allowed: may, resolve });
		const send = () =>
			requests.send({
				url: new URL(`http://rebinds.example.org:${it.port}/`),
				...{ method: "GET", headers: {}, body: null, deadlineMs: 300 },
			});
		const first = await send();
		expect(first).not.toMatchObject({ failure: "address not allowed" });
		expect(first).toHaveProperty("failure");
		expect(names.asked).toEqual(["rebinds.example.org"]);
		expect(await send()).toEqual({
			...{ failure: "address not allowed", detail: "127.0.0.1" },
		});
		expect(it.connections()).toBe(0);
	});

	test("of several addresses of a name one inside is enough to refuse it", async () => {
		const it = await sink();
		const found = [
			{ address: "8.8.8.8", family: 4 },
			{ address: "127.0.0.1", family: 4 },
		];
		const resolve = () => Promise.resolve(found);
		const send = sending([], { resolve });
		const answer = await send(`http://two.example.org:${it.port}/`);
		expect(answer).toMatchObject({ failure: "address not allowed" });
		expect(it.connections()).toBe(0);
	});

	test("where the other end is not the one that was judged, nothing is said to it", async () => {
		const it = await sink();
		// Whoever dials this number is answered by this machine under another.
		const answer = await sending(["0.0.0.0"])(`http://0.0.0.0:${it.port}/`);
		expect(answer).toEqual({
			...{ failure: "address not allowed", detail: "127.0.0.1" },
		});
		expect(it.heard).toEqual([]);
	});

	test("a host that is named may lead inside", async () => {
		const it = await sink();
		const found = [{ address: "127.0.0.1", family: 4 }];
		const resolve = () => Promise.resolve(found);
		const send = sending(["*.example.org"], { resolve });
		const answer = await send(`http://in.example.org:${it.port}/`);
		expect(answer).toMatchObject({ code: 200 });
		expect(it.heard[0]?.headers.host).toBe(`in.example.org:${it.port}`);
	});
});

describe("over TLS", () => {
	const { pem, tlsOf } = certificates();
	const secure = async (name: string) => sink(await tlsOf(name));

	test("a certificate that fits lets the request pass", async () => {
		const [it, ca] = [await secure("broker"), await pem("ca.pem")];
		const send = sending(here, { ca });
		expect(await send(`${it.url}/ok`)).toMatchObject({ code: 200 });
		expect(it.heard[0]?.path).toBe("/ok");
	});

	test.each([
		["foreign", "ca.pem", "ERR_TLS_CERT_ALTNAME_INVALID"],
		["stale", "ca.pem", "CERT_HAS_EXPIRED"],
		["broker", "other-ca.pem", "UNABLE_TO_VERIFY_LEAF_SIGNATURE"],
	])(
		"one that is %s, trusting %s, is told by its fault and nothing is sent",
		async (name, authority, detail) => {
			const [it, ca] = [await secure(name), await pem(authority)];
			const answer = await sending(here, { ca })(`${it.url}/${canary}`);
			expect(answer).toEqual({ failure: "not trusted", detail });
			expect(it.heard).toEqual([]);
		},
	);

	test("whoever hangs or ends behind it is told as without it", async () => {
		const [it, ca] = [await secure("broker"), await pem("ca.pem")];
		it.answer("never");
		const hasty = sending(here, { ca, deadlineMs: 500 });
		expect(await hasty(it.url)).toMatchObject({ failure: "no answer in time" });
		it.answer("resets");
		const send = sending(here, { ca });
		expect(await send(it.url)).toMatchObject({ failure: "closed midway" });
	});

	test("a server that speaks no TLS is told as not understood", async () => {
		const it = await sink();
		const address = it.url.replace("http:", "https:");
		expect(await sending(here)(address)).toMatchObject({
			failure: "not understood",
		});
	});
});
