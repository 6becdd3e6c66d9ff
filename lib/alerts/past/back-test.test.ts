// Does a rule tried on the past say what it would have told, of everybody it is about, and no more than history knows?
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { storeFor } from "#lib/access/view.ts";
import type { Alert, AlertSeen } from "#lib/core/alert/alert.ts";
import { standingOf } from "#lib/core/alert/life/condition.ts";
import { step } from "#lib/core/alert/life/life.ts";
import { type Rule, ruleBegun } from "#lib/core/alert/rule.ts";
import { parseRuleLine } from "#lib/core/alert/rule-line/rule-line.ts";
import { exactly } from "#lib/core/amount.ts";
import type { Row } from "#lib/core/board.ts";
import type { Scope } from "#lib/core/people/scope.ts";
import type { Verdict } from "#lib/core/verdict.ts";
import {
	sampleOf,
	historyStartMs as startMs,
	tickOf,
	writeGone,
	writeTicks,
} from "#lib/store/contract-history-scene.ts";
import { factOf, rowOf } from "#lib/store/contract-rows.ts";
import { openStore } from "#lib/store/open.ts";
import type { Store } from "#lib/store/store.ts";
import { backTestsOf, type Sight } from "./back-test.ts";

async function storeHere(): Promise<Store> {
	const folder = await mkdtemp(join(tmpdir(), "tidemark-back-test-"));
	const store = await openStore(folder);
	onTestFinished(async () => {
		await store.close();
		await rm(folder, { recursive: true, force: true });
	});
	return store;
}

function ruleOf(line: string, part: Partial<Rule> = {}): Rule {
	const said = parseRuleLine(line);
	if ("key" in said) throw new Error(said.key);
	const { when, forMs } = said;
	return {
		...{ ...ruleBegun, name: "tried", when, forMs: forMs ?? 0 },
		...{ calmMs: 0, ...part },
	};
}

const board = (store: Store, rows: readonly Row[]) =>
	store.board.write({ broker: factOf(), rows, gone: [] });

type Said = { readonly lag?: number | null; readonly verdict?: Verdict };

/** A tick each five seconds; each channel as long as it has something to say. */
async function record(
	store: Store,
	runs: Readonly<Record<string, readonly Said[]>>,
): Promise<number> {
	const length = Math.max(...Object.values(runs).map((run) => run.length));
	const ticks = Array.from({ length }, (_, i) =>
		tickOf(
			startMs + i * 5_000,
			Object.entries(runs).flatMap(([channel, run]) => {
				const said = run[i];
				return said ? [sampleOf(channel, said)] : [];
			}),
		),
	);
	await writeTicks(store, ...ticks);
	await board(
		store,
		Object.keys(runs).map((channel) => rowOf(channel)),
	);
	return startMs + length * 5_000;
}

const lags = (...all: readonly (number | null)[]): readonly Said[] =>
	all.map((lag) => ({ lag }));
const at = (ms: number | null) => (ms === null ? null : (ms - startMs) / 1_000);

test("it says when, for how long, on what, and how bad it was", async () => {
	const store = await storeHere();
	const nowMs = await record(store, {
		a: lags(0, 20, 90, 30, 0, 0, 50, 60),
		b: lags(5, 5, 5, 5, 5, 5, 5, 5),
	});
	const test = await backTestsOf(store, () => nowMs)(
		ruleOf("lag over 10 for 5s"),
		1,
	);
	expect(
		test.firings.map(({ target, firedMs, resolvedMs, worst }) => [
			target.is === "subscription" && target.channel,
			...[at(firedMs), at(resolvedMs), worst],
		]),
	).toEqual([
		["a", 35, null, 60],
		["a", 10, 20, 90],
	]);
	expect(test).toMatchObject({ times: 2, firingMs: 15_000 });
	expect(test).toMatchObject({ matched: 2, looked: 2, knownFromMs: startMs });
	expect(test.line?.target).toMatchObject({ channel: "a" });
	expect(test.line?.values).toEqual([0, 20, 90, 30, 0, 0, 50, 60]);
	expect(test.others).toContainEqual({ n: 100, forMs: 5_000, times: 0 });
	expect(test.others).toContainEqual({ n: 5, forMs: 5_000, times: 2 });
	expect(test.others).toContainEqual({ n: 10, forMs: 30_000, times: 0 });
});

