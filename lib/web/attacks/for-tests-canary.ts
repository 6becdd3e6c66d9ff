// What is full of what somebody may not see? A store where one group of one channel is theirs, and every other name and text has one word in it.
import type { AlertTarget } from "#lib/core/alert/alert.ts";
import { reclaimAll } from "#lib/core/clean-up/clean-up.ts";
import type { OwnRole } from "#lib/core/people/role.ts";
import { idOf, type Subscription } from "#lib/core/subscription.ts";
import { trouble } from "#lib/core/trouble.ts";
import {
	alertOf,
	lineOf,
	muteOf,
	noticeOf,
	outletOf,
	resolvedOf,
	reviewOf,
	ruleOf,
	taken,
	waveOf,
} from "#lib/store/contract-alerts-scene.ts";
import { planning } from "#lib/store/contract-clean-up-scene.ts";
import { sampleOf, tickOf } from "#lib/store/contract-history-scene.ts";
import type { Store } from "#lib/store/store.ts";
import { aBroker, aRow, someWords, startMs } from "../for-tests.ts";

export const canary = "zzcanary";

/** Whoever has it may do all there is to do, to one group of one channel. */
export const payments: OwnRole = {
	name: "payments",
	grants: [
		{
			may: ["see", "look", "see contents", "tend alerts", "act"],
			where: [
				{ brokers: ["shop"], channels: ["orders.eu"], groups: ["pay-eu"] },
			],
		},
		{
			may: ["act without loss"],
			where: [
				{ brokers: ["shop"], channels: ["orders.eu"], groups: ["pay-eu"] },
			],
		},
	],
};

export const own: Subscription = {
	...{ broker: "shop", kind: "log", channel: "orders.eu", group: "pay-eu" },
};
/** Each shares as much with it as may be. */
export const others: readonly Subscription[] = [
	{ ...own, group: `${canary}-pay-eu` },
	{ ...own, channel: `orders.${canary}` },
	{ ...own, group: null, channel: `list-${canary}` },
	{ ...own, channel: `orders.${canary}.us`, group: `${canary}-us` },
	{ ...own, broker: canary },
];
const gone = { ...own, channel: `${canary}.gone` };

const rowOf = (it: Subscription) => {
	const { broker, kind, channel, group } = it;
	const family = group === own.group ? "orders.*" : null;
	return aRow({ id: idOf(it), broker, kind, channel, group, family });
};
const targetOf = (it: Subscription): AlertTarget => ({
	...{ is: "subscription", id: idOf(it), system: "invented", ...it },
});

export type Planted = {
	/** Of what others asked for, by what it is about. */
	readonly errands: Readonly<
		Record<"own" | "mixed" | "foreign" | "whole" | "look" | "unplanned", string>
	>;
	readonly alerts: { readonly own: string; readonly others: readonly string[] };
	readonly gone: string;
};

export async function planted(store: Store): Promise<Planted> {
	await store.board.settle(["shop", canary], [someWords]);
	await plantBroker(store, "shop");
	await plantBroker(store, canary);
	const alerts = await plantAlerts(store);
	return { errands: await plantErrands(store), alerts, gone: idOf(gone) };
}

async function plantBroker(store: Store, name: string): Promise<void> {
	const its = [own, ...others, gone].filter(({ broker }) => broker === name);
	const samples = its.map(({ broker: _, ...it }) =>
		sampleOf(it.channel, { ...it, id: idOf({ ...it, broker: name }) }),
	);
	const broker = aBroker({
		name,
		subscriptions: 917_364,
		trouble: trouble("not ready", `says ${canary}`, `node ${canary}`),
		parts: [trouble("not allowed", `says ${canary}`, `group ${canary}`)],
		ownShare: { busyMs: 917, overMs: 364_000 },
		connections: { open: 917_364, most: 917_364 },
		standing: [{ code: "evicts any", values: { policy: canary, percent: 1 } }],
	});
	const at = (ms: number) => tickOf(startMs - ms, samples, { broker: name });
	await store.board.write({
		...{ broker, rows: its.map(rowOf), gone: [] },
		history: [at(10_000), at(5_000)],
		bystanders: { groups: [bystander], leftOut: 917_364 },
	});
	if (name !== gone.broker) return;
	const mark = { id: idOf(gone), why: null, atMs: startMs };
	await store.board.write({ broker, rows: [], gone: [mark] });
}

