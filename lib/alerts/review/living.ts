// Which alerts live, and what of them is worth writing down? Each step of each, by what it is about.
import { randomUUID } from "node:crypto";
import type { Alert, AlertEnd, AlertTarget } from "#lib/core/alert/alert.ts";
import {
	endedBy,
	lately,
	type Sight,
	step,
} from "#lib/core/alert/life/life.ts";
import type { Rule } from "#lib/core/alert/rule.ts";

export type Moment = { readonly nowMs: number; readonly elapsedMs: number };

export type LivingChanges = {
	readonly alerts: readonly Alert[];
	readonly gone: readonly string[];
};

export type Living = {
	/** Of one target, by the name of the rule; nothing where none lives. */
	of(target: string): ReadonlyMap<string, Alert> | undefined;
	all(): Iterable<Alert>;
	see(target: AlertTarget, rule: Rule, sight: Sight, at: Moment): void;
	end(alert: Alert, end: AlertEnd, nowMs: number): void;
	/** The rule is another one now, or somebody acknowledged it. */
	amend(alert: Alert, part: Amended): void;
	/** What changed since it was asked last. */
	changes(): LivingChanges;
	/** All that lives, as it is: for the last write before the end. */
	everything(): LivingChanges;
};

type Amended = Pick<Alert, "gravity" | "acknowledged">;

export function targetKey(target: AlertTarget): string {
	switch (target.is) {
		case "subscription":
			return target.id;
		case "broker":
			return `broker ${target.broker}`;
		case "outlet":
			return `outlet ${target.outlet}`;
		case "store":
			return "store";
	}
}

/** What a restart may take back of the time something held, or was calm. */
const writtenEveryMs = { pending: 15_000, firing: 30_000, resolved: 0 };

const leastFired = 1_000;

export function livingFrom(
	before: readonly Alert[],
	ended: (alert: Alert) => void,
): Living {
	const alive = new Map<string, Map<string, Alert>>();
	const written = new Map<string, Alert>();
	const fired = new Map<string, readonly number[]>();
	let firedMost = leastFired;
	let changed = new Map<string, Alert>();
	let gone: string[] = [];
	for (const alert of before) {
		if (alert.state === "resolved") fired.set(lifeOf(alert), alert.firings);
		else put(alert);
		written.set(alert.id, alert);
	}

	function put(alert: Alert): void {
		const key = targetKey(alert.target);
		const those = alive.get(key) ?? new Map<string, Alert>();
		alive.set(key, those.set(alert.rule, alert));
	}

	function remove({ target, rule }: Alert): void {
		const key = targetKey(target);
		const those = alive.get(key);
		those?.delete(rule);
		if (those?.size === 0) alive.delete(key);
	}

	/** Names come and go: what fired long ago is not kept for them. */
	function forgetFired(nowMs: number): void {
		for (const [life, times] of fired)
			if (lately(times, nowMs).length === 0) fired.delete(life);
		firedMost = leastFired + 2 * fired.size;
	}

	function become(was: Alert | null, is: Alert | null, nowMs: number): void {
		if (is === null) {
			if (was === null) return;
			remove(was);
			changed.delete(was.id);
			if (written.delete(was.id)) gone.push(was.id);
			return;
		}
		if (is.state === "resolved") {
			remove(is);
			fired.set(lifeOf(is), lately(is.firings, nowMs));
			if (fired.size > firedMost) forgetFired(nowMs);
			ended(is);
		} else put(is);
		if (changed.has(is.id) || isWorthWriting(written.get(is.id), is))
			changed.set(is.id, is);
	}

	return {
		of: (target) => alive.get(target),
		*all() {
			for (const those of alive.values()) yield* those.values();
		},
		see(target, rule, sight, { nowMs, elapsedMs }) {
			const was = alive.get(targetKey(target))?.get(rule.name) ?? null;
			const life = lifeOf({ target, rule: rule.name });
			const { alert } = step(was, sight, {
				...{ rule, target, nowMs, elapsedMs, newId: randomUUID },
				fired: fired.get(life) ?? [],
			});
			if (alert !== was) become(was, alert, nowMs);
		},
		end: (alert, end, nowMs) =>
			become(alert, endedBy(alert, end, nowMs), nowMs),
		amend(alert, part) {
			const { gravity, acknowledged } = alert;
			if (part.gravity === gravity && part.acknowledged === acknowledged)
				return;
			const amended = { ...alert, ...part };
			put(amended);
			changed.set(alert.id, amended);
		},
		changes() {
			const changes = { alerts: [...changed.values()], gone };
			for (const alert of changes.alerts)
				if (alert.state === "resolved") written.delete(alert.id);
				else written.set(alert.id, alert);
			changed = new Map();
			gone = [];
			return changes;
		},
		everything() {
			for (const alert of this.all()) changed.set(alert.id, alert);
			return this.changes();
		},
	};
}

const lifeOf = ({ target, rule }: Pick<Alert, "target" | "rule">): string =>
	`${targetKey(target)}\n${rule}`;

function isWorthWriting(before: Alert | undefined, now: Alert): boolean {
	if (before === undefined || before.state !== now.state) return true;
	const [was, is] = [before.last, now.last];
	return (
		before.calmMs > 0 !== now.calmMs > 0 ||
		was.verdict !== is.verdict ||
		was.reason?.code !== is.reason?.code ||
		Math.abs(passedMs(now) - passedMs(before)) >= writtenEveryMs[now.state]
	);
}

const passedMs = ({ heldMs, calmMs }: Alert): number => heldMs + calmMs;
