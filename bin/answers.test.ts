// Does waiting for a page end when it answers, and when nobody waits any longer?
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { answers } from "./answers.ts";

const longMs = 60_000;
const never = new AbortController().signal;

/** Answers 503 until it was asked so often; or accepts and says nothing at all. */
async function page(refusals: number): Promise<string> {
	let left = refusals;
	const server = createServer((_, reply) => {
		if (left === Number.POSITIVE_INFINITY) return;
		reply.writeHead(left-- > 0 ? 503 : 200).end();
	});
	await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
	onTestFinished(() => {
		server.closeAllConnections();
		server.close();
	});
	// The cast: it listens on a port, not on a pipe.
	return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

test("it is asked until it answers well", async () => {
	expect(await answers(await page(2), longMs, never)).toBe(true);
});

test("after so long it does not answer", async () => {
	expect(await answers("http://127.0.0.1:1/", 100, never)).toBe(false);
});

test("whoever is asked to end waits for nothing: neither a closed port nor a server that hangs", async () => {
	for (const address of [
		"http://127.0.0.1:1/",
		await page(Number.POSITIVE_INFINITY),
	]) {
		const ending = new AbortController();
		const waiting = answers(address, longMs, ending.signal);
		ending.abort();
		expect(await waiting).toBe(false);
	}
});
