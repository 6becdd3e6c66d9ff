// May each role ask for each clean-up, and say yes to what its plan turned out to risk?
import { afterEach, expect, test } from "vitest";
import type { z } from "zod";
import {
	type Action,
	actions,
	type CleanUp,
	type Risk,
} from "#lib/core/clean-up/clean-up.ts";
import type { UsualRole } from "#lib/core/people/role.ts";
import { usualRoleNames as roles } from "#lib/core/people/role.ts";
import type { cleanUpRequest } from "#lib/wire/clean-up-request.ts";
import type { Stage } from "./for-tests.ts";
import { begun, detailOf, orders } from "./for-tests-clean-ups.ts";

let here: Stage;
afterEach(() => here.close());

async function as(role: UsualRole) {
	const began = await begun({}, role);
	here = began.here;
	return began;
}

type Asked = z.input<typeof cleanUpRequest>["cleanUp"];
const wishes: Readonly<Record<Exclude<Action, "undo">, Asked>> = {
	count: { action: "count" },
	remove: { action: "remove", members: null },
	clear: { action: "clear" },
	park: { action: "park" },
	reclaim: { action: "reclaim" },
	recover: { action: "recover", from: null, served: "next" },
	redrive: { action: "redrive", from: null },
	evict: { action: "evict", member: "a" },
	move: { action: "move", to: null },
	reset: { action: "reset", to: { place: "first" } },
	forget: { action: "forget" },
	trim: { action: "trim" },
	destroy: { action: "destroy" },
	delete: { action: "delete" },
	purge: { action: "purge" },
};
const grave: readonly Action[] = [
	...(["evict", "forget", "trim", "destroy", "delete", "purge"] as const),
];
const asked = actions.filter((action) => action !== "undo");

const mayAsk = (role: UsualRole, action: Action): boolean =>
	role === "admin" || (role !== "viewer" && !grave.includes(action));

test.each(
	roles.flatMap((role) =>
		asked.map((action) => [role, mayAsk(role, action), action] as const),
	),
)("%s: %s to ask for %s", async (role, isAllowed, action) => {
	const { doors, token } = await as(role);
	const targets = { subscriptions: [orders] };
	const wish = { verb: "clean up", targets, cleanUp: wishes[action] } as const;
	const reply = await doors.take(token, wish);
	expect(reply.status).toBe(isAllowed ? 202 : 403);
	const waiting = await here.store.errands.waiting(9);
	expect(waiting).toHaveLength(isAllowed ? 1 : 0);
});

test.each<readonly [UsualRole, Risk, number]>([
	["operator", "none", 200],
	["operator", "moves messages", 200],
	["operator", "repeats messages", 200],
	["operator", "loses messages", 403],
	["visitor", "repeats messages", 200],
	["visitor", "loses messages", 403],
	["admin", "loses messages", 200],
])("%s and a reset that %s: %i", async (role, risk, code) => {
	const { doors, token } = await as(role);
	const to = { place: "first" } as const;
	const cleanUp: CleanUp = { action: "reset", partitions: null, to };
	const id = await doors.planned(token, { cleanUp, risk });
	const reply = await doors.step("approve", token, id, { hash: "hash" });
	expect(reply.status).toBe(code);
	const state = code === 200 ? "approved" : "planned";
	expect(await here.store.errands.find(id)).toMatchObject({ state });
});

test("a member is taken out alone: not with others, and not by what it has in common with them", async () => {
	const { doors, token } = await as("admin");
	const cleanUp = wishes.evict;
	const two = { subscriptions: [orders, "b".repeat(43)] };
	for (const targets of [two, { filter: "group:billing" }])
		expect(
			await detailOf(
				await doors.take(token, { verb: "clean up", targets, cleanUp }),
			),
		).toMatchObject([400, { key: "one at a time" }]);
	expect(await here.store.errands.waiting(9)).toEqual([]);
});