test("a filter chooses by names, those that went among them; what it says of numbers is left out and said", async () => {
	const store = await storeHere();
	const nowMs = await record(store, {
		...{ payments: lags(90, 90, 90), orders: lags(90, 90, 90) },
		"payments-old": lags(90),
	});
	const gone = tickOf(nowMs, [sampleOf("payments", { lag: 90 })]);
	await writeGone(store, gone, "payments-old");
	const rule = ruleOf("lag over 10", {
		among: "channel:payments* lag:>9k -verdict:losing",
	});
	const test = await backTestsOf(store, () => nowMs + 5_000)(rule, 1);
	expect(test.leftOut).toEqual(["lag:>9000", "-verdict:losing"]);
	expect(test).toMatchObject({ matched: 2, looked: 2, times: 2 });
});

/** Counts how often a past is read. */
function counting(store: Store) {
	const counted = { reads: 0 };
	const history: Store["history"] = {
		...store.history,
		range: (...asked) => {
			counted.reads++;
			return store.history.range(...asked);
		},
	};
	return Object.assign(counted, { board: store.board, history });
}

test("a changed number is answered from what was read before, and another filter is not", async () => {
	const store = await storeHere();
	const nowMs = await record(store, { a: lags(90, 90, 90) });
	const counted = counting(store);
	const tests = backTestsOf(counted, () => nowMs);
	const told = await Promise.all([
		...[tests(ruleOf("lag over 10"), 1), tests(ruleOf("lag over 100"), 1)],
		tests(ruleOf("lag over 10 for 1h"), 1),
	]);
	expect(told.map(({ times }) => times)).toEqual([1, 0, 0]);
	expect(counted.reads).toBe(1);
	await tests(ruleOf("lag over 10", { among: "a" }), 1);
	await tests(ruleOf("lag over 10"), 7);
	expect(counted.reads).toBe(3);
});

test("what is too large to be kept is read again, and tells the same", async () => {
	const store = await storeHere();
	const nowMs = await record(store, {
		...{ a: lags(90, 90, 90), b: lags(5, 20, 5) },
	});
	const [small, large] = [counting(store), counting(store)];
	const kept = backTestsOf(small, () => nowMs);
	const read = backTestsOf(large, () => nowMs, 60);
	for (const line of ["lag over 10", "lag over 30"])
		expect(await read(ruleOf(line), 1)).toEqual(await kept(ruleOf(line), 1));
	expect([small.reads, large.reads]).toEqual([2, 4]);
});

describe("what history does not tell", () => {
	test.each([
		"outlet failing",
		"no room",
		"dead members over 0",
		"drained over 1h",
	])("%s is known from no time on", async (line) => {
		const store = await storeHere();
		const nowMs = await record(store, { a: lags(90, 90) });
		const test = await backTestsOf(store, () => nowMs)(ruleOf(line), 1);
		expect(test).toMatchObject({ knownFromMs: null, times: 0, line: null });
	});
});

test("what vanished is told once it was away for long enough", async () => {
	const store = await storeHere();
	const nowMs = await record(store, { a: lags(1, 1), b: lags(1, 1) });
	await writeGone(store, tickOf(nowMs, [sampleOf("a")]), "b");
	const tests = backTestsOf(store, () => nowMs + 60_000);
	const [firing, ...more] = (await tests(ruleOf("vanished for 20s"), 1))
		.firings;
	expect(firing).toMatchObject({ target: { channel: "b" }, resolvedMs: null });
	expect([firing?.firedMs, more.length]).toEqual([nowMs + 20_000, 0]);
	expect((await tests(ruleOf("vanished for 2m"), 1)).times).toBe(0);
});

test("a broker that did not answer is told from its ticks", async () => {
	const store = await storeHere();
	await board(store, [rowOf("a")]);
	const heard = [true, true, false, false, false, true, true];
	const ticks = heard.map((it, i) =>
		tickOf(startMs + i * 5_000, it ? [sampleOf("a")] : [], { heard: it }),
	);
	await writeTicks(store, ...ticks);
	const tests = backTestsOf(store, () => startMs + 35_000);
	const test = await tests(ruleOf("broker silent for 5s"), 1);
	expect(
		test.firings.map((it) => [it.target, at(it.firedMs), at(it.resolvedMs)]),
	).toEqual([[{ is: "broker", broker: "one", system: "some" }, 15, 25]]);
	const other = ruleOf("broker silent", { among: "broker:two" });
	expect(await tests(other, 1)).toMatchObject({ matched: 0, times: 0 });
});

