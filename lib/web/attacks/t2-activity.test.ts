// T2: does the activity tell that something was done by what it leaves out: an empty page that leads on, or what one may not see any more?
import { afterEach, beforeEach, expect, test } from "vitest";
import { planOf, targetOf } from "#lib/core/clean-up/for-tests.ts";
import type { PeopleWish } from "#lib/core/people/people.ts";
import type { Rights } from "#lib/core/people/role.ts";
import { idOf } from "#lib/core/subscription.ts";
import { planning } from "#lib/store/contract-clean-up-scene.ts";
import { answerActivity } from "../activity.ts";
import { ask, type Stage, stage, startMs } from "../for-tests.ts";
import { doorsOf } from "../for-tests-clean-ups.ts";
import { guarded } from "../guard.ts";
import { own, payments, planted } from "./for-tests-canary.ts";

let here: Stage;
beforeEach(async () => {
	here = await stage({ access: { roles: [payments] } });
});
afterEach(() => here.close());

const told = async (token: string, query: string) => {
	const route = guarded("GET /api/errands", answerActivity, () => here.place);
	const reply = await ask(route, `/api/errands${query}`, { token });
	const { errands, next } = await reply.json();
	return { ids: errands.map(({ id }: { id: string }) => id), next };
};

test("changes of who may come in leave no empty pages to whoever is not told of them", async () => {
	const wish = (person: string): PeopleWish => ({
		...{ verb: "add person", person, roles: ["viewer"] },
	});
	for (const [at, person] of ["mina", "ann", "bo"].entries())
		await here.store.errands.ask({
			...{ id: `e${at}`, by: "boss", session: "of another" },
			...{ wish: wish(person), askedMs: startMs - at },
		});
	const queries = [
		"?limit=1",
		"?limit=1&by=boss",
		"?limit=1&action=add person",
	];
	const viewer = await here.signIn("viewer");
	const admin = await here.signIn("admin");
	for (const query of queries) {
		expect(await told(viewer, query)).toEqual({ ids: [], next: null });
		expect((await told(admin, query)).ids).toEqual(["e0"]);
	}
});

test("what they asked for themselves is not there once it is about what they may not see any more", async () => {
	await planted(here.store);
	const token = await here.signIn("payments");
	const doors = doorsOf(here);
	const asked = async (wish: Parameters<typeof doors.take>[1]) =>
		(await (await doors.take(token, wish)).json()).id;
	const subscription = idOf(own);
	const look = await asked({ verb: "look", subscription, part: "members" });
	const cleanUp = await asked({
		...{ verb: "clean up", cleanUp: { action: "reclaim" } },
		targets: { subscriptions: [subscription] },
	});
	const target = targetOf({
		id: subscription,
		subscription: own,
		plan: planOf(),
	});
	const expiresMs = startMs + 60_000;
	await here.store.errands.planned(
		cleanUp,
		planning({ targets: [target], plannedMs: startMs, expiresMs }),
	);
	const each = ({ answer }: typeof doors) =>
		Promise.all([look, cleanUp].map((id) => answer(token, id)));
	expect((await each(doors)).map((it) => it.status)).toEqual([200, 200]);
	expect((await told(token, "?action=reclaim")).ids).toContain(cleanUp);

	const elsewhere: Rights = payments.grants.map(({ may }) => ({
		...{ may, where: [{ brokers: ["shop"], channels: ["x"], groups: ["*"] }] },
	}));
	const roles = new Map(here.place.access.roles).set("payments", elsewhere);
	const access = { ...here.place.access, roles };
	here = { ...here, place: { ...here.place, access } };
	const since = doorsOf(here);
	const never = await (await since.answer(token, "never was")).text();
	for (const reply of await each(since)) expect(await reply.text()).toBe(never);
	expect(await told(token, "")).toEqual({ ids: [], next: null });
	for (const step of ["cancel", "stop", "undo"] as const)
		expect((await since.step(step, token, cleanUp)).status).toBe(404);
});
