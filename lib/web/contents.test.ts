// Does what messages say reach whoever asked and may see it, once, and nobody else?
import { afterEach, beforeEach, expect, test } from "vitest";
import type { UsualRole } from "#lib/core/people/role.ts";
import { answerSaying } from "#lib/store/contract-contents.ts";
import { errandReply } from "#lib/wire/errand.ts";
import { answerErrand, takeErrand } from "./errand.ts";
import {
	aBroker,
	aRow,
	ask,
	type Stage,
	someWords,
	stage,
} from "./for-tests.ts";
import { guarded } from "./guard.ts";

const wish = {
	...{ verb: "look", subscription: "a".repeat(43), part: "pending" },
	...{ limit: 1, pending: { entry: "1-0", contents: true } },
};
let here: Stage;
beforeEach(async () => {
	here = await stage();
	await here.store.board.settle(["shop"], [someWords]);
	await here.store.board.write({ broker: aBroker(), rows: [aRow()], gone: [] });
});
afterEach(() => here.close());

const take = (token: string, body: unknown = wish) =>
	ask(
		guarded("POST /api/errands", takeErrand, () => here.place),
		"/api/errands",
		{ token, body: JSON.stringify(body) },
	);
const answer = (token: string, id: string) =>
	ask(
		guarded("GET /api/errands/{id}", answerErrand, () => here.place),
		`/api/errands/${id}`,
		{ token, params: { id } },
	);

async function answered(token: string): Promise<string> {
	const { id } = errandReply.parse(await (await take(token)).json());
	await here.store.errands.end(id, answerSaying("hush", 5));
	return id;
}

test.each([
	["viewer", 403],
	["operator", 403],
	["visitor", 202],
	["admin", 202],
] as const)(
	"a %s who asks for contents gets %i",
	async (role: UsualRole, code) => {
		const reply = await take(await here.signIn(role));
		expect(reply.status).toBe(code);
		const waiting = await here.store.errands.waiting(9);
		expect(waiting).toHaveLength(code === 202 ? 1 : 0);
	},
);

test("whoever may not see contents may look at everything else that is held", async () => {
	const { contents: _, ...pending } = wish.pending;
	const reply = await take(await here.signIn("viewer"), { ...wish, pending });
	expect(reply.status).toBe(202);
});

test("contents are answered once, and then nothing is left of them", async () => {
	const token = await here.signIn();
	const id = await answered(token);
	expect(await (await answer(token, id)).text()).toContain("hush");
	expect(await here.store.errands.find(id)).toBeNull();
	expect((await answer(token, id)).status).toBe(404);
});

test("nobody else reads them, not even with the same rights", async () => {
	const token = await here.signIn();
	const id = await answered(token);
	for (const role of ["admin", "operator", "viewer"] as const) {
		const reply = await answer(await here.signIn(role), id);
		expect(reply.status).toBe(404);
		expect(await reply.text()).not.toContain("hush");
	}
	expect(await (await answer(token, id)).text()).toContain("hush");
});

test("on a full disk they are answered, and erased later", async () => {
	const token = await here.signIn();
	const id = await answered(token);
	const erase = () => Promise.reject(new Error("database or disk is full"));
	const { store } = here;
	const full = { ...store, errands: { ...store.errands, erase } };
	const place = { ...here.place, store: async () => full };
	const route = guarded("GET /api/errands/{id}", answerErrand, () => place);
	const reply = await ask(route, `/api/errands/${id}`, {
		...{ token, params: { id } },
	});
	expect(await reply.text()).toContain("hush");
	expect(await store.errands.find(id)).not.toBeNull();
});

test.each([
	{ ...wish, limit: 21 },
	{ ...wish, pending: { contents: "yes" } },
	{ ...wish, pending: { deliveriesMin: 0 } },
	{ ...wish, pending: { idleMinMs: -1 } },
	{ ...wish, pending: { after: "1".repeat(201) } },
	{ ...wish, pending: { unknown: 1 } },
])("a wish that says %j is refused as invalid", async (bad) => {
	expect((await take(await here.signIn(), bad)).status).toBe(400);
});
