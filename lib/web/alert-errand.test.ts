// May each role ask for each change of alerts, and is what cannot be refused before it is written down?
import { afterEach, expect, test } from "vitest";
import type { z } from "zod";
import { ruleBegun } from "#lib/core/alert/rule.ts";
import {
	usualRoleNames as roles,
	type UsualRole,
} from "#lib/core/people/role.ts";
import {
	fires,
	lineOf,
	muteOf,
	outletOf,
	ruleOf,
} from "#lib/store/contract-alerts-scene.ts";
import { errandReply } from "#lib/wire/errand.ts";
import type { errandRequest } from "#lib/wire/errand-request.ts";
import { type Stage, startMs } from "./for-tests.ts";
import { begun, detailOf } from "./for-tests-clean-ups.ts";
import type { Acting } from "./place.ts";

let here: Stage;
afterEach(() => here.close());

async function as(role: UsualRole, acting: Partial<Acting> = {}) {
	const began = await begun(acting, role);
	here = began.here;
	const { alerts } = here.store;
	await alerts.settleAlerts({
		rules: [{ ...ruleBegun, name: "git", from: "file" }],
		outlets: [outletOf("oncall")],
	});
	await alerts.saveRule(ruleOf("mine"), null, lineOf("rule saved"));
	await alerts.mute(muteOf("m"), lineOf("muted"));
	await fires(here.store);
	return began;
}

type Asked = z.input<typeof errandRequest>;
const rule = { ...ruleBegun, tell: null, name: "backlog" };
const save = { verb: "save rule", rule } as const satisfies Asked;
const mute = {
	...{ among: "group:billing", untilMs: startMs + 1, why: "a release" },
	verb: "mute",
} as const satisfies Asked;
const changes: readonly Asked[] = [
	...[save, mute],
	{ verb: "remove rule", name: "mine" },
	{ verb: "end mute", mute: "m" },
	{ verb: "acknowledge", alert: "a" },
	{ verb: "try outlet", outlet: "oncall" },
];
const backTest = { verb: "back-test", rule } as const satisfies Asked;

test.each(
	roles.flatMap((role) => [
		...changes.map((wish) => [role, wish.verb, wish] as const),
		[role, backTest.verb, backTest] as const,
	]),
)("%s asks for %s", async (role, verb, wish) => {
	const { doors, token } = await as(role);
	const reply = await doors.take(token, wish);
	const isAllowed = role !== "viewer" || verb === "back-test";
	expect(reply.status).toBe(isAllowed ? 202 : 403);
	const waiting = await here.store.errands.waiting(9);
	expect(waiting.map((errand) => errand.wish.verb)).toEqual(
		isAllowed ? [verb] : [],
	);
});

test("where nothing may be changed at any broker, alerts are tended all the same", async () => {
	const { doors, token } = await as("operator", { readOnly: true });
	for (const wish of changes)
		expect((await doors.take(token, wish)).status).toBe(202);
});

test.each<[string, Asked]>([
	["rule in file", { ...save, rule: { ...rule, name: "git" } }],
	["rule gone", { ...save, was: "gone" }],
	["outlet unknown", { ...save, rule: { ...rule, tell: ["none"] } }],
	["filter not a number", { ...save, rule: { ...rule, among: "lag:many" } }],
	["filter no such verdict", { ...mute, among: "verdict:sad" }],
	["mute over", { ...mute, untilMs: startMs }],
	["mute gone", { verb: "end mute", mute: "other" }],
	["alert over", { verb: "acknowledge", alert: "other" }],
	["outlet unknown", { verb: "try outlet", outlet: "none" }],
])("%s: it is refused and not written down", async (key, wish) => {
	const { doors, token } = await as("admin");
	const [code, detail] = await detailOf(await doors.take(token, wish));
	expect([code, detail.key]).toEqual([
		...[key.startsWith("filter") ? 400 : 409, key],
	]);
	expect(await here.store.errands.waiting(9)).toEqual([]);
});

test.each<[string, object]>([
	["a rule with more than a rule has", { ...rule, sql: "1=1" }],
	["a number below none", { ...rule, forMs: -1 }],
	["a gravity nobody knows", { ...rule, gravity: "fatal" }],
	["a condition nobody knows", { ...rule, when: { is: "always" } }],
	["a name longer than names are", { ...rule, name: "x".repeat(81) }],
	["unknown as a least verdict", notGraded()],
])("%s is no rule", async (_, wild) => {
	const { doors, token } = await as("admin");
	// The cast: what a page of ours never sends.
	const wish = { ...save, rule: wild } as Asked;
	expect((await doors.take(token, wish)).status).toBe(400);
});

function notGraded() {
	return { ...rule, when: { is: "verdict", atLeast: "unknown" } };
}

test("whoever asked reads the answer, and nobody else does", async () => {
	const { doors, token } = await as("operator");
	const reply = await doors.take(token, backTest);
	const { id } = errandReply.parse(await reply.json());
	const target = { is: "store" } as const;
	const counts = { matched: 1, looked: 1, leftOut: [], times: 1, firingMs: 9 };
	const times = { fromMs: 1, toMs: 10, knownFromMs: null };
	const firing = { target, firedMs: 1, resolvedMs: null, worst: 3 };
	const line = { target, atMs: [1, 2], values: [3, null] };
	await here.store.errands.end(id, {
		...{ state: "answered", endedMs: startMs },
		alerts: {
			is: "back-test",
			backTest: { ...counts, ...times, firings: [firing], line, others: [] },
		},
	});
	const answered = await (await doors.answer(token, id)).json();
	expect(errandReply.parse(answered)).toMatchObject({
		state: "answered",
		alerts: {
			is: "back-test",
			backTest: {
				...{ ...counts, knownFrom: null, line },
				from: "1970-01-01T00:00:00.001Z",
				firings: [{ fired: "1970-01-01T00:00:00.001Z", resolved: null }],
			},
		},
	});
	const other = await here.signIn("admin");
	expect((await doors.answer(other, id)).status).toBe(404);
});
