// T22: can somebody write a filter, a rule or a search that keeps the web busy? Measured over a thousand rows, beside a plain one.
import { afterAll, beforeAll, expect, test } from "vitest";
import { parseFilter } from "#lib/core/filter/filter.ts";
import { globOf } from "#lib/core/filter/glob.ts";
import { holdsAt } from "#lib/core/people/scope.ts";
import { workMs } from "#world/work-ms.ts";
import { answerBoard } from "../board.ts";
import { aBroker, aRow, ask, type Stage, stage } from "../for-tests.ts";
import { guarded } from "../guard.ts";

const rows = 1_000;
let here: Stage;
let token: string;

beforeAll(async () => {
	here = await stage();
	token = await here.signIn();
	await here.store.board.write({
		broker: aBroker(),
		rows: Array.from({ length: rows }, (_, n) =>
			aRow({
				id: String(n).padStart(43, "a"),
				channel: `${"a".repeat(200)}!${n}`,
			}),
		),
		gone: [],
	});
});
afterAll(() => here.close());

const board = (filter: string) =>
	ask(
		guarded("GET /api/board", answerBoard, () => here.place),
		`/api/board?filter=${encodeURIComponent(filter)}`,
		{ token },
	);

test.each([
	["what blows up a regular expression", "(a+)+$"],
	["the same as a pattern", `channel:${"*a".repeat(900)}*b`],
	["a pattern of stars alone", `channel:${"*".repeat(1_900)}`],
	["forty patterns at once", "*a*a*a*a*a*a*a*a*a*b ".repeat(40)],
	["forty that are negated", "-*a*a*a*a*a*a*a*a*a*b ".repeat(40)],
	["quotes within quotes", '"\\"'.repeat(600)],
])("T22: %s is answered in time", async (_, filter) => {
	const reply = await board(filter.slice(0, 2_000));
	expect([200, 400]).toContain(reply.status);
	expect(await workMs(() => board(filter.slice(0, 2_000)))).toBeLessThan(50);
});

test("T22: a filter of 50 kB is refused before it is looked at", async () => {
	const large = "(a+)+$ ".repeat(7_200);
	expect((await board(large)).status).toBe(400);
	expect(await workMs(() => parseFilter(large))).toBeLessThan(50);
	expect(await workMs(() => board(large))).toBeLessThan(50);
});

test("T22: a pattern costs what it and the name are long, however they repeat", async () => {
	const slow = globOf(`${"a*".repeat(990)}b`);
	const names = Array.from({ length: 100 }, (_, n) => "a".repeat(1_000 + n));
	expect(names.some(slow)).toBe(false);
	expect(await workMs(() => names.some(slow))).toBeLessThan(50);
});

test("T22: a role's own patterns are no slower than a filter's", async () => {
	const where = {
		brokers: ["*"],
		channels: ["a*".repeat(500)],
		groups: [`${"*a".repeat(500)}b`],
	};
	const spot = {
		broker: "shop",
		channel: "a".repeat(4_000),
		group: "a".repeat(4_000),
	};
	expect(holdsAt([where], spot)).toBe(false);
	expect(await workMs(() => holdsAt([where], spot))).toBeLessThan(50);
});
