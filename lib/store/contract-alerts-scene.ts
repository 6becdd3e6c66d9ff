// What do the tests of alerts begin from? An alert that fires, its wave, and the notice owed for it.
import type { Alert, AlertSeen, AlertTarget } from "#lib/core/alert/alert.ts";
import type { Mute } from "#lib/core/alert/mute.ts";
import type { Answer, Notice, Wave } from "#lib/core/alert/notice.ts";
import type { OutletFact } from "#lib/core/alert/outlet.ts";
import { ruleBegun } from "#lib/core/alert/rule.ts";
import type { RecordEntry } from "#lib/core/record.ts";
import { idOf } from "#lib/core/subscription.ts";
import type { ReviewWrite } from "./alert-port.ts";
import { subscriptionOf } from "./contract-clean-up-scene.ts";
import type { Store } from "./store.ts";

export const seenOf = (part: Partial<AlertSeen> = {}): AlertSeen => ({
	...{ atMs: 10, verdict: "stalled", n: null, action: "reset" },
	reason: { code: "not moving", values: { forSeconds: 360 } },
	...{ lag: { n: 5, bound: "exact" }, marginSeconds: null },
	...{ drainedSeconds: null, ...part },
});

export const targetOf = (channel = "orders"): AlertTarget => {
	const subscription = subscriptionOf({ channel });
	const id = idOf(subscription);
	return { is: "subscription", id, system: "invented", ...subscription };
};

export const alertOf = (id: string, part: Partial<Alert> = {}): Alert => ({
	...{ id, rule: "stalled", gravity: "warning", target: targetOf() },
	...{ state: "firing", sinceMs: 5, heldMs: 5, calmMs: 0 },
	...{ firedMs: 10, resolvedMs: null, end: null },
	...{ first: seenOf(), last: seenOf(), firings: [10] },
	...{ acknowledged: null, ...part },
});

export const resolvedOf = (
	id: string,
	firedMs: number,
	resolvedMs: number,
	part: Partial<Alert> = {},
): Alert =>
	alertOf(id, {
		...{ state: "resolved", end: "calm", firedMs, resolvedMs },
		...part,
	});

export const waveOf = (
	id: string,
	alerts: readonly string[],
	part: Partial<Wave> = {},
): Wave => ({
	...{ id, outlet: "oncall", rule: "stalled", broker: "one", alerts },
	...{ beganMs: 10, toldMs: 10, sinceToldMs: 0, overMs: null },
	...part,
});

export const noticeOf = (id: string, part: Partial<Notice> = {}): Notice => ({
	...{ id, wave: "w", outlet: "oncall", rule: "stalled", gravity: "warning" },
	...{ text: "Call somebody.", broker: "one", says: "fires" },
	...{ why: "began to fire", atMs: 10, total: 1, firing: 1 },
	alerts: [alertOf("a")],
	...part,
});

export const reviewOf = (part: Partial<ReviewWrite> = {}): ReviewWrite => ({
	...{ atMs: 10, alerts: [], gone: [], waves: [], notices: [] },
	...{ held: new Map(), mutesEnded: [], ...part },
});

/** One fires and is owed to whoever is on call. */
export const fires = (store: Store) =>
	store.alerts.reviewed(
		reviewOf({
			alerts: [alertOf("a")],
			waves: [waveOf("w", ["a"])],
			notices: [noticeOf("n")],
		}),
	);

export const outletOf = (
	name: string,
	part: Partial<OutletFact> = {},
): OutletFact => ({
	...{ name, kind: "webhook", address: "https://chat.example.org/…" },
	...{ quiet: null, ...part },
});

export const withOutlets = (store: Store, ...names: readonly string[]) =>
	store.alerts.settleAlerts({
		rules: [],
		outlets: names.map((name) => outletOf(name)),
	});

export const taken: Answer = {
	...{ isTaken: true, again: false, afterMs: null, code: "taken" },
	values: { code: 200, said: "ok" },
};
export const busy: Answer = {
	...{ isTaken: false, again: true, afterMs: null, code: "busy" },
	values: { code: 503, said: "later" },
};

export const ruleOf = (name: string, part = {}) => ({
	...ruleBegun,
	name,
	...part,
});

export const muteOf = (id: string, part: Partial<Mute> = {}): Mute => ({
	...{ id, among: "group:billing", untilMs: 1_000, why: "a release" },
	...{ by: "somebody", atMs: 10, endedMs: null, endedBy: null, ...part },
});

export const lineOf = (
	event: RecordEntry["event"],
	told: RecordEntry["told"] = {},
): RecordEntry => ({ atMs: 10, errand: "e", event, by: "somebody", told });

export async function owedIds(
	store: Store,
	nowMs: number,
	limit = 100,
): Promise<readonly string[]> {
	const owed = await store.alerts.owed(nowMs, limit);
	return owed.map(({ id }) => id);
}

export const owe = (store: Store, ...notices: ReturnType<typeof noticeOf>[]) =>
	store.alerts.reviewed(reviewOf({ notices }));

export const take = ({ alerts }: Store, id: string) =>
	alerts.tried(id, { atMs: 20, answer: taken, nextMs: null });
