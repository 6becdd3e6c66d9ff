// Does everything that is owed arrive, at least once, in order, and whatever some receivers do?
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import type { Notice } from "#lib/core/alert/notice.ts";
import type { ReviewWrite } from "#lib/store/alert-port.ts";
import { openStore } from "#lib/store/open.ts";
import type { Store } from "#lib/store/store.ts";
import { eventually } from "#world/eventually.ts";
import { type SinkAnswer, startHttpSink } from "#world/http-sink.ts";
import { noticeOf, outletOf, stopped } from "../for-tests.ts";
import type { Outlet } from "../outlet.ts";
import { type DeliverParts, startDelivering } from "./deliver.ts";
import { turnsOf } from "./turns.ts";

const withinMs = 20_000;
const hour = 3_600_000;

async function sink(answer: SinkAnswer = { code: 200 }) {
	const it = await startHttpSink();
	it.answer(answer);
	onTestFinished(() => it.stop());
	return it;
}

async function newStore(): Promise<Store> {
	const folder = await mkdtemp(join(tmpdir(), "tidemark-deliver-"));
	const store = await openStore(folder);
	onTestFinished(async () => {
		await store.close();
		await rm(folder, { recursive: true });
	});
	return store;
}

/** Owed from now on, as a review writes it. */
async function owe(store: Store, notices: readonly Notice[]): Promise<void> {
	const outlets = [...new Set(notices.map(({ outlet }) => outlet))];
	const facts = outlets.map((name) => ({
		...{ name, kind: "webhook", address: "", quiet: null },
	}));
	await store.alerts.settleAlerts({ rules: [], outlets: facts });
	const review: ReviewWrite = {
		...{ atMs: Date.now(), alerts: [], gone: [], waves: [], notices },
		...{ held: new Map(), mutesEnded: [] },
	};
	await store.alerts.reviewed(review);
}

let waves = 0;
const to = (outlet: string, change: Partial<Notice> = {}): Notice =>
	noticeOf([stopped()], {
		...{ outlet, wave: `wave-${++waves}`, atMs: Date.now() },
		...change,
	});

/** Time passes for it as the test says, and otherwise as for everybody. */
function delivering(
	store: Store,
	addresses: Readonly<Record<string, string>>,
	change: Partial<DeliverParts> = {},
) {
	let skippedMs = 0;
	const failures: unknown[] = [];
	const outlets = new Map(
		Object.entries(addresses).map(([name, url]) => [
			name,
			outletOf("webhook", { url }, { name }),
		]),
	);
	const deliverer = startDelivering({
		...{ store: store.alerts, outlets, everyMs: 20 },
		failed: (error) => failures.push(error),
		turns: turnsOf({
			wallMs: () => Date.now() + skippedMs,
			steadyMs: () => performance.now() + skippedMs,
		}),
		...change,
	});
	onTestFinished(() => deliverer.stop());
	const skip = (ms: number) => {
		skippedMs += ms;
	};
	return { deliverer, skip, failures };
}

const faresOf = async (store: Store, outlet: string) =>
	(await store.alerts.fares()).find(({ name }) => name === outlet);
const settled = (store: Store, outlet: string) =>
	eventually(async () => {
		const fares = await faresOf(store, outlet);
		return fares?.owed === 0 ? fares : undefined;
	}, withinMs);
/** Of the one that is owed. */
const triesOf = async (store: Store): Promise<number> =>
	(await store.alerts.owed(Date.now() + 100 * hour, 1))[0]?.tries ?? 0;
const heardIds = (it: { heard: readonly { headers: object }[] }) =>
	it.heard.map(({ headers }) =>
		new Map(Object.entries(headers)).get("idempotency-key"),
	);

