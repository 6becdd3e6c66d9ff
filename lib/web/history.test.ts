// What does history answer: the numbers as they were, gaps as gaps, what happened beside them, and as a table?
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { AlertTarget } from "#lib/core/alert/alert.ts";
import { idOf } from "#lib/core/subscription.ts";
import { alertOf, reviewOf } from "#lib/store/contract-alerts-scene.ts";
import { sampleOf, tickOf } from "#lib/store/contract-history-scene.ts";
import { historyReply, rememberedReply } from "#lib/wire/history.ts";
import { problemReply } from "#lib/wire/problem.ts";
import { aBroker, ask, type Stage, stage, startMs } from "./for-tests.ts";
import { guarded } from "./guard.ts";
import { answerHistory, answerRemembered } from "./history.ts";

const formula = "=cmd|'/c calc'!A1";
const idOfChannel = (channel: string) =>
	idOf({ broker: "shop", kind: "log", channel, group: "readers" });
const sample = (channel: string, part: Parameters<typeof sampleOf>[1] = {}) =>
	sampleOf(channel, { id: idOfChannel(channel), ...part });
const id = idOfChannel(formula);
const since = "?from=2026-11-21T12:00:00Z";
let here: Stage;
let token: string;

/** Five ticks: known, not knowable, not asked, slow, and the broker silent. */
beforeEach(async () => {
	here = await stage();
	token = await here.signIn();
	const slow = { verdict: "slow", reason: "falls behind" } as const;
	const told = [
		[sample(formula, { lag: 7 }), sample("gone.yesterday")],
		[sample(formula, { lag: null, arrived: null })],
		[],
		[sample(formula, { lag: 2 ** 40, ...slow })],
	];
	const history = [0, 1, 2, 3, 4].map((i) =>
		tickOf(startMs + i * 5_000, told[i] ?? [], {
			...{ broker: "shop", heard: i < 4 },
		}),
	);
	const gone = [
		{ id: idOfChannel("gone.yesterday"), why: null, atMs: startMs + 5_000 },
	];
	await here.store.board.write({ broker: aBroker(), rows: [], gone, history });
	here.clock.nowMs = startMs + 25_000;
});
afterEach(() => here.close());

function answer(query = "", of = id, accept = "*/*") {
	const door = "GET /api/subscriptions/{id}/history";
	const route = guarded(door, answerHistory, () => here.place);
	return ask(route, `/api/subscriptions/${of}/history${query}`, {
		...{ token, params: { id: of }, headers: { accept } },
	});
}
const told = async (query = "") =>
	historyReply.parse(await (await answer(query)).json());
const find = async (query = "") => {
	const route = guarded("GET /api/history", answerRemembered, () => here.place);
	const reply = await ask(route, `/api/history${query}`, { token });
	return rememberedReply.parse(await reply.json()).subscriptions;
};

describe("the history of a subscription", () => {
	test("tells known, unknown and not asked apart, with the verdicts beside", async () => {
		const body = await told(since);
		expect(body.subscription).toMatchObject({ channel: formula, gone: null });
		expect(body.to).toBe("2026-11-21T12:00:25.000Z");
		expect(body.stepMs).toBeNull();
		expect(body.at[1]).toBe("2026-11-21T12:00:05.000Z");
		expect(body.asked).toEqual([true, true, false, true, false]);
		expect(body.gauges.lag.peak).toEqual([7, null, null, 2 ** 40, null]);
		expect(body.counters.arrived).toEqual([1_000, null, null, 1_000, null]);
		expect(body.annotations).toEqual([
			{
				...{ is: "verdict", at: body.at[0] },
				...{ verdict: "healthy", reason: "steady" },
			},
			{
				...{ is: "verdict", at: body.at[3] },
				...{ verdict: "slow", reason: "falls behind" },
			},
		]);
	});

	test("has the alerts beside it that fired while it was", async () => {
		const target: AlertTarget = {
			...{ is: "subscription", id, system: "invented", broker: "shop" },
			...{ kind: "log", channel: formula, group: "readers" },
		};
		const before = { target, firedMs: startMs - 9_000 };
		const alerts = [
			alertOf("fires", { target, firedMs: startMs + 5_000 }),
			alertOf("over", { ...before, resolvedMs: startMs + 1 }),
			alertOf("long over", { ...before, resolvedMs: startMs - 1 }),
			alertOf("of another"),
		];
		await here.store.alerts.reviewed(reviewOf({ alerts }));
		expect((await told(since)).alerts).toEqual([
			{
				...{ id: "fires", rule: "stalled", gravity: "warning" },
				...{ fired: "2026-11-21T12:00:05.000Z", resolved: null },
			},
			{
				...{ id: "over", rule: "stalled", gravity: "warning" },
				fired: "2026-11-21T11:59:51.000Z",
				resolved: "2026-11-21T12:00:00.001Z",
			},
		]);
	});

	test("is told for the range and the points asked, with the peak in them", async () => {
		expect((await told()).from).toBe("2026-11-20T12:00:25.000Z");
		expect((await told()).at.length).toBeLessThanOrEqual(501);
		const from = `${since}&to=2026-11-21T21:00:20%2B09:00`;
		const body = await told(`${from}&points=1`);
		expect(body.to).toBe("2026-11-21T12:00:20.000Z");
		expect(body.at).toHaveLength(1);
		expect(body.gauges.lag.peak).toEqual([2 ** 40]);
		expect((await told(`${from}&points=99999999`)).at).toHaveLength(4);
	});

	test.each([
		["a time without a zone", "?from=2026-11-21T12:00:00"],
		["no time", "?to=yesterday"],
		["an end before its begin", "?from=2026-11-21T12:00:26Z"],
		["more than can be kept", "?from=1900-01-01T00:00:00Z"],
		["a format nobody knows", "?format=xml"],
		["points that are no number", "?points=many"],
		["the same twice", "?points=1&points=2"],
	])("is not told for %s", async (_, query) => {
		const reply = await answer(query);
		expect(reply.status).toBe(400);
		expect(problemReply.parse(await reply.json()).code).toBe("invalid");
	});

	test("is a problem with a sentence where nothing is remembered, and closed to strangers", async () => {
		const reply = await answer("", "x".repeat(43));
		expect(reply.status).toBe(404);
		const { detail } = problemReply.parse(await reply.json());
		expect(detail.key).toBe("nothing remembered");
		token = "";
		expect((await answer()).status).toBe(401);
	});
});

