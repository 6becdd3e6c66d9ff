// Does the activity tell all that was done, the latest first, and as a file nothing that a spreadsheet would reckon with?
import { afterEach, beforeEach, expect, test } from "vitest";
import { planOf, targetOf } from "#lib/core/clean-up/for-tests.ts";
import type { Errand } from "#lib/core/errand.ts";
import { activityReply } from "#lib/wire/activity.ts";
import { answerActivity } from "./activity.ts";
import { ask, type Stage, stage, startMs } from "./for-tests.ts";
import { doorsOf, orders, withRows } from "./for-tests-clean-ups.ts";
import { guarded } from "./guard.ts";

const odd = {
	broker: "shop",
	kind: "log",
	channel: '=SUM(1), "x"',
	group: null,
};
let here: Stage;
let token: string;
let ids: string[];

beforeEach(async () => {
	here = await stage();
	await withRows(here);
	token = await here.signIn();
	const { planned, done, take } = doorsOf(here);
	const first = await done(token);
	here.clock.nowMs = startMs + 1_000;
	const target = targetOf({
		id: "c".repeat(43),
		subscription: odd,
		plan: planOf(),
	});
	const second = await planned(token, {}, { targets: [target, targetOf()] });
	const look = { verb: "look", subscription: orders, part: "members" } as const;
	await take(token, look);
	ids = [second, first];
});
afterEach(() => here.close());

const activity = (query: string, headers = {}) =>
	ask(
		guarded("GET /api/errands", answerActivity, () => here.place),
		`/api/errands${query}`,
		{ token, headers },
	);
const idsFor = async (query: string) => {
	const reply = activityReply.parse(await (await activity(query)).json());
	return reply.errands.map(({ id }) => id);
};

test("clean-ups are told the latest first, and looks are none", async () => {
	expect(await idsFor("")).toEqual(ids);
	const { errands } = activityReply.parse(await (await activity("")).json());
	expect(errands[1]).toMatchObject({
		...{ by: "owner", state: "done" },
		undertaking: {
			approval: { why: "night" },
			targets: [{ outcome: { ending: "done" } }],
		},
	});
});

test("what was changed is told among the clean-ups, and what could not be with its reason", async () => {
	const { take } = doorsOf(here);
	const mute = {
		...({ verb: "mute", among: "group:b*" } as const),
		...{ untilMs: null, why: "move" },
	};
	const ended = async (alerts: Errand["alerts"]) => {
		const { id } = await (await take(token, mute)).json();
		const { nowMs: endedMs } = here.clock;
		const failure = { key: "mute over", values: {} };
		await here.store.errands.end(
			id,
			alerts
				? { state: "answered", alerts, endedMs }
				: { state: "failed", failure, endedMs },
		);
		return id;
	};
	const part = { part: "when", before: "losing", after: "stopped" } as const;
	const change = { name: "a", among: "x", target: null, parts: [part] };
	here.clock.nowMs += 1;
	const done = await ended({ is: "changed", id: "m", change });
	here.clock.nowMs += 1;
	const failed = await ended(null);
	expect(await idsFor("")).toEqual([failed, done, ...ids]);
	expect(await idsFor("?state=done")).toEqual([done, ids[1]]);
	expect(await idsFor("?state=begun&action=mute")).toEqual([failed, done]);
	const reply = await activity("?action=mute");
	const { errands } = activityReply.parse(await reply.json());
	expect(errands).toMatchObject([
		{
			...{ verb: "mute", state: "failed", failure: { key: "mute over" } },
			...{ name: null, among: "group:b*", why: "move", parts: [] },
		},
		{ state: "done", name: "a", among: "x", parts: [part], until: null },
	]);
	const table = await (await activity("?format=csv&action=mute")).text();
	const lines = table.trimEnd().split("\r\n");
	expect(lines).toHaveLength(3);
	expect(lines[1]).toContain(",mute,group:b*,failed,mute over,");
});

test("a page leads to the next", async () => {
	const page = activityReply.parse(await (await activity("?limit=1")).json());
	expect(page.errands.map(({ id }) => id)).toEqual(ids.slice(0, 1));
	expect(await idsFor(`?limit=1&cursor=${page.next}`)).toEqual(ids.slice(1));
	expect((await activity("?cursor=nonsense")).status).toBe(400);
});

test.each([
	["state=done", [1]],
	["state=planned", [0]],
	["state=begun", [1]],
	["by=owner", [0, 1]],
	["by=nobody", []],
	["broker=shop", [0, 1]],
	["broker=old", []],
	[`subscription=${orders}`, [0, 1]],
	[`subscription=${"c".repeat(43)}`, [0]],
	["action=reclaim", [0, 1]],
	["action=trim", []],
	["from=2026-11-21T12:00:01.000Z", [0]],
	["to=2026-11-21T12:00:01.000Z", [1]],
])("%s narrows it", async (query, places) => {
	expect(await idsFor(`?${query}`)).toEqual(places.map((at) => ids[at]));
});

test("a filter that means nothing is refused", async () => {
	for (const query of ["?state=dancing", "?action=drop", "?from=yesterday"])
		expect((await activity(query)).status).toBe(400);
});

test("a table has a line for each subscription, formulas as text, and nothing only the system may read", async () => {
	const reply = await activity("?format=csv");
	expect(reply.headers.get("content-disposition")).toBe(
		'attachment; filename="tidemark-activity-20261121T120001Z.csv"',
	);
	expect(reply.headers.get("content-type")).toContain("text/csv");
	const text = await reply.text();
	const lines = text.trimEnd().split("\r\n");
	expect(lines).toHaveLength(4);
	expect(lines[0]).toMatch(/^errand,asked,by,from,action,filter,state,/);
	expect(lines[1]).toContain(`"'=SUM(1), ""x"""`);
	expect(lines[3]).toContain(",night,");
	expect(text).not.toContain("secret");
});

test("as JSON the file holds what the pages do", async () => {
	const reply = await activity("?format=json&limit=1");
	const { errands } = await reply.json();
	expect(errands.map(({ id }: { id: string }) => id)).toEqual(ids);
	const { errands: paged } = activityReply.parse(
		await (await activity("")).json(),
	);
	expect(errands).toEqual(paged);
});