describe("what is owed", () => {
	test("arrives once, the oldest first, and is owed no more", async () => {
		const [store, it] = [await newStore(), await sink()];
		const all = [to("one"), to("one"), to("one")];
		await owe(store, all);
		delivering(store, { one: it.url });
		const fares = await settled(store, "one");
		expect(heardIds(it)).toEqual(all.map(({ id }) => id));
		expect(fares).toMatchObject({ failingSinceMs: null, givenUp: 0 });
		expect(fares.answer).toMatchObject({ isTaken: true, code: "taken" });
	});

	test("and not taken comes again with the same id, later and later, until it is", async () => {
		const [store, it] = [await newStore(), await sink({ code: 500 })];
		const one = to("one");
		await owe(store, [one]);
		const { skip } = delivering(store, { one: it.url });
		for (const times of [1, 2, 3]) {
			await eventually(
				async () => ((await triesOf(store)) >= times ? true : undefined),
				withinMs,
			);
			if (times === 3) it.answer({ code: 200 });
			// Both the notice and its outlet rest for no longer than this.
			skip(25_000);
		}
		await settled(store, "one");
		expect(new Set(heardIds(it))).toEqual(new Set([one.id]));
		expect(it.heard).toHaveLength(4);
	});

	test("and turned down is given up at once, so that the next can follow", async () => {
		const [store, it] = [await newStore(), await sink()];
		const [poison, next] = [to("one"), to("one")];
		it.answer(({ headers }) => ({
			code: headers["idempotency-key"] === poison.id ? 400 : 200,
		}));
		await owe(store, [poison, next]);
		delivering(store, { one: it.url });
		const fares = await settled(store, "one");
		expect(heardIds(it)).toEqual([poison.id, next.id]);
		expect(fares).toMatchObject({ givenUp: 1, failingSinceMs: null });
	});

	test("for two hours is given up, but never without having been tried", async () => {
		const [store, it] = [await newStore(), await sink({ code: 503 })];
		await owe(store, [to("one", { atMs: Date.now() - 5 * hour })]);
		const { skip } = delivering(store, { one: it.url });
		await eventually(() => it.heard.length >= 1 || undefined, withinMs);
		await eventually(
			async () => (await faresOf(store, "one"))?.failingSinceMs ?? undefined,
			withinMs,
		);
		skip(2 * hour + 60_000);
		expect(await settled(store, "one")).toMatchObject({
			...{ givenUp: 1, answer: { code: "too late" } },
		});
		expect(it.heard).toHaveLength(1);
	});

	test("to an outlet that is configured no more is given up and says so", async () => {
		const store = await newStore();
		await owe(store, [to("gone")]);
		delivering(store, {});
		expect(await settled(store, "gone")).toMatchObject({
			...{ givenUp: 1, answer: { code: "no such outlet" } },
		});
	});
});

describe("order", () => {
	test("nobody hears that a wave is over before hearing of it, and another wave passes it", async () => {
		const [store, it] = [await newStore(), await sink()];
		const [first, over, other] = [
			to("one", { wave: "stuck" }),
			to("one", { wave: "stuck", says: "over" }),
			to("one"),
		];
		let isStuck = true;
		it.answer(({ headers }) => ({
			code: isStuck && headers["idempotency-key"] === first.id ? 500 : 200,
		}));
		await owe(store, [first, over, other]);
		const { skip } = delivering(store, { one: it.url });
		await eventually(
			() => heardIds(it).includes(first.id) || undefined,
			withinMs,
		);
		await eventually(async () => {
			skip(6_000);
			return heardIds(it).includes(other.id) || undefined;
		}, withinMs);
		expect(heardIds(it)).not.toContain(over.id);
		isStuck = false;
		skip(600_000);
		await settled(store, "one");
		expect(heardIds(it).slice(-2)).toEqual([first.id, over.id]);
	});
});

