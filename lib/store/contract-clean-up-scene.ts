// What do the tests of clean-ups begin from? An errand that was asked for, planned, approved or claimed.
import type { CleanUp } from "#lib/core/clean-up/clean-up.ts";
import { reclaimAll } from "#lib/core/clean-up/clean-up.ts";
import type { Outcome } from "#lib/core/clean-up/outcome.ts";
import type { Plan } from "#lib/core/clean-up/plan.ts";
import { idOf, type Subscription } from "#lib/core/subscription.ts";
import type { Approving, Finish, Planning } from "./clean-up-port.ts";
import type { Store } from "./store.ts";

export const subscriptionOf = (
	part: Partial<Subscription> = {},
): Subscription => ({
	...{ broker: "one", kind: "stream", channel: "orders", group: "billing" },
	...part,
});

export const targetId = idOf(subscriptionOf());

export const plan: Plan = {
	cleanUp: { ...reclaimAll, fate: "hand over", to: "b" },
	risk: "moves messages",
	seenMs: 4,
	effects: [{ code: "hand over", values: { messages: 2, to: "b" } }],
	warnings: [],
	figures: [{ code: "members", before: { n: 3, bound: "exact" }, after: null }],
	choices: [
		{
			...{
				fate: "re-enqueue",
				to: null,
				candidates: [],
				risk: "moves messages",
			},
			...{ warnings: [], refusal: null },
		},
	],
	members: [{ name: "a", holding: 2, idleMs: 9, isRemoved: true }],
	membersLeftOut: 1,
	moves: [
		{
			...{ channel: "orders", partition: 3, before: null, after: 7 },
			...{ first: 2, end: 9, isBrought: true },
		},
	],
	movesLeftOut: 1,
	pace: 2.5,
	messages: { n: 2, bound: "exact" },
	membersRemoved: 1,
	undo: "until acknowledged",
	commands: ["the same by hand"],
	typed: null,
	refusal: null,
	seen: { anything: ["at", "all"] },
};

export const planning = (part: Partial<Planning> = {}): Planning => ({
	targets: [
		{ id: targetId, subscription: subscriptionOf(), plan, failure: null },
	],
	...{ leftOut: 0, hash: "h", plannedMs: 5, expiresMs: 100 },
	...part,
});

export const approving = (part: Partial<Approving> = {}): Approving => ({
	...{ hash: "h", by: "somebody", session: "s", from: "::1" },
	...{ atMs: 50, why: "they are gone", typed: null },
	...part,
});

export const outcome: Outcome = {
	ending: "done",
	messagesDone: 2,
	membersRemoved: 1,
	refusals: [],
	figures: [],
	verifiedMs: 70,
};

export const finish = (part: Partial<Finish> = {}): Finish => ({
	...{ state: "done", outcomes: { [targetId]: outcome } },
	...{ failure: null, endedMs: 70 },
	...part,
});

type Begun = {
	readonly askedMs?: number;
	readonly by?: string;
	readonly cleanUp?: CleanUp;
	readonly planning?: Planning;
};

export const ask = (
	{ errands }: Store,
	id: string,
	{ askedMs = 1, by = "somebody", cleanUp = reclaimAll }: Begun = {},
) =>
	errands.ask({
		...{ id, by, session: "s", askedMs },
		wish: { verb: "clean up", targets: { subscriptions: [targetId] }, cleanUp },
	});

export async function planned(store: Store, id: string, begun: Begun = {}) {
	await ask(store, id, begun);
	await store.errands.planned(id, begun.planning ?? planning());
}

export async function approved(store: Store, id: string, begun: Begun = {}) {
	await planned(store, id, begun);
	await store.errands.approve(id, approving({ by: begun.by ?? "somebody" }));
}

export async function claimed(store: Store, id: string, begun: Begun = {}) {
	await approved(store, id, begun);
	await store.errands.claim(id, 60);
}

export async function done(store: Store, id: string, begun: Begun = {}) {
	await claimed(store, id, begun);
	await store.errands.finish(id, finish());
}

export async function eventsIn({ record }: Store): Promise<readonly string[]> {
	return (await record.lines(0, 1_000)).map((it) => `${it.errand} ${it.event}`);
}
