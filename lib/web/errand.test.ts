// Is an errand written down as it was asked, and answered as soon as it ended and no later than promised?
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openStore } from "#lib/store/open.ts";
import type { Store } from "#lib/store/store.ts";
import { errandReply } from "#lib/wire/errand.ts";
import { answerErrand, takeErrand } from "./errand.ts";
import {
	aBroker,
	aRow,
	ask,
	type Stage,
	someWords,
	stage,
	startMs,
} from "./for-tests.ts";
import { guarded } from "./guard.ts";

const wish = { verb: "look", subscription: "a".repeat(43), part: "members" };
const look = {
	atMs: startMs,
	part: "members",
	total: 0,
	offset: 0,
	partitions: [],
	members: [],
	settings: [],
	pending: null,
	survey: null,
} as const;
let here: Stage;
let collector: Store;
let token: string;

beforeEach(async () => {
	here = await stage();
	collector = await openStore(here.folder);
	token = await here.signIn();
	await collector.board.settle(["shop"], [someWords]);
	await collector.board.write({ broker: aBroker(), rows: [aRow()], gone: [] });
});
afterEach(async () => {
	await collector.close();
	await here.close();
});

const take = (body: unknown) =>
	ask(
		guarded("POST /api/errands", takeErrand, () => here.place),
		"/api/errands",
		{ token, body: JSON.stringify(body) },
	);
const answer = (id: string, waitMs = 0, signal?: AbortSignal) =>
	ask(
		guarded("GET /api/errands/{id}", answerErrand, () => here.place),
		`/api/errands/${id}?wait=${waitMs}`,
		{ token, params: { id }, ...(signal && { signal }) },
	);
const taken = async () => errandReply.parse(await (await take(wish)).json());

describe("an errand", () => {
	test("is written down for the collector, with who asked", async () => {
		const reply = await take(wish);
		expect(reply.status).toBe(202);
		const { id, state } = errandReply.parse(await reply.json());
		expect(state).toBe("asked");
		expect(await collector.errands.waiting(10)).toEqual([
			expect.objectContaining({
				id,
				by: "owner",
				wish: { ...wish, sort: "lag", offset: 0, limit: 100, pending: null },
				askedMs: startMs,
			}),
		]);
	});

	test("for a subscription nobody knows is not found, and not written", async () => {
		const reply = await take({ ...wish, subscription: "z".repeat(43) });
		expect(reply.status).toBe(404);
		expect(await collector.errands.waiting(10)).toEqual([]);
	});

	test.each([
		{ ...wish, verb: "delete" },
		{ ...wish, limit: 501 },
		{ ...wish, subscription: "../../x" },
		{ ...wish, session: "another" },
	])("that says %j is refused as invalid", async (bad) => {
		expect((await take(bad)).status).toBe(400);
	});

	test("is refused once a hundred wait and nobody answers", async () => {
		for (let i = 0; i < 100; i++) await taken();
		expect((await take(wish)).status).toBe(409);
	});

	test("that nobody asked for is not found", async () => {
		expect((await answer("nothing", 5_000)).status).toBe(404);
	});
});

describe("a try", () => {
	const tried = { verb: "try", address: "a://host:1" };
	const noBroker = () => collector.board.settle([], [someWords]);

	test("is written down while no broker is configured", async () => {
		await noBroker();
		expect((await take(tried)).status).toBe(202);
		expect(await collector.errands.waiting(10)).toMatchObject([
			{ wish: tried },
		]);
	});

	test("is refused once one is, and not written", async () => {
		const reply = await take(tried);
		expect(reply.status).toBe(409);
		expect(await reply.json()).toMatchObject({
			detail: { key: "tries closed" },
		});
		expect(await collector.errands.waiting(10)).toEqual([]);
	});

	test("with a password is refused, not written and not repeated", async () => {
		await noBroker();
		const reply = await take({ ...tried, address: "a://u:canary@host:1" });
		expect(reply.status).toBe(400);
		const said = await reply.text();
		expect(said).toContain("password shown");
		expect(said).not.toContain("canary");
		expect(await collector.errands.waiting(10)).toEqual([]);
	});

	test.each(["viewer", "operator", "visitor"] as const)(
		"is not for a %s",
		async (role) => {
			await noBroker();
			token = await here.signIn(role);
			expect((await take(tried)).status).toBe(403);
			expect(await collector.errands.waiting(10)).toEqual([]);
		},
	);

	test("is read by nobody but who asked", async () => {
		await noBroker();
		const { id } = errandReply.parse(await (await take(tried)).json());
		token = await here.signIn("admin");
		expect((await answer(id)).status).toBe(404);
	});
});

describe("waiting for an errand", () => {
	const end = (id: string) =>
		collector.errands.end(id, { state: "answered", look, endedMs: startMs });

	test("ends as soon as the collector has written the answer", async () => {
		const { id } = await taken();
		const startedMs = performance.now();
		const waited = answer(id, 5_000);
		await end(id);
		const reply = errandReply.parse(await (await waited).json());
		expect(reply).toMatchObject({ state: "answered", look: { total: 0 } });
		expect(performance.now() - startedMs).toBeLessThan(4_000);
	});

	test("goes on while the collector writes other things", async () => {
		const { id } = await taken();
		const waited = answer(id, 5_000);
		const other = noticed();
		await collector.pulse.beat({
			atMs: 1,
			startedMs: 1,
			everyMs: 1,
			history: "kept",
		});
		const first = await Promise.race([waited.then(() => "answered"), other]);
		expect(first).toBe("noticed");
		await end(id);
		expect(await (await waited).json()).toMatchObject({ state: "answered" });
	});

	test("is not begun when the errand ended before", async () => {
		const { id } = await taken();
		await end(id);
		const reply = await answer(id, 5_000);
		expect(await reply.json()).toMatchObject({ state: "answered" });
	});

	test("ends at its time with the errand as it stands", async () => {
		const { id } = await taken();
		const startedMs = performance.now();
		const reply = await answer(id, 60);
		expect(await reply.json()).toMatchObject({ state: "asked" });
		expect(performance.now() - startedMs).toBeGreaterThanOrEqual(50);
	});

	test("ends when nobody listens any more", async () => {
		const { id } = await taken();
		const leaving = new AbortController();
		const startedMs = performance.now();
		const waited = answer(id, 5_000, leaving.signal);
		leaving.abort();
		await waited;
		expect(performance.now() - startedMs).toBeLessThan(4_000);
	});

	/** Resolves when a watcher of the same store has been called. */
	function noticed(): Promise<string> {
		return new Promise((resolve) => {
			const stop = here.store.errands.watch(() => {
				stop();
				resolve("noticed");
			});
		});
	}
});
