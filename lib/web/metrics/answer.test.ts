// Does a scrape get what the board shows, no more than that, and only whoever may have it?
import { createHash } from "node:crypto";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { atLeast, exactly } from "#lib/core/amount.ts";
import type { Row, SystemWords } from "#lib/core/board.ts";
import { idOf } from "#lib/core/subscription.ts";
import {
	aBroker,
	aRow,
	ask,
	type Stage,
	someWords,
	stage,
	startMs,
} from "../for-tests.ts";
import { guarded } from "../guard.ts";
import { alertMetrics } from "./alerts.ts";
import { answerMetrics, piecesOf } from "./answer.ts";
import { aroundMetrics } from "./brokers.ts";
import { valuesIn } from "./for-tests.ts";
import { rowMetrics } from "./rows.ts";

const token = "a-token-for-the-scraper";
const scrapeHash = createHash("sha256").update(token).digest("hex");
let here: Stage;

beforeEach(async () => {
	here = await stage({ scrapeHash });
	await here.store.board.settle(["shop", "jobs"], [words]);
	await here.store.pulse.beat({
		...{ atMs: startMs - 500, startedMs: startMs - 60_000 },
		...{ everyMs: 1_000, history: "kept" },
	});
});
afterEach(() => here.close());

const log = someWords.kinds.log;
if (log === undefined) throw new Error("the invented system has a log");
const labels = { cluster: "broker", readers: "group" } as const;
const ofChannel = { broker: "broker", channel: "channel" } as const;
const words: SystemWords = {
	...someWords,
	kinds: {
		air: {
			...log,
			metrics: [
				{
					...{ name: "air_bytes", help: "Waiting", figure: "outputBytes" },
					...{ labels: ofChannel, together: "greatest" },
				},
				{
					...{ name: "air_subscribers", help: "There", figure: "registered" },
					...{ labels: ofChannel, together: "sum" },
				},
			],
		},
		log: {
			...log,
			metrics: [
				{
					...{ name: "log_lag", help: "Known elsewhere", figure: "lag" },
					labels: { ...labels, log: "channel" },
					together: "sum",
				},
				{
					...{ name: "readers_lag", help: "Known too", figure: "lag" },
					...{ labels, together: "sum" },
				},
				{
					...{ name: "readers_state", help: "1 idle", figure: "state" },
					...{ labels, together: "greatest", states: { idle: 1 } },
				},
			],
		},
	},
};

function row(channel: string, part: Partial<Row> = {}): Row {
	const named = { broker: "shop", kind: "log", group: "billing", ...part };
	return aRow({ id: idOf({ ...named, channel }), channel, ...part });
}

const write = (...rows: readonly Row[]) =>
	here.store.board.write({ broker: aBroker(), rows, gone: [] });
const scrape = async (most?: number) =>
	valuesIn(
		Buffer.concat(
			await piecesOf(here.store, here.clock.nowMs, most),
		).toString(),
	);
const its = (channel: string, more = "") =>
	`{broker="shop",kind="log",channel="${channel}",group="billing"${more}}`;