const bystander = {
	...{ name: `${canary}-idle`, kind: null, state: "Empty", registered: 1 },
	members: [
		{
			...{ name: `${canary}-member`, clientId: canary },
			...{ host: canary, instanceId: null },
		},
	],
	stale: false,
};

async function plantAlerts(store: Store): Promise<Planted["alerts"]> {
	const fired = { firedMs: startMs - 9_000, sinceMs: startMs - 9_000 };
	const ofRule = { ...fired, rule: `rule ${canary}` };
	const targets: readonly AlertTarget[] = [
		...others.map(targetOf),
		{ is: "broker", broker: canary, system: "invented" },
		{ is: "outlet", outlet: `${canary}-chat` },
		{ is: "store" },
	];
	const firing = targets.map((target, i) =>
		alertOf(`other${i}`, { target, ...ofRule }),
	);
	const over = targets.map((target, i) =>
		resolvedOf(`past${i}`, startMs - 9_000, startMs - 8_000, {
			...{ target, ...ofRule },
		}),
	);
	const mine = alertOf("own", { target: targetOf(own), ...fired });
	const mineOver = resolvedOf("own-over", startMs - 9_000, startMs - 7_000, {
		target: targetOf(own),
	});
	await store.alerts.settleAlerts({
		rules: [{ ...ruleOf(`rule ${canary}`), from: "file" }],
		outlets: [outletOf("oncall"), outletOf(`${canary}-chat`)],
	});
	const notice = { rule: "stalled", outlet: "oncall", text: canary };
	await store.alerts.reviewed(
		reviewOf({
			alerts: [...firing, ...over, mine, mineOver],
			waves: [waveOf("w", ["own", "other0"])],
			notices: [noticeOf("n", { ...notice, alerts: [...firing, mine] })],
			held: new Map(),
		}),
	);
	const answer = { ...taken, values: { code: 200, said: canary } };
	await store.alerts.tried("n", { atMs: startMs, answer, nextMs: null });
	const mute = muteOf("m", { among: `group:${canary}*`, why: canary });
	await store.alerts.mute({ ...mute, untilMs: null }, lineOf("muted"));
	const all = [...firing, ...over].map(({ id }) => id);
	return { own: "own", others: all };
}

async function plantErrands(store: Store): Promise<Planted["errands"]> {
	const { errands } = store;
	const by = `boss ${canary}`;
	const asked = { session: "of another", askedMs: startMs - 1_000 };
	const id = (name: string) => `errand-${name}`;
	const planFor = async (
		name: string,
		its: readonly Subscription[],
		whole: readonly string[] = [],
	) => {
		const targets = { filter: `orders -group:${canary}*` };
		await errands.ask({
			...{ id: id(name), by: name === "own" ? "boss" : by, ...asked },
			wish: { verb: "clean up", targets, cleanUp: reclaimAll },
		});
		const drawn = planning().targets.flatMap((target) =>
			its.map((subscription) => ({
				...{ ...target, id: idOf(subscription), subscription },
				...(whole.length > 0 && { others: whole }),
			})),
		);
		const part = { targets: drawn, leftOut: 917_364, plannedMs: startMs };
		const expiresMs = startMs + 60_000;
		await errands.planned(id(name), planning({ ...part, expiresMs }));
	};
	const [foreign = own] = others;
	await planFor("own", [own]);
	await planFor("mixed", [own, foreign]);
	await planFor("foreign", others);
	await planFor("whole", [own], others.map(idOf));
	await errands.ask({
		...{ id: id("unplanned"), by, ...asked },
		wish: {
			...{ verb: "clean up", targets: { filter: canary } },
			cleanUp: reclaimAll,
		},
	});
	await errands.ask({
		...{ id: id("look"), by, ...asked },
		wish: {
			...{ verb: "look", subscription: idOf(own), part: "members" },
			...{ sort: "lag", offset: 0, limit: 5, pending: null },
		},
	});
	await errands.ask({
		...{ id: id("rule"), by, ...asked },
		wish: { verb: "save rule", rule: ruleOf(`rule ${canary}`), was: null },
	});
	const failure = { key: "look late", values: { by: canary } } as const;
	const endedMs = startMs;
	await errands.end(id("rule"), { state: "failed", failure, endedMs });
	return {
		...{ own: id("own"), mixed: id("mixed"), foreign: id("foreign") },
		...{ whole: id("whole"), look: id("look"), unplanned: id("unplanned") },
	};
}
