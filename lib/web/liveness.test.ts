// Does readiness follow the collector's pulse, and tell nothing else?
import { afterEach, beforeEach, expect, test } from "vitest";
import {
	aBroker,
	ask,
	type Stage,
	someWords,
	stage,
	startMs,
} from "./for-tests.ts";
import { guarded } from "./guard.ts";
import { answerAlive, answerReady } from "./liveness.ts";

let here: Stage;
beforeEach(async () => {
	here = await stage();
});
afterEach(() => here.close());

const ready = () =>
	ask(
		guarded("GET /api/ready", answerReady, () => here.place),
		"/api/ready",
	);
const beat = () =>
	here.store.pulse.beat({
		atMs: startMs,
		startedMs: startMs,
		everyMs: 1_000,
		history: "kept",
	});

test("without a pulse nothing is ready", async () => {
	const answer = await ready();
	expect(answer.status).toBe(503);
	expect(await answer.json()).toMatchObject({
		ready: false,
		collector: "silent",
	});
});

test("a collector that ticks is ready, whatever its brokers do, and none is named", async () => {
	await beat();
	await here.store.board.settle(["shop", "jobs"], [someWords]);
	for (const broker of [aBroker(), aBroker({ name: "jobs", heardMs: null })])
		await here.store.board.write({ broker, rows: [], gone: [] });
	const answer = await ready();
	expect(answer.status).toBe(200);
	const text = await answer.text();
	expect(JSON.parse(text)).toMatchObject({
		ready: true,
		brokers: { fresh: 1, late: 0, silent: 1 },
	});
	expect(text).not.toContain("shop");
});

test("a collector that stopped ticking is not ready", async () => {
	await beat();
	here.clock.nowMs += 2_001;
	expect((await ready()).status).toBe(503);
});

test("the web says that it lives even when its store cannot be opened", async () => {
	const broken = {
		...here.place,
		store: () => Promise.reject(new Error("disk full")),
	};
	const alive = guarded("GET /api/health", answerAlive, () => broken);
	expect((await ask(alive, "/api/health")).status).toBe(200);
});