describe("receivers that misbehave", () => {
	const bad: readonly SinkAnswer[] = [
		...([{ code: 500 }, "never", "closes midway"] as const),
		...([
			"resets",
			"garbage",
			{ code: 429, headers: { "retry-after": "600" } },
		] as const),
	];

	test("hold up nobody else", async () => {
		const store = await newStore();
		const well = await sink();
		const sinks = await Promise.all(bad.map((answer) => sink(answer)));
		const addresses = Object.fromEntries(
			sinks.map(({ url }, n) => [`bad-${n}`, url]),
		);
		const all = Object.keys(addresses).map((name) => to(name));
		await owe(store, [...all, to("well"), to("well")]);
		delivering(store, { ...addresses, well: well.url });
		await settled(store, "well");
		await eventually(
			() => sinks.every(({ heard }) => heard.length > 0) || undefined,
			withinMs,
		);
		for (const [n, { heard }] of sinks.entries()) {
			expect(heard.length, `receiver ${n}`).toBeGreaterThan(0);
			expect(await faresOf(store, `bad-${n}`)).toMatchObject({ owed: 1 });
		}
	});

	test("are spoken to once for all that they are owed, until they have rested", async () => {
		const [store, it] = [await newStore(), await sink({ code: 500 })];
		await owe(store, [to("one"), to("one"), to("one")]);
		// Time stands still but for what the test lets pass.
		let steadyMs = 0;
		const beganMs = Date.now();
		const turns = turnsOf({
			...{ wallMs: () => beganMs + steadyMs, steadyMs: () => steadyMs },
		});
		let [looks, answered] = [0, 0];
		const counted: DeliverParts["store"] = {
			...store.alerts,
			async tried(id, tried) {
				await store.alerts.tried(id, tried);
				answered++;
			},
			owed: (nowMs, limit) => {
				looks++;
				return store.alerts.owed(nowMs, limit);
			},
		};
		delivering(store, { one: it.url }, { store: counted, turns });
		for (const times of [1, 2]) {
			await eventually(() => answered >= times || undefined, withinMs);
			const before = looks;
			await eventually(() => looks > before + 5 || undefined, withinMs);
			expect(it.heard).toHaveLength(times);
			steadyMs += 10_000;
		}
	});

	test("and wait as long as they asked for", async () => {
		const answer = { code: 429, headers: { "retry-after": "600" } };
		const [store, it] = [await newStore(), await sink(answer)];
		await owe(store, [to("one")]);
		let looks = 0;
		const counted: DeliverParts["store"] = {
			...store.alerts,
			owed: (nowMs, limit) => {
				looks++;
				return store.alerts.owed(nowMs, limit);
			},
		};
		const { skip } = delivering(store, { one: it.url }, { store: counted });
		await eventually(
			async () => (await faresOf(store, "one"))?.answer ?? undefined,
			withinMs,
		);
		it.answer({ code: 200 });
		skip(590_000);
		const before = looks;
		await eventually(() => looks > before + 2 || undefined, withinMs);
		expect(it.heard).toHaveLength(1);
		skip(11_000);
		await settled(store, "one");
		expect(it.heard).toHaveLength(2);
	});
});

test("what was taken but could not be written down is written later, and not sent again", async () => {
	const [store, it] = [await newStore(), await sink()];
	await owe(store, [to("one")]);
	let refused = 0;
	const full: DeliverParts["store"] = {
		...store.alerts,
		tried: (id, tried) =>
			++refused <= 3
				? Promise.reject(new Error("disk full"))
				: store.alerts.tried(id, tried),
	};
	const { failures } = delivering(store, { one: it.url }, { store: full });
	await settled(store, "one");
	expect(it.heard).toHaveLength(1);
	expect(failures).toHaveLength(3);
});

test("an outlet with a mistake of its own is told as one that is not understood, and is tried again", async () => {
	const store = await newStore();
	await owe(store, [to("one")]);
	const outlet: Outlet = {
		...{ address: "", keepAliveMs: null },
		send: () => Promise.reject(new Error("a bug")),
	};
	const outlets = new Map([["one", outlet]]);
	const { failures } = delivering(store, {}, { outlets });
	await eventually(
		async () =>
			(await faresOf(store, "one"))?.answer?.code === "not understood" ||
			undefined,
		withinMs,
	);
	expect(failures).toHaveLength(1);
});
