// Is what fires told to whoever looks, "unchanged" exactly as long as nothing changed, and is it found again one by one?
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { ruleBegun } from "#lib/core/alert/rule.ts";
import {
	alertOf,
	busy,
	fires,
	lineOf,
	muteOf,
	outletOf,
	reviewOf,
} from "#lib/store/contract-alerts-scene.ts";
import { alertReply, alertsReply, rulesReply } from "#lib/wire/alerts.ts";
import { boardReply } from "#lib/wire/board.ts";
import { answerAlert, answerAlerts, answerRules } from "./alerts.ts";
import { answerBoard } from "./board.ts";
import {
	aBroker,
	ask,
	type Stage,
	someWords,
	stage,
	startMs,
} from "./for-tests.ts";
import { guarded } from "./guard.ts";

let here: Stage;
let token: string;
const at = () => here.place;

beforeEach(async () => {
	here = await stage();
	token = await here.signIn("viewer");
	await here.store.board.settle(["shop"], [someWords]);
	await here.store.board.write({ broker: aBroker(), rows: [], gone: [] });
	await here.store.pulse.beat({
		...{ atMs: startMs, startedMs: startMs - 60_000 },
		...{ everyMs: 1_000, history: "kept" },
	});
	await here.store.alerts.settleAlerts({
		rules: [{ ...ruleBegun, name: "stalled", from: "usual" }],
		outlets: [outletOf("oncall", { quiet: "22:00-07:00 Europe/Berlin" })],
	});
	await fires(here.store);
});
afterEach(() => here.close());

const alerts = (query = "", etag = "") =>
	ask(guarded("GET /api/alerts", answerAlerts, at), `/api/alerts${query}`, {
		token,
		...(etag && { headers: { "if-none-match": etag } }),
	});
const board = (etag = "") =>
	ask(guarded("GET /api/board", answerBoard, at), "/api/board", {
		token,
		...(etag && { headers: { "if-none-match": etag } }),
	});
const one = (id: string) =>
	ask(guarded("GET /api/alerts/{id}", answerAlert, at), `/api/alerts/${id}`, {
		...{ token, params: { id } },
	});
const etagOf = async (reply: Promise<Response>) =>
	(await reply).headers.get("etag") ?? "";

describe("what fires", () => {
	test("is told with how people were told, what is muted and how many wait", async () => {
		const pending = { state: "pending", firedMs: null } as const;
		const held = new Map([["b", "muted"]]);
		await here.store.alerts.reviewed(
			reviewOf({ alerts: [alertOf("b"), alertOf("c", pending)], held }),
		);
		await here.store.alerts.mute(muteOf("m"), lineOf("muted"));
		const body = alertsReply.parse(await (await alerts()).json());
		expect(body).toMatchObject({
			...{ firingTotal: 2, pending: 1, askAgainMs: 2_500 },
			firing: [
				{
					...{ id: "a", held: null, fired: "1970-01-01T00:00:00.010Z" },
					told: [{ outlet: "oncall", says: "fires", state: "owed", tries: 0 }],
				},
				{ id: "b", held: "muted", told: [] },
			],
			mutes: [{ id: "m", by: "somebody", ended: null }],
		});
	});

	test("is as many as were asked for, and says how many there are", async () => {
		await here.store.alerts.reviewed(reviewOf({ alerts: [alertOf("b")] }));
		const body = alertsReply.parse(await (await alerts("?limit=1")).json());
		expect(body.firing.map(({ id }) => id)).toEqual(["a"]);
		expect(body.firingTotal).toBe(2);
	});

	test.each<[string, () => Promise<unknown>]>([
		["another one", () => here.store.alerts.reviewed(another)],
		["a mute", () => here.store.alerts.mute(muteOf("m"), lineOf("muted"))],
		["a try to tell it", () => here.store.alerts.tried("n", failed)],
		["somebody who looks after it", () => acknowledged()],
	])("is unchanged until there is %s", async (_, change) => {
		const etag = await etagOf(alerts());
		expect((await alerts("", etag)).status).toBe(304);
		expect((await alerts("?limit=1", etag)).status).toBe(200);
		await change();
		expect((await alerts("", etag)).status).toBe(200);
	});

	test("is told again when the collector is late", async () => {
		const etag = await etagOf(alerts());
		here.clock.nowMs += 60_000;
		const reply = await alerts("", etag);
		expect(reply.status).toBe(200);
		const { collector } = alertsReply.parse(await reply.json());
		expect(collector.freshness).not.toBe("fresh");
	});

	test("is counted on the board, which is another one when that changes", async () => {
		const etag = await etagOf(board());
		expect((await board(etag)).status).toBe(304);
		await here.store.alerts.reviewed(another);
		const reply = await board(etag);
		expect(boardReply.parse(await reply.json()).firing).toBe(2);
	});
});

const another = reviewOf({ alerts: [alertOf("b")] });
const failed = { atMs: 20, answer: busy, nextMs: 50 };
const acknowledged = () =>
	here.store.alerts.acknowledge(
		...(["a", { by: "me", atMs: 12, why: "" }] as const),
		lineOf("acknowledged"),
	);

test("one alert is found with the words of its system, and one that never was is not", async () => {
	await here.store.alerts.tried("n", failed);
	await acknowledged();
	const body = alertReply.parse(await (await one("a")).json());
	expect(body).toMatchObject({
		system: { name: "invented" },
		alert: {
			...{ id: "a", acknowledged: { by: "me" }, flaps: 1 },
			told: [{ next: "1970-01-01T00:00:00.050Z", answer: { code: "busy" } }],
		},
	});
	const reply = await one("__proto__");
	expect([reply.status, (await reply.json()).detail.key]).toEqual([
		...[404, "alert gone"],
	]);
});

test("rules and outlets are told, with how each outlet fares", async () => {
	await here.store.alerts.tried("n", failed);
	const route = guarded("GET /api/rules", answerRules, at);
	const reply = await ask(route, "/api/rules", { token });
	expect(rulesReply.parse(await reply.json())).toMatchObject({
		rules: [{ name: "stalled", from: "usual", tell: null }],
		outlets: [
			{
				...{ name: "oncall", quiet: "22:00-07:00 Europe/Berlin" },
				...{ failingSince: "1970-01-01T00:00:00.020Z", owed: 1 },
				answer: { code: "busy", isTaken: false },
			},
		],
	});
});