describe("a scrape", () => {
	test("has every number of a row, and leaves out what is unknown", async () => {
		await write(
			row("orders", {
				lag: exactly(1_200),
				holding: 0,
				members: {
					...{ registered: 21, live: atLeast(3), dead: 12 },
					...{ stuck: null, unknown: null },
				},
			}),
		);
		const values = await scrape();
		const ofRow = [...values]
			.filter(([series]) => series.startsWith("tidemark_group_"))
			.map(([series, value]) => `${series.slice(15)} ${value}`);
		expect(ofRow).toEqual([
			`verdict${its("orders")} 4`,
			`lag_known${its("orders")} 1`,
			`lag${its("orders", ',bound="exact"')} 1200`,
			`holding${its("orders")} 0`,
			`pace${its("orders", ',way="in"')} 3.5`,
			`pace${its("orders", ',way="out"')} 0`,
			`members${its("orders", ',state="registered",bound="exact"')} 21`,
			`members${its("orders", ',state="live",bound="at least"')} 3`,
			`members${its("orders", ',state="dead",bound="exact"')} 12`,
		]);
	});

	test("has the most that waits for any one subscriber, and nothing where that is not counted", async () => {
		const members = {
			...{ registered: 3, live: exactly(3), dead: 0 },
			...{ stuck: 0, unknown: 0 },
		};
		const notes = [{ code: "largest output", values: { bytes: 900 } }] as const;
		const air = { kind: "air", group: null, members };
		await write(
			row("all", { ...air, notes }),
			row("silent", { ...air, channel: "silent" }),
		);
		const values = await scrape();
		const of = (channel: string, name: string) =>
			values.get(`${name}{broker="shop",channel="${channel}"}`);
		expect(of("all", "air_bytes")).toBe(900);
		expect(of("silent", "air_bytes")).toBeUndefined();
		expect(of("silent", "air_subscribers")).toBe(3);
	});

	test("has a lag under the names others know, added up by group, and neither from a bound nor from an unknown part", async () => {
		await write(
			row("a", { lag: exactly(2), state: "idle" }),
			row("b", { lag: exactly(3), state: "idle" }),
			row("d", { lag: exactly(5), group: "late" }),
			row("c", { lag: atLeast(5), group: "late", state: "odd" }),
			row("f", { lag: exactly(6), group: "late" }),
			row("e", { lag: exactly(9), group: null }),
		);
		const values = await scrape();
		const known = [...values].filter(([series]) => /^(log|read)/.test(series));
		expect(known).toEqual([
			['log_lag{cluster="shop",readers="billing",log="a"}', 2],
			['log_lag{cluster="shop",readers="billing",log="b"}', 3],
			['log_lag{cluster="shop",readers="late",log="d"}', 5],
			['log_lag{cluster="shop",readers="late",log="f"}', 6],
			['readers_lag{cluster="shop",readers="billing"}', 5],
			['readers_state{cluster="shop",readers="billing"}', 1],
		]);
		expect(
			values.get(
				'tidemark_group_lag{broker="shop",kind="log",channel="c",group="late",bound="at least"}',
			),
		).toBe(5);
	});

	test("says how old each broker's answer is, and of a silent one that nothing is known", async () => {
		await write(row("orders"));
		await here.store.board.write({
			broker: aBroker({ name: "jobs", heardMs: null }),
			...{ rows: [], gone: [] },
		});
		here.clock.nowMs += 9_000;
		const fresh = await scrape();
		expect(
			fresh.get('tidemark_broker_reading_age_seconds{broker="shop"}'),
		).toBe(9);
		expect(
			fresh.get('tidemark_broker_fresh{broker="shop",system="invented"}'),
		).toBe(1);
		expect(
			fresh.get('tidemark_broker_fresh{broker="jobs",system="invented"}'),
		).toBe(0);
		expect(
			fresh.has('tidemark_broker_reading_age_seconds{broker="jobs"}'),
		).toBe(false);
		expect(
			fresh.get('tidemark_subscriptions{broker="shop",verdict="stalled"}'),
		).toBe(1);
		expect(fresh.get("tidemark_collector_age_seconds")).toBe(9.5);
		here.clock.nowMs += 2_000;
		const silent = await scrape();
		expect(
			silent.get('tidemark_broker_fresh{broker="shop",system="invented"}'),
		).toBe(0);
		expect(silent.get(`tidemark_group_verdict${its("orders")}`)).toBe(2);
		expect(
			silent.get('tidemark_subscriptions{broker="shop",verdict="unknown"}'),
		).toBe(1);
		expect([...silent.keys()].filter((it) => it.includes("lag{"))).toEqual([]);
	});

	test("tells of a row that was not heard its verdict alone", async () => {
		await write(row("a", { stale: true, verdict: "unknown" }), row("b"));
		const series = [...(await scrape()).keys()];
		expect(series.filter((it) => it.includes('"a"'))).toEqual([
			`tidemark_group_verdict${its("a")}`,
			`tidemark_group_lag_known${its("a")}`,
		]);
	});

	test("has no label that is not declared", async () => {
		await write(row("orders", { lag: exactly(1), holding: 3 }));
		const declared = new Map(
			[...aroundMetrics, ...alertMetrics, ...rowMetrics].map((it) => [
				it.name,
				it.labels,
			]),
		);
		for (const series of (await scrape()).keys()) {
			const [name = ""] = series.split("{");
			const used = [...series.matchAll(/([a-z_]+)=/g)].map(([, it]) => it);
			const known = declared.get(name) ?? ["cluster", "readers", "log"];
			expect(known).toEqual(expect.arrayContaining(used));
		}
	});

	test("is bounded, keeps what came first, and says how much is left out", async () => {
		await write(...["a", "b", "c"].map((it) => row(it)));
		const whole = await scrape();
		const each = [...whole.keys()].filter((it) => it.includes('"a"')).length;
		const values = await scrape(2 * each);
		expect(values.has(`tidemark_group_verdict${its("b")}`)).toBe(true);
		expect([...values.keys()].filter((it) => it.includes('"c"'))).toEqual([]);
		expect(whole.get("tidemark_series_left_out")).toBe(0);
		expect(values.get("tidemark_series_left_out")).toBe(each + 1);
		expect(values.get("tidemark_series")).toBe(values.size - 2);
	});

	test("stays in order and whole over more rows than are read at once", async () => {
		const names = Array.from({ length: 1_101 }, (_, i) => `orders-${i}`);
		await write(...names.map((it) => row(it)));
		const verdicts = [...(await scrape()).keys()].filter((it) =>
			it.startsWith("tidemark_group_verdict"),
		);
		expect(verdicts).toEqual(
			names.map((it) => `tidemark_group_verdict${its(it)}`),
		);
	});

	test("is not broken by names that are made to look like it", async () => {
		const hostile = ['a"} 1\n', "a\\", "a\nlag 9", "__proto__", "\0", "# EOF"];
		await write(...hostile.map((it) => row(it, { group: it })));
		const values = await scrape();
		expect(
			values.get('tidemark_subscriptions{broker="shop",verdict="stalled"}'),
		).toBe(6);
		expect(values.get("tidemark_series_left_out")).toBe(0);
	});
});

