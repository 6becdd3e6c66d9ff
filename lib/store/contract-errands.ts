// Does an errand reach whoever runs it, end once, and go when it is old?
import { expect, test, vi } from "vitest";
import type { LookWish } from "#lib/core/errand.ts";
import type { Finding } from "#lib/core/finding.ts";
import type { Look } from "#lib/core/look.ts";
import type { Scene } from "./contract-scene.ts";
import type { NewErrand } from "./errand-port.ts";

const wish: LookWish = {
	verb: "look",
	subscription: "x",
	part: "members",
	sort: "lag",
	offset: 0,
	limit: 9,
	pending: null,
};
const errand = (id: string, askedMs = 1): NewErrand => ({
	...{ id, by: "somebody", session: "hash", wish, askedMs },
});

const look: Look = {
	atMs: 5,
	part: "members",
	total: 1,
	offset: 0,
	partitions: [],
	members: [
		{
			name: "m",
			clientId: null,
			host: null,
			instanceId: null,
			partitions: null,
			holding: 0,
			idleMs: 7,
			oldestHeldMs: 9,
			verdict: "stuck",
			evidence: { code: "holds unseen", values: { idleSeconds: 7 } },
			mark: null,
			output: null,
		},
	],
	settings: [],
	pending: null,
	survey: null,
};

export function errandsContract(scene: Scene): void {
	test("an errand waits, is answered once, and keeps its first answer", async () => {
		const { store, other } = await scene();
		await store.errands.ask(errand("a"));
		const asked = {
			...errand("a"),
			endedMs: null,
			look: null,
			findings: null,
			alerts: null,
			undertaking: null,
			failure: null,
		};
		expect(await other.errands.find("a")).toEqual({ ...asked, state: "asked" });
		const answer = { state: "answered", look, endedMs: 5 } as const;
		const failure = { key: "not found", values: { id: "x" } };
		expect(await other.errands.end("a", answer)).toBe(true);
		const late = { state: "failed", failure, endedMs: 6 } as const;
		expect(await store.errands.end("a", late)).toBe(false);
		expect(await store.errands.find("a")).toEqual({ ...asked, ...answer });
		expect(await store.errands.waiting(9)).toEqual([]);
	});

	test("an errand nobody could have asked ends, and does not stand before the others", async () => {
		const { store, other } = await scene();
		await store.errands.ask({
			...errand("wild"),
			wish: { ...wish, limit: 1_000_000_000 },
		});
		await store.errands.ask(errand("good", 2));
		const waiting = await other.errands.waiting(9);
		expect(waiting.map(({ id }) => id)).toEqual(["good"]);
		const end = { state: "answered", look, endedMs: 5 } as const;
		expect(await store.errands.end("wild", end)).toBe(false);
	});

	test("a try keeps what was found, and one with a password was asked by nobody", async () => {
		const { store, other } = await scene();
		const tried = (id: string, address: string) =>
			store.errands.ask({ ...errand(id), wish: { verb: "try", address } });
		await tried("shown", "a://user:canary@host:1");
		await tried("named", `a://user:\${PASSWORD}@host:1`);
		const waiting = await other.errands.waiting(9);
		expect(waiting.map(({ id }) => id)).toEqual(["named"]);
		const finding: Finding = {
			...{ address: "a://host:1", system: "a", trouble: null, version: "1.2" },
			kinds: [{ kind: "log", channels: 1, subscriptions: 2 }],
			complete: true,
		};
		const end = { state: "answered", findings: [finding], endedMs: 5 } as const;
		expect(await other.errands.end("named", end)).toBe(true);
		expect(await store.errands.find("named")).toMatchObject(end);
	});

	test("what was asked about alerts keeps its answer", async () => {
		const { store, other } = await scene();
		const wish = { verb: "end mute", mute: "m" } as const;
		await store.errands.ask({ ...errand("a"), wish });
		const change = { name: null, among: "", target: null, parts: [] };
		const alerts = { is: "changed", id: "m", change } as const;
		const end = { state: "answered", alerts, endedMs: 5 } as const;
		expect(await other.errands.end("a", end)).toBe(true);
		expect(await store.errands.find("a")).toMatchObject({ ...end, wish });
	});

	test("an errand that failed says why", async () => {
		const { store } = await scene();
		const failure = { key: "gone", values: { n: 3 } };
		await store.errands.ask(errand("a"));
		await store.errands.end("a", { state: "failed", failure, endedMs: 2 });
		expect(await store.errands.find("a")).toMatchObject({
			failure,
			look: null,
		});
	});

	test("what was never asked is not found and does not end", async () => {
		const { store } = await scene();
		expect(await store.errands.find("a")).toBeNull();
		const end = { state: "answered", look, endedMs: 5 } as const;
		expect(await store.errands.end("a", end)).toBe(false);
	});

	test("one id is asked once", async () => {
		const { store } = await scene();
		await store.errands.ask(errand("a"));
		await expect(store.errands.ask(errand("a"))).rejects.toThrow();
	});

	test("the oldest that waits comes first, and no more than were asked for", async () => {
		const { store, other } = await scene();
		for (const [id, askedMs] of [
			["c", 3],
			["a", 1],
			["b", 2],
		] as const)
			await store.errands.ask(errand(id, askedMs));
		const waiting = await other.errands.waiting(2);
		expect(waiting.map(({ id }) => id)).toEqual(["a", "b"]);
	});

	test("old answers are forgotten a few at a time, what waits is not", async () => {
		const { store } = await scene();
		for (const id of ["a", "b", "c", "d"]) await store.errands.ask(errand(id));
		for (const [id, endedMs] of [
			["a", 1],
			["b", 2],
			["c", 10],
		] as const)
			await store.errands.end(id, { state: "answered", look, endedMs });
		expect(await store.errands.forget(10, 1)).toBe(1);
		expect(await store.errands.find("a")).toBeNull();
		expect(await store.errands.forget(10, 9)).toBe(1);
		expect(await store.errands.forget(10, 9)).toBe(0);
		expect(await store.errands.find("c")).not.toBeNull();
		expect(await store.errands.find("d")).not.toBeNull();
	});

	test("an errand is noticed by another within a tenth of a second", async () => {
		const { store, other } = await scene();
		let heardMs: number | null = null;
		const stop = other.errands.watch(() => {
			heardMs ??= performance.now();
		});
		const askedMs = performance.now();
		await store.errands.ask(errand("a"));
		await expect.poll(() => heardMs, { interval: 5 }).not.toBeNull();
		stop();
		expect((heardMs ?? 0) - askedMs).toBeLessThan(100);
	});

	test("nobody is called back after stopping, or when nothing was written", async () => {
		vi.useFakeTimers();
		try {
			const { store, other } = await scene();
			const noticed = vi.fn();
			const stop = other.errands.watch(noticed);
			await vi.advanceTimersByTimeAsync(1_000);
			expect(noticed).not.toHaveBeenCalled();
			await store.errands.ask(errand("a"));
			await vi.advanceTimersByTimeAsync(100);
			expect(noticed).toHaveBeenCalledTimes(1);
			stop();
			await store.errands.ask(errand("b"));
			await vi.advanceTimersByTimeAsync(1_000);
			expect(noticed).toHaveBeenCalledTimes(1);
		} finally {
			vi.useRealTimers();
		}
	});
}
