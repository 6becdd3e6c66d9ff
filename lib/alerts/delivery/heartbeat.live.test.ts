// Is somebody outside called only while the review really runs?
import { expect, onTestFinished, test } from "vitest";
import type { Answer } from "#lib/core/alert/notice.ts";
import { startHttpSink } from "#world/http-sink.ts";
import { parts } from "../for-tests.ts";
import { heartbeatOf } from "./heartbeat.ts";

const canary = "CANARY-7d1f9c";

async function scene() {
	const it = await startHttpSink();
	onTestFinished(() => it.stop());
	const told: Answer[] = [];
	let nowMs = 0;
	const heartbeat = heartbeatOf({
		...{ requests: parts.requests, everyMs: 60_000 },
		url: new URL(`${it.url}/ping/${canary}`),
		changed: (answer) => told.push(answer),
		clock: () => nowMs,
	});
	/** A review each two seconds, as the collector has them; each waits for what it called. */
	async function reviewFor(seconds: number) {
		for (let second = 0; second < seconds; second += 2) {
			await heartbeat.reviewed();
			nowMs += 2_000;
		}
	}
	return { it, told, reviewFor };
}

test("it is called each minute, once, by whoever has reviewed", async () => {
	const { it, reviewFor } = await scene();
	await reviewFor(180);
	expect(it.heard.map(({ method, path }) => `${method} ${path}`)).toEqual(
		Array.from({ length: 3 }, () => `GET /ping/${canary}`),
	);
});

test("what does not answer is called again soon, and told once, without its key", async () => {
	const { it, told, reviewFor } = await scene();
	it.answer({ code: 500, body: `no ${canary}` });
	await reviewFor(20);
	expect(it.heard.length).toBeGreaterThan(2);
	expect(told.map(({ code }) => code)).toEqual(["busy"]);
	expect(JSON.stringify(told)).not.toContain(canary);
	it.answer({ code: 200 });
	await reviewFor(20);
	expect(told.map(({ code }) => code)).toEqual(["busy", "taken"]);
});