test("a filter that cannot be read is refused", async () => {
	const store = await storeHere();
	const rule = ruleOf("losing", { among: "topic:x" });
	await expect(backTestsOf(store)(rule, 1)).rejects.toMatchObject({
		detail: { key: "filter unknown key" },
	});
});

test.each([
	...["lag over 10 for 20s", "lag over 50", "stalled for 15s"],
	...["only stalled for 10s", "unknown for 10s", "losing"],
])("over a recorded run, %s would have fired when it did", async (line) => {
	const store = await storeHere();
	const rule = ruleOf(line, { calmMs: 10_000 });
	const { run, random } = randomRun();
	const nowMs = await record(store, { a: run });
	const test = await backTestsOf(store, () => nowMs)(rule, 1);
	const told = test.firings.map((it) => [at(it.firedMs), at(it.resolvedMs)]);
	expect({ random, told: told.toReversed() }).toEqual({
		...{ random, told: livedThrough(rule, run) },
	});
});

/** Some minutes of everything, a stretch at a time; the number it began with is told where it fails. */
function randomRun() {
	const random = Math.floor(Math.random() * 2 ** 31);
	let state = random;
	const next = (below: number) => {
		state = (state * 48_271 + 11) % 2_147_483_647;
		return state % below;
	};
	const verdicts = ["healthy", "slow", "stalled", "losing", "unknown"] as const;
	const run: Said[] = [];
	while (run.length < 300) {
		const verdict = verdicts[next(verdicts.length)] ?? "healthy";
		const lag = verdict === "unknown" ? null : next(3) * 30;
		for (let times = 1 + next(12); times > 0; times--)
			run.push({ verdict, lag });
	}
	return { run, random };
}

/** The same rule over the same readings, step by step as the review takes them. */
function livedThrough(rule: Rule, run: readonly Said[]) {
	const past: Alert[] = [];
	let alert: Alert | null = null;
	for (const [i, { lag = null, verdict = "healthy" }] of run.entries()) {
		const nowMs = startMs + i * 5_000;
		const row = rowOf("a", {
			lag: lag === null ? null : exactly(lag),
			verdict,
		});
		const { holds } = standingOf(rule.when, row);
		const seen: AlertSeen = { ...row, atMs: nowMs, n: null, action: null };
		const next: Alert | null = step(
			alert,
			{ holds, sinceMs: nowMs, seen },
			{
				...{ rule, target: { is: "store" }, nowMs, elapsedMs: 5_000 },
				...{ fired: past.map(({ firedMs }) => firedMs ?? 0), newId: () => "" },
			},
		).alert;
		if (next?.state === "resolved") past.push(next);
		alert = next?.state === "resolved" ? null : next;
	}
	const last = alert?.state === "firing" ? [alert] : [];
	return [...past, ...last].map((it) => [at(it.firedMs), at(it.resolvedMs)]);
}

test("whoever may see a part tries a rule on that part, whatever was read for others a moment ago", async () => {
	const store = await storeHere();
	const toMs = await record(store, {
		mine: lags(...Array(20).fill(5)),
		other: lags(...Array(20).fill(9)),
	});
	const test = backTestsOf(store, () => toMs);
	onTestFinished(test.stop);
	const scope: Scope = [{ brokers: ["*"], channels: ["mine"], groups: ["*"] }];
	const rights = [{ may: ["see" as const], where: scope }];
	const seen = storeFor(store, { rights, session: "s" });
	const rule = ruleOf("lag over 1");
	const channelsIn = async (sight?: Sight) => {
		const { firings, matched } = await test(rule, 1, sight);
		const names = firings.map(({ target }) =>
			target.is === "subscription" ? target.channel : target.is,
		);
		return { matched, names: names.sort() };
	};
	const mine = { matched: 1, names: ["mine"] };
	const all = { matched: 2, names: ["mine", "other"] };
	expect(await channelsIn()).toEqual(all);
	expect(await channelsIn({ store: seen, scope })).toEqual(mine);
	expect(await channelsIn()).toEqual(all);
});