describe("as a table", () => {
	test("it says the same, whole numbers raw, times with their zone, and no name is a formula", async () => {
		const reply = await answer(`${since}&format=csv`);
		expect(reply.headers.get("content-type")).toContain("text/csv");
		expect(reply.headers.get("content-disposition")).toBe(
			`attachment; filename="tidemark-history-${id.slice(0, 8)}.csv"`,
		);
		const [head = "", ...lines] = (await reply.text()).split("\r\n");
		const names = head.split(",");
		expect(lines.pop()).toBe("");
		const cells = lines.map((line) => {
			const values = line.split(",");
			expect(values).toHaveLength(names.length);
			return Object.fromEntries(names.map((name, i) => [name, values[i]]));
		});
		expect(cells).toHaveLength(5);
		expect(cells[3]).toMatchObject({
			...{ at: "2026-11-21T12:00:15.000Z", broker: "shop", asked: "true" },
			...{ channel: `'${formula}`, "lag.peak": "1099511627776" },
			...{ verdict: "slow", reason: "falls behind", worstVerdict: "slow" },
			...{ arrived: "1000", "holding.last": "" },
		});
		expect(cells[1]).toMatchObject({ asked: "true", "lag.last": "" });
		expect(cells[2]).toMatchObject({ asked: "false", "lag.last": "" });
	});

	test("it is sent to who asks for it by name, and to nobody else", async () => {
		const typeOf = async (accept: string, query = "") =>
			(await answer(query, id, accept)).headers.get("content-type");
		expect(await typeOf("text/csv")).toContain("text/csv");
		expect(await typeOf("*/*")).toContain("application/json");
		expect(await typeOf("application/json, text/csv")).toContain("json");
		expect(await typeOf("text/csv", "?format=json")).toContain("json");
	});

	test("a grave moment within a point is not lost to a calm end", async () => {
		const losing = { verdict: "losing", reason: "loses soon" } as const;
		const calm = tickOf(startMs + 25_000, [sample(formula)], {
			broker: "shop",
		});
		const grave = [sample(formula, losing)];
		const history = [{ ...calm, atMs: startMs + 20_500, samples: grave }, calm];
		await here.store.board.write({
			...{ broker: aBroker(), rows: [], gone: [], history },
		});
		here.clock.nowMs = startMs + 30_000;
		const text = await (await answer(`${since}&format=csv&points=1`)).text();
		expect(text.split("\r\n")[1]).toContain(",healthy,steady,losing,");
	});
});

test("what went is found by its name, with its address for its history", async () => {
	const [found, ...others] = await find("?name=YESTER");
	expect(others).toEqual([]);
	expect(found).toMatchObject({
		...{ channel: "gone.yesterday", broker: "shop", group: "readers" },
		...{ first: "2026-11-21T12:00:00.000Z", gone: "2026-11-21T12:00:05.000Z" },
	});
	expect((await answer("", found?.id)).status).toBe(200);
	expect((await find()).map(({ gone }) => gone !== null)).toEqual([
		false,
		true,
	]);
	expect(await find("?limit=1")).toHaveLength(1);
});
