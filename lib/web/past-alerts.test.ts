// Is what fired told page by page and as a file, in which no name is a formula?
import { afterEach, beforeEach, expect, test } from "vitest";
import {
	resolvedOf,
	reviewOf,
	targetOf,
} from "#lib/store/contract-alerts-scene.ts";
import { pastAlertsReply } from "#lib/wire/alerts.ts";
import { ask, type Stage, stage, startMs } from "./for-tests.ts";
import { guarded } from "./guard.ts";
import { answerPastAlerts } from "./past-alerts.ts";

const hourMs = 3_600_000;
let here: Stage;
let token: string;

beforeEach(async () => {
	here = await stage();
	token = await here.signIn("viewer");
	const target = targetOf('=SUM(1), "x"');
	const back = (hours: number) => startMs - hours * hourMs;
	await here.store.alerts.reviewed(
		reviewOf({
			alerts: [
				resolvedOf("old", back(201), back(200)),
				resolvedOf("early", back(50), back(47)),
				resolvedOf("late", back(2), back(1), { target }),
			],
		}),
	);
});
afterEach(() => here.close());

const past = (query: string) =>
	ask(
		guarded("GET /api/alerts/past", answerPastAlerts, () => here.place),
		`/api/alerts/past${query}`,
		{ token },
	);
const pageOf = async (query: string) =>
	pastAlertsReply.parse(await (await past(query)).json());
const idsFor = async (query: string) =>
	(await pageOf(query)).alerts.map(({ id }) => id);

test("the last week is told, the latest first, with how long all fired together", async () => {
	expect(await idsFor("")).toEqual(["late", "early"]);
	expect(await pageOf("?limit=1")).toMatchObject({
		...{ total: 2, firingMs: 4 * hourMs },
	});
});

test("a range narrows it, and a page leads to the next", async () => {
	const month = "?from=2026-10-21T12:00:00.000Z";
	expect(await idsFor(month)).toEqual(["late", "early", "old"]);
	expect(await idsFor(`${month}&to=2026-11-21T00:00:00Z`)).toEqual([
		...["early", "old"],
	]);
	const { next } = await pageOf(`${month}&limit=2`);
	expect(await idsFor(`${month}&limit=2&cursor=${next}`)).toEqual(["old"]);
});

test.each([
	"?from=yesterday",
	"?cursor=nonsense",
	"?format=xml",
	"?from=2026-11-21T12:00:00Z&to=2026-11-21T12:00:00Z",
	"?from=2026-11-21T12:00:00Z&from=2026-11-20T12:00:00Z",
])("%s is refused", async (query) => {
	expect((await past(query)).status).toBe(400);
});

test("as a table each has a line, and no name is a formula", async () => {
	const reply = await past("?format=csv&limit=1");
	expect(reply.headers.get("content-disposition")).toBe(
		'attachment; filename="tidemark-alerts-20261121T120000Z.csv"',
	);
	const lines = (await reply.text()).trimEnd().split("\r\n");
	expect(lines).toHaveLength(3);
	expect(lines[0]).toMatch(/^alert,rule,gravity,about,subscription,broker,/);
	expect(lines[1]).toContain(`"'=SUM(1), ""x"""`);
});

test("as JSON the file holds what the pages do", async () => {
	const { alerts } = await (await past("?format=json&limit=1")).json();
	expect(alerts).toEqual((await pageOf("")).alerts);
});
