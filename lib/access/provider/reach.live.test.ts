// T15: does a provider that hangs, floods, leads elsewhere or shows no good certificate hold up nobody, and reach nobody else?
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { makeCertificates } from "#world/certificates.ts";
import { startHttpSink } from "#world/http-sink.ts";
import { type NotReached, reachOf } from "./reach.ts";

const get = { method: "GET", headers: {} };
const bounds = { deadlineMs: 10_000, mostBytes: 10_000 };
const why = (reason: NotReached["why"]) =>
	expect.objectContaining({ why: reason });

async function sink(tls?: { key: string; cert: string }) {
	const it = await startHttpSink(tls ? { tls } : {});
	onTestFinished(() => it.stop());
	return it;
}

test("an answer comes back whole, as it was said", async () => {
	const it = await sink();
	it.answer({ code: 400, headers: { "content-type": "a/b" }, body: "주문" });
	const body = new URLSearchParams({ code: "x" });
	const answer = await reachOf(it.url)(it.url, {
		method: "POST",
		headers: {},
		body,
	});
	expect([answer.status, answer.headers.get("content-type")]).toEqual([
		400,
		"a/b",
	]);
	expect(await answer.text()).toBe("주문");
	expect(it.heard[0]?.body).toBe("code=x");
});

test("nobody is followed elsewhere", async () => {
	const [it, elsewhere] = [await sink(), await sink()];
	it.answer({ code: 307, headers: { location: elsewhere.url } });
	const answer = await reachOf(it.url)(it.url, get);
	expect(answer.status).toBe(307);
	expect(answer.headers.has("location")).toBe(false);
	expect(elsewhere.connections()).toBe(0);
});

test.each(["never", "hangs after the headers"] as const)(
	"one that %s is given up",
	async (how) => {
		const it = await sink();
		it.answer(how);
		const reach = reachOf(it.url, { ...bounds, deadlineMs: 200 });
		await expect(reach(it.url, get)).rejects.toEqual(why("late"));
	},
);

test.each(["closes midway", "resets", "garbage"] as const)(
	"one that %s is away",
	async (how) => {
		const it = await sink();
		it.answer(how);
		await expect(reachOf(it.url)(it.url, get)).rejects.toEqual(why("away"));
	},
);

test("one that says too much is cut off", async () => {
	const it = await sink();
	it.answer({ code: 200, body: "x".repeat(5_000_000) });
	const reach = reachOf(it.url, bounds);
	await expect(reach(it.url, get)).rejects.toEqual(why("too large"));
});

test.each([
	["http://192.0.2.1/token", "https://id.example.org"],
	["http://127.0.0.1:1/token", "https://id.example.org"],
	["http://192.0.2.1/token", "http://127.0.0.1:1"],
	["http://127.0.0.1.example.org/token", "http://127.0.0.1:1"],
	["file:///etc/passwd", "http://127.0.0.1:1"],
])("%s is not asked in clear for %s", async (address, issuer) => {
	await expect(reachOf(issuer)(address, get)).rejects.toEqual(
		why("not secure"),
	);
});

test("a certificate nobody knows is not trusted, and nothing is said to whoever shows it", async () => {
	const folder = await mkdtemp(join(tmpdir(), "tidemark-provider-"));
	onTestFinished(() => rm(folder, { recursive: true }));
	await makeCertificates(folder);
	const part = (name: string) => readFile(join(folder, name), "utf8");
	const it = await sink({
		key: await part("broker.key"),
		cert: await part("broker.pem"),
	});
	await expect(reachOf(it.url)(it.url, get)).rejects.toEqual(
		why("not trusted"),
	);
	expect(it.heard).toEqual([]);
});
