// How far is a clean-up when a test of the web begins? As far as the test takes it, with the collector's part done by hand.
import type { z } from "zod";
import { reclaimAll } from "#lib/core/clean-up/clean-up.ts";
import { outcomeOf, planOf, targetOf } from "#lib/core/clean-up/for-tests.ts";
import type { Plan } from "#lib/core/clean-up/plan.ts";
import { planLastsMs } from "#lib/core/clean-up/plan.ts";
import type { UsualRole } from "#lib/core/people/role.ts";
import type { Planning } from "#lib/store/clean-up-port.ts";
import { cleanUpReply } from "#lib/wire/clean-up.ts";
import type { errandRequest } from "#lib/wire/errand-request.ts";
import { approveErrand, cancelErrand, stopErrand } from "./consent.ts";
import { answerErrand, takeErrand, undoErrand } from "./errand.ts";
import {
	aBroker,
	aRow,
	ask,
	type Stage,
	someWords,
	stage,
	startMs,
} from "./for-tests.ts";
import { guarded } from "./guard.ts";
import type { Acting } from "./place.ts";

export const orders = "a".repeat(43);
export const archive = "b".repeat(43);

export async function withRows({ store }: Stage): Promise<void> {
	await store.board.settle(["shop", "old"], [someWords]);
	await store.board.write({ broker: aBroker(), rows: [aRow()], gone: [] });
	const row = aRow({ id: archive, broker: "old" });
	const broker = aBroker({ name: "old" });
	await store.board.write({ broker, rows: [row], gone: [] });
}

/** Where somebody of that role is signed in, and every door of clean-ups is there. */
export async function begun(
	acting: Partial<Acting> = {},
	role: UsualRole = "admin",
) {
	const here = await stage({ acting });
	await withRows(here);
	const token = await here.signIn(role);
	return { here, token, doors: doorsOf(here) };
}

export const detailOf = async (reply: Response) => [
	reply.status,
	(await reply.json()).detail,
];

export const planning = (
	plan: Partial<Plan> = {},
	part: Partial<Planning> = {},
): Planning => ({
	targets: [targetOf({ id: orders, plan: planOf(plan) })],
	...{ leftOut: 0, hash: "hash", plannedMs: startMs },
	expiresMs: startMs + planLastsMs,
	...part,
});

export function doorsOf(here: Stage) {
	const at = () => here.place;
	const doors = {
		approve: guarded("POST /api/errands/{id}/approve", approveErrand, at),
		cancel: guarded("POST /api/errands/{id}/cancel", cancelErrand, at),
		stop: guarded("POST /api/errands/{id}/stop", stopErrand, at),
		undo: guarded("POST /api/errands/{id}/undo", undoErrand, at),
	};
	const take = (token: string, body: z.input<typeof errandRequest>) =>
		ask(guarded("POST /api/errands", takeErrand, at), "/api/errands", {
			...{ token, body: JSON.stringify(body) },
		});
	const answer = (token: string, id: string, waitMs = 0) =>
		ask(
			guarded("GET /api/errands/{id}", answerErrand, at),
			`/api/errands/${id}?wait=${waitMs}`,
			{ token, params: { id } },
		);
	const step = (
		door: keyof typeof doors,
		token: string,
		id: string,
		body?: object,
	) =>
		ask(doors[door], `/api/errands/${id}/${door}`, {
			...{ token, params: { id } },
			...(body && { body: JSON.stringify(body) }),
		});
	async function asked(token: string): Promise<string> {
		const targets = { subscriptions: [orders] };
		const cleanUp = { action: "reclaim" } as const;
		const reply = await take(token, { verb: "clean up", targets, cleanUp });
		return cleanUpReply.parse(await reply.json()).id;
	}
	async function planned(
		token: string,
		plan: Partial<Plan> = {},
		part: Partial<Planning> = {},
	): Promise<string> {
		const id = await asked(token);
		await here.store.errands.planned(id, planning(plan, part));
		return id;
	}
	async function done(token: string, plan: Partial<Plan> = {}) {
		const id = await planned(token, plan);
		await step("approve", token, id, { hash: "hash", why: "night" });
		await here.store.errands.claim(id, startMs + 1);
		const outcomes = { [orders]: outcomeOf() };
		const end = { failure: null, endedMs: startMs + 9 };
		await here.store.errands.finish(id, { state: "done", outcomes, ...end });
		return id;
	}
	return { take, answer, step, asked, planned, done };
}

export const reclaim = { ...reclaimAll, members: null };
