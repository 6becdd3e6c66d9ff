// Is a clean-up written down for whoever may ask for it, and refused with the reason where nobody may?
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { UsualRole } from "#lib/core/people/role.ts";
import { openStore } from "#lib/store/open.ts";
import type { CleanUpReply } from "#lib/wire/clean-up.ts";
import { cleanUpReply } from "#lib/wire/clean-up.ts";
import { type Stage, startMs } from "./for-tests.ts";
import {
	archive,
	begun,
	detailOf,
	orders,
	planning,
	reclaim,
} from "./for-tests-clean-ups.ts";
import type { Acting } from "./place.ts";

let here: Stage;
let token: string;
let doors: Awaited<ReturnType<typeof begun>>["doors"];

async function begin(...given: Parameters<typeof begun>) {
	({ here, token, doors } = await begun(...given));
}
beforeEach(() => begin());
afterEach(() => here.close());

async function again(...given: Parameters<typeof begin>) {
	await here.close();
	await begin(...given);
}

const wish = (
	cleanUp: CleanUpReply["cleanUp"] | { action: "reclaim" } = {
		action: "reclaim",
	},
	targets: { subscriptions: string[] } | { filter: string } = {
		subscriptions: [orders],
	},
) => ({ verb: "clean up", targets, cleanUp }) as const;

const waiting = () => here.store.errands.waiting(9);

describe("a clean-up", () => {
	test("is written down for the collector, all that was left out filled in", async () => {
		const reply = await doors.take(token, wish());
		expect(reply.status).toBe(202);
		const errand = cleanUpReply.parse(await reply.json());
		expect(errand).toMatchObject({
			...{ state: "asked", by: "owner", undertaking: null, filter: null },
			cleanUp: reclaim,
		});
		expect(await waiting()).toMatchObject([
			{ id: errand.id, wish: { verb: "clean up", cleanUp: reclaim } },
		]);
	});

	test.each<
		readonly [
			string,
			Partial<Acting>,
			UsualRole,
			ReturnType<typeof wish>,
			number,
			object,
		]
	>([
		["by a viewer", {}, "viewer", wish(), 403, { key: "not allowed" }],
		[
			"that loses messages, by an operator",
			{},
			"operator",
			wish({ action: "trim" }),
			403,
			{ key: "not allowed" },
		],
		[
			"that ends a group, by a visitor",
			{},
			"visitor",
			wish({ action: "destroy" }),
			403,
			{ key: "not allowed" },
		],
		[
			"where all is read-only",
			{ readOnly: true },
			"admin",
			wish(),
			403,
			{ key: "read-only" },
		],
		[
			"at a broker that is read-only",
			{ readOnlyBrokers: ["old"] },
			"admin",
			wish({ action: "clear" }, { subscriptions: [archive] }),
			403,
			{ key: "broker read-only", values: { broker: "old" } },
		],
		[
			"of what nobody knows",
			{},
			"admin",
			wish({ action: "clear" }, { subscriptions: ["z".repeat(43)] }),
			404,
			{ key: "subscription gone" },
		],
		[
			"of a filter nobody can read",
			{},
			"admin",
			wish({ action: "clear" }, { filter: "lag:>" }),
			400,
			{},
		],
		[
			"of an errand that never was",
			{},
			"admin",
			wish({ action: "undo", errand: "x".repeat(22) }),
			404,
			{ key: "errand gone" },
		],
	])(
		"%s is refused, and not written down",
		async (_, acting, role, asked, code, detail) => {
			await again(acting, role);
			expect(await detailOf(await doors.take(token, asked))).toMatchObject([
				code,
				detail,
			]);
			expect(await waiting()).toEqual([]);
		},
	);

	test("of several brokers goes on, though one of them is read-only", async () => {
		await again({ readOnlyBrokers: ["old"] });
		const both = { subscriptions: [orders, archive] };
		const reply = await doors.take(token, wish({ action: "clear" }, both));
		expect(reply.status).toBe(202);
	});

	test("is seen by everybody, with its plan and without what the system saw", async () => {
		const id = await doors.planned(token);
		const viewer = await here.signIn("viewer");
		const text = await (await doors.answer(viewer, id)).text();
		const errand = cleanUpReply.parse(JSON.parse(text));
		expect(errand).toMatchObject({
			state: "planned",
			undertaking: { hash: "hash" },
		});
		expect(text).not.toContain("secret");
	});

	test("is answered as soon as it is planned", async () => {
		const collector = await openStore(here.folder);
		const id = await doors.asked(token);
		const startedMs = performance.now();
		const waited = doors.answer(token, id, 5_000);
		await collector.errands.planned(id, planning());
		expect(await (await waited).json()).toMatchObject({ state: "planned" });
		expect(performance.now() - startedMs).toBeLessThan(4_000);
		await collector.close();
	});
});

describe("an undo", () => {
	test("is a clean-up of its own, of all that it takes back", async () => {
		const id = await doors.done(token);
		const reply = await doors.step("undo", token, id);
		expect(reply.status).toBe(202);
		const undo = cleanUpReply.parse(await reply.json());
		expect(undo).toMatchObject({ cleanUp: { action: "undo", errand: id } });
		expect(await waiting()).toMatchObject([
			{ id: undo.id, wish: { targets: { subscriptions: [orders] } } },
		]);
	});

	test("is refused a day later", async () => {
		const id = await doors.done(token);
		here.clock.nowMs = startMs + 24 * 3_600_000 + 60_000;
		const late = await here.signIn();
		const reply = await doors.step("undo", late, id);
		expect(await detailOf(reply)).toMatchObject([
			409,
			{ key: "undo too late" },
		]);
	});

	test("of what cannot come back is refused", async () => {
		const plan = { undo: "impossible" } as const;
		const key = "undo impossible";
		const reply = await doors.step(
			"undo",
			token,
			await doors.done(token, plan),
		);
		expect(await detailOf(reply)).toMatchObject([409, { key }]);
		expect(await waiting()).toEqual([]);
	});

	test("of what is only planned is refused, and of a look there is none", async () => {
		const reply = await doors.step("undo", token, await doors.planned(token));
		expect(await detailOf(reply)).toMatchObject([
			409,
			{ key: "nothing to undo" },
		]);
		const look = {
			verb: "look",
			subscription: orders,
			part: "members",
		} as const;
		const { id } = await (await doors.take(token, look)).json();
		expect((await doors.step("undo", token, id)).status).toBe(404);
	});
});