describe("the door", () => {
	const route = () => guarded("GET /metrics", answerMetrics, () => here.place);
	const shown = (text: string, more = {}) =>
		ask(route(), "/metrics", { headers: { authorization: text, ...more } });

	test("lets in whoever shows the token, and whoever is signed in", async () => {
		expect((await shown(`Bearer ${token}`)).status).toBe(200);
		const session = await here.signIn("viewer");
		expect((await ask(route(), "/metrics", { token: session })).status).toBe(
			200,
		);
	});

	test.each([
		["no token", ""],
		["another token", "Bearer another-token-of-length"],
		["the token and more", `Bearer ${token}x`],
		["half of it", `Bearer ${token.slice(0, 16)}`],
		["its hash", `Bearer ${scrapeHash}`],
		["another way", `Basic ${btoa(`scraper:${token}`)}`],
	])("keeps out whoever shows %s", async (_, text) => {
		expect((await shown(text)).status).toBe(401);
	});

	test("takes no token from a browser, which brings cookies, nor under a foreign name", async () => {
		const text = `Bearer ${token}`;
		expect((await shown(text, { cookie: "a=b" })).status).toBe(401);
		expect((await shown(text, { host: "evil.example" })).status).toBe(403);
	});

	test("knows no token where none is configured, and no other door takes one", async () => {
		const bare = { ...here.place, scrapeHash: null };
		const closed = guarded("GET /metrics", answerMetrics, () => bare);
		const headers = { authorization: `Bearer ${token}` };
		expect((await ask(closed, "/metrics", { headers })).status).toBe(401);
		const board = guarded("GET /api/board", answerMetrics, () => here.place);
		expect((await ask(board, "/api/board", { headers })).status).toBe(401);
	});

	test.each([
		["", "text/plain; version=0.0.4; charset=utf-8"],
		["text/plain;version=0.0.4", "text/plain; version=0.0.4; charset=utf-8"],
		[
			"application/openmetrics-text;version=1.0.0,text/plain;version=0.0.4;q=0.5",
			"application/openmetrics-text; version=1.0.0; charset=utf-8",
		],
	])("answers %j in the format it wants", async (accept, type) => {
		const answer = await shown(`Bearer ${token}`, { accept });
		expect(answer.headers.get("content-type")).toBe(type);
		expect(await answer.text()).toMatch(/\n# EOF\n$/);
	});

	test("gives one answer to many who ask at once", async () => {
		await write(...["a", "b"].map((it) => row(it)));
		const now = () => (here.clock.nowMs += 250);
		const moving = guarded("GET /metrics", answerMetrics, () => ({
			...here.place,
			now,
		}));
		const headers = { authorization: `Bearer ${token}` };
		const all = await Promise.all(
			Array.from({ length: 9 }, async () =>
				(await ask(moving, "/metrics", { headers })).text(),
			),
		);
		expect(new Set(all).size).toBe(1);
		const later = await ask(moving, "/metrics", { headers });
		expect(all).not.toContain(await later.text());
	});
});
