// Is a plan approved once, by whoever asked for it, as it was shown and with all that it asks for?
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { planOf, targetOf } from "#lib/core/clean-up/for-tests.ts";
import type { Plan } from "#lib/core/clean-up/plan.ts";
import type { UsualRole } from "#lib/core/people/role.ts";
import { type Stage, startMs } from "./for-tests.ts";
import { begun, detailOf, orders } from "./for-tests-clean-ups.ts";
import type { Acting } from "./place.ts";

let here: Stage;
let token: string;
let doors: Awaited<ReturnType<typeof begun>>["doors"];

async function begin(...given: Parameters<typeof begun>) {
	({ here, token, doors } = await begun(...given));
}
beforeEach(() => begin());
afterEach(() => here.close());

const yes = { hash: "hash" };
const stateOf = async (id: string) =>
	(await here.store.errands.find(id))?.state;
const linesIn = async () =>
	(await here.store.record.lines(0, 99)).map(({ event }) => event);

describe("a yes", () => {
	test("to what was shown is written down with who, when and why", async () => {
		const id = await doors.planned(token);
		const said = { ...yes, why: "  they are gone since Friday " };
		const reply = await doors.step("approve", token, id, said);
		expect(reply.status).toBe(200);
		expect(await reply.json()).toMatchObject({
			state: "approved",
			undertaking: {
				approval: {
					...{ by: "owner", at: "2026-11-21T12:00:00.000Z" },
					why: "they are gone since Friday",
				},
			},
		});
		expect(await linesIn()).toEqual(["approved"]);
	});

	test("that is repeated, or said in another tab, is told how the first one goes", async () => {
		const id = await doors.planned(token);
		const replies = await Promise.all(
			[1, 2, 3].map(() => doors.step("approve", token, id, yes)),
		);
		expect(replies.map(({ status }) => status)).toEqual([200, 200, 200]);
		await here.store.errands.claim(id, startMs);
		const late = await doors.step("approve", token, id, yes);
		expect(await late.json()).toMatchObject({ state: "running" });
		expect(await linesIn()).toEqual(["approved", "running"]);
	});

	const gone = { code: "nothing to do", values: {} } as const;
	test.each<
		readonly [
			string,
			Partial<Plan>,
			Partial<Acting>,
			UsualRole,
			object,
			number,
			object,
		]
	>([
		[
			"to another plan",
			{},
			{},
			"admin",
			{ hash: "other" },
			409,
			{ key: "plan changed" },
		],
		[
			"to nothing at all",
			{ refusal: gone },
			{},
			"admin",
			yes,
			409,
			{ key: "nothing to approve" },
		],
		[
			"without a name",
			{ typed: "orders" },
			{},
			"admin",
			yes,
			400,
			{ key: "name not typed", values: { typed: "orders" } },
		],
		[
			"with another name",
			{ typed: "orders" },
			{},
			"admin",
			{ ...yes, typed: "order" },
			400,
			{ key: "name not typed" },
		],
		[
			"without a reason",
			{},
			{ reasonRequired: true },
			"admin",
			{ ...yes, why: " " },
			400,
			{ key: "reason required" },
		],
		[
			"to what may lose messages, by an operator",
			{ risk: "loses messages" },
			{},
			"operator",
			yes,
			403,
			{ key: "not allowed" },
		],
		[
			"that is more than a yes",
			{},
			{},
			"admin",
			{ ...yes, force: true },
			400,
			{ key: "bad body" },
		],
		[
			"with a reason as long as a book",
			{},
			{},
			"admin",
			{ ...yes, why: "a".repeat(501) },
			400,
			{ key: "bad body" },
		],
	])(
		"%s is refused, and nothing is written down",
		async (_, plan, acting, role, said, code, detail) => {
			await here.close();
			await begin(acting, role);
			const id = await doors.planned(token, plan);
			const reply = await doors.step("approve", token, id, said);
			expect(await detailOf(reply)).toMatchObject([code, detail]);
			expect(await stateOf(id)).toBe("planned");
			expect(await linesIn()).toEqual([]);
		},
	);

	test("with name and reason, where both are asked for, is one", async () => {
		await here.close();
		await begin({ reasonRequired: true });
		const id = await doors.planned(token, { typed: "orders" });
		const said = { ...yes, typed: "orders", why: "told to" };
		expect((await doors.step("approve", token, id, said)).status).toBe(200);
	});

	test("to several with different names says how many they are", async () => {
		const names = ["orders", "mails"].map((typed, at) =>
			targetOf({ id: `${at}`.padStart(43, "t"), plan: planOf({ typed }) }),
		);
		const id = await doors.planned(token, {}, { targets: names });
		const one = { ...yes, typed: "orders" };
		expect((await doors.step("approve", token, id, one)).status).toBe(400);
		const all = { ...yes, typed: "2" };
		expect((await doors.step("approve", token, id, all)).status).toBe(200);
	});

	test("of somebody else is refused, though they share a name", async () => {
		const id = await doors.planned(token);
		const other = await here.signIn("admin");
		for (const door of ["approve", "cancel"] as const) {
			const reply = await doors.step(door, other, id, yes);
			expect(await detailOf(reply)).toMatchObject([
				403,
				{ key: "plan of another" },
			]);
		}
		expect(await stateOf(id)).toBe("planned");
	});

	test("after two minutes is refused", async () => {
		const id = await doors.planned(token);
		here.clock.nowMs = startMs + 120_000;
		const reply = await doors.step("approve", token, id, yes);
		expect(await detailOf(reply)).toMatchObject([409, { key: "plan expired" }]);
	});

	test("where the broker was made read-only since is refused", async () => {
		const id = await doors.planned(token);
		const acting = { ...here.place.acting, readOnlyBrokers: ["shop"] };
		Object.assign(here.place, { acting });
		const reply = await doors.step("approve", token, id, yes);
		const detail = { key: "broker read-only", values: { broker: "shop" } };
		expect(await detailOf(reply)).toMatchObject([403, detail]);
	});

	test("to what was cancelled, to a look, or to nothing is refused", async () => {
		const id = await doors.planned(token);
		await doors.step("cancel", token, id);
		const reply = await doors.step("approve", token, id, yes);
		expect(await detailOf(reply)).toMatchObject([409, { key: "plan closed" }]);
		const look = {
			verb: "look",
			subscription: orders,
			part: "members",
		} as const;
		const { id: looked } = await (await doors.take(token, look)).json();
		for (const other of [looked, "nothing"])
			expect((await doors.step("approve", token, other, yes)).status).toBe(404);
	});
});

describe("no, and stop", () => {
	test("a plan that is cancelled is over", async () => {
		const id = await doors.planned(token);
		const reply = await doors.step("cancel", token, id);
		expect(await reply.json()).toMatchObject({ state: "cancelled" });
		expect(await linesIn()).toEqual(["cancelled"]);
	});

	test("stop is said by whoever may act, and said once", async () => {
		const id = await doors.planned(token);
		await doors.step("approve", token, id, yes);
		await here.store.errands.claim(id, startMs);
		const operator = await here.signIn("operator");
		for (let n = 0; n < 2; n++) {
			const reply = await doors.step("stop", operator, id);
			const undertaking = { stoppedBy: "owner" };
			expect(await reply.json()).toMatchObject({
				state: "running",
				undertaking,
			});
		}
		const viewer = await here.signIn("viewer");
		expect((await doors.step("stop", viewer, id)).status).toBe(403);
		expect(await linesIn()).toEqual(["approved", "running", "stopped"]);
	});
});
