// Is what history, alerts and errands tell within a scope what they would tell if there were nothing else?
import fc from "fast-check";
import { expect, test } from "vitest";
import type { AlertTarget } from "#lib/core/alert/alert.ts";
import { isInScope } from "#lib/core/alert/in-scope.ts";
import {
	holdsAllOfGroup,
	holdsAt,
	type Scope,
} from "#lib/core/people/scope.ts";
import { idOf } from "#lib/core/subscription.ts";
import {
	alertOf,
	resolvedOf,
	reviewOf,
	targetOf,
} from "./contract-alerts-scene.ts";
import {
	planned,
	planning,
	subscriptionOf,
} from "./contract-clean-up-scene.ts";
import {
	historyStartMs,
	sampleOf,
	tickOf,
	writeTicks,
} from "./contract-history-scene.ts";
import type { Scene } from "./contract-scene.ts";
import { scopes } from "./contract-scope-scene.ts";
import type { Store } from "./store.ts";

export function scopeContract(scene: Scene): void {
	test("history finds, and tells of, what is in it", async () => {
		const { store } = await scene();
		const names = ["orders", "Orders.x", "a\0b", "a\ufffdb", "[x]?", "über"];
		const samples = names.map((channel, i) => {
			const group = i % 2 === 0 ? null : `g${i}`;
			const it = { broker: "one", kind: "log", channel, group };
			return sampleOf(channel, { id: idOf(it), group });
		});
		await writeTicks(store, tickOf(historyStartMs, samples));
		const all = await store.history.find("", 99);
		expect(all).toHaveLength(names.length);
		const asked = { fromMs: 0, toMs: historyStartMs + 1_000, points: 10 };
		await fc.assert(
			fc.asyncProperty(scopes, async (scope) => {
				const its = all.filter((it) => holdsAt(scope, it));
				expect(await store.history.find("", 99, scope)).toEqual(its);
				for (const it of all) {
					const range = await store.history.range(it.id, { ...asked, scope });
					expect(range !== null).toBe(its.includes(it));
				}
			}),
			{ numRuns: 40 },
		);
		await store.board.settle([], []);
		const gone = await store.history.goneSince(0, 99);
		expect(gone).toHaveLength(names.length);
		const scope = [{ brokers: ["*"], channels: ["o*"], groups: ["g*"] }];
		const its = gone.filter((it) => holdsAt(scope, it));
		expect(its).toHaveLength(1);
		expect(await store.history.goneSince(0, 99, scope)).toEqual(its);
	});

	test("what fires and fired is counted, listed and paged within it", async () => {
		const { store } = await scene();
		const targets: readonly AlertTarget[] = [
			...["orders", "mails", "a\0b", "Orders.x"].map(targetOf),
			{ is: "broker", broker: "one", system: "some" },
			{ is: "broker", broker: "two", system: "some" },
			...([{ is: "outlet", outlet: "oncall" }, { is: "store" }] as const),
		];
		const firing = targets.map((target, i) => alertOf(`f${i}`, { target }));
		const over = targets.map((target, i) =>
			resolvedOf(`r${i}`, 10, 20 + i, { target }),
		);
		await store.alerts.reviewed(reviewOf({ alerts: [...firing, ...over] }));
		const span = { fromMs: 0, toMs: 99, limit: 2 };
		await fc.assert(
			fc.asyncProperty(
				fc.oneof(fc.constant(null), scopes),
				async (scope: Scope) => {
					const held = ({ target }: { readonly target: AlertTarget }) =>
						isInScope(scope, target);
					const now = await store.alerts.firing(99, scope);
					const its = firing.filter(held).map(({ id }) => id);
					expect(now.alerts.map(({ alert }) => alert.id)).toEqual(its);
					expect(now.total).toBe(its.length);
					expect(await store.alerts.firingTotal(scope)).toBe(its.length);
					const ids: string[] = [];
					let cursor: string | null = null;
					do {
						const page: Awaited<ReturnType<Store["alerts"]["past"]>> =
							await store.alerts.past({ ...span, cursor, scope });
						expect(page.total).toBe(its.length);
						ids.push(...page.alerts.map(({ alert }) => alert.id));
						cursor = page.next;
					} while (cursor !== null);
					const gone = over.filter(held).map(({ id }) => id);
					expect(ids).toEqual(gone.reverse());
				},
			),
			{ numRuns: 40 },
		);
	});

	test("an errand is there where all it is about is, and of others where all of its groups are", async () => {
		const { store } = await scene();
		const spots = ["orders", "mails"].map((channel) =>
			subscriptionOf({ channel }),
		);
		const drawn = (its: typeof spots, others: readonly string[]) =>
			planning().targets.flatMap((target) =>
				its.map((subscription) => ({
					...{ ...target, id: idOf(subscription), subscription },
					...(others.length > 0 && { others }),
				})),
			);
		const errands = [
			{ id: "a", its: spots.slice(0, 1), others: [] },
			{ id: "b", its: spots.slice(1), others: [] },
			{ id: "c", its: spots, others: [] },
			{ id: "d", its: spots.slice(0, 1), others: ["x".repeat(43)] },
		];
		for (const { id, its, others } of errands)
			await planned(store, id, {
				planning: planning({ targets: drawn(its, others) }),
			});
		const list = { filter: {}, limit: 9, cursor: null };
		await fc.assert(
			fc.asyncProperty(
				scopes,
				fc.constantFrom("s", "another"),
				async (scope, session) => {
					const seer = { scope, session };
					const there = errands
						.filter(({ its, others }) =>
							its.every(
								(it) =>
									holdsAt(scope, it) &&
									(session === "s" ||
										others.length === 0 ||
										holdsAllOfGroup(scope, it)),
							),
						)
						.map(({ id }) => id);
					const page = await store.errands.list({ ...list, seer });
					expect(page.errands.map(({ id }) => id).sort()).toEqual(there);
					for (const { id } of errands) {
						const found = await store.errands.find(id, seer);
						expect(found !== null).toBe(there.includes(id));
					}
				},
			),
			{ numRuns: 40 },
		);
		const orders = [{ brokers: ["*"], channels: ["orders"], groups: ["*"] }];
		const seer = { scope: orders, session: "another" };
		const one = { ...list, filter: { broker: "one" }, seer };
		const ids = (await store.errands.list(one)).errands.map(({ id }) => id);
		expect(ids).toEqual(["a"]);
		expect(await store.errands.waitingTotal(3)).toBe(0);
	});
}
