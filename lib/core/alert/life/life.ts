// What becomes of an alert with one more look? One step, and why: from what was seen, and how much time passed by a clock nobody sets.
import type { Alert, AlertEnd, AlertSeen, AlertTarget } from "../alert.ts";
import type { Rule } from "../rule.ts";

export type Sight = {
	/** Null where it cannot be known: nothing goes on then, and nothing calms. */
	readonly holds: boolean | null;
	readonly sinceMs: number;
	readonly seen: AlertSeen;
};

export type Look = {
	readonly rule: Pick<Rule, "name" | "gravity" | "forMs" | "calmMs">;
	readonly target: AlertTarget;
	readonly nowMs: number;
	/** Since the look before. */
	readonly elapsedMs: number;
	/** When this rule fired for this target before. */
	readonly fired: readonly number[];
	newId(): string;
};

export const stepWhys = [
	"nothing to tell",
	"begins to hold",
	"holds on",
	"held for long enough",
	/** It went before anybody was told. */
	"calm before it fired",
	"cannot be known",
	"still fires",
	"calms",
	"holds again",
	"calm for long enough",
] as const;
export type StepWhy = (typeof stepWhys)[number];

/** No alert where there is none, or none any more. */
export type Step = { readonly alert: Alert | null; readonly why: StepWhy };

export function step(alert: Alert | null, sight: Sight, look: Look): Step {
	if (sight.holds === null)
		return { alert, why: alert ? "cannot be known" : "nothing to tell" };
	if (alert === null) return sight.holds ? begin(sight, look) : nothing;
	if (alert.state === "pending") return waited(alert, sight, look);
	return sight.holds
		? holding(alert, sight, look)
		: calming(alert, sight, look);
}

const nothing: Step = { alert: null, why: "nothing to tell" };

function begin({ sinceMs, seen }: Sight, look: Look): Step {
	const { rule, target } = look;
	const alert: Alert = {
		...{ id: look.newId(), rule: rule.name, gravity: rule.gravity, target },
		...{ state: "pending", sinceMs, heldMs: 0, calmMs: 0 },
		...{ firedMs: null, resolvedMs: null, end: null },
		...{ first: seen, last: seen, firings: [], acknowledged: null },
	};
	return rule.forMs > 0
		? { alert, why: "begins to hold" }
		: fire(alert, seen, look);
}

function waited(alert: Alert, { holds, seen }: Sight, look: Look): Step {
	if (!holds) return { alert: null, why: "calm before it fired" };
	const held = { ...alert, heldMs: alert.heldMs + look.elapsedMs, last: seen };
	return held.heldMs < look.rule.forMs
		? { alert: held, why: "holds on" }
		: fire(held, seen, look);
}

function fire(alert: Alert, seen: AlertSeen, look: Look): Step {
	const { nowMs } = look;
	return {
		why: "held for long enough",
		alert: {
			...{ ...alert, state: "firing", firedMs: nowMs },
			...{ first: seen, last: seen },
			firings: [...lately(look.fired, nowMs), nowMs],
		},
	};
}

function holding(alert: Alert, { seen }: Sight, { elapsedMs }: Look): Step {
	const heldMs = alert.heldMs + elapsedMs;
	return {
		alert: { ...alert, heldMs, calmMs: 0, last: seen },
		why: alert.calmMs > 0 ? "holds again" : "still fires",
	};
}

function calming(alert: Alert, { seen }: Sight, look: Look): Step {
	const calm = {
		...{ ...alert, calmMs: alert.calmMs + look.elapsedMs, last: seen },
	};
	return calm.calmMs < calmNeededMs(alert, look.rule)
		? { alert: calm, why: "calms" }
		: {
				alert: resolved(calm, "calm", look.nowMs),
				why: "calm for long enough",
			};
}

const hourMs = 3_600_000;
const leastCalmMs = 30_000;

/** Doubled for each time it fired before within the hour, up to an hour: what comes and goes is told once. */
export function calmNeededMs(
	{ firings }: Pick<Alert, "firings">,
	{ calmMs }: Pick<Rule, "calmMs">,
): number {
	if (firings.length < 2) return calmMs;
	const doubled = Math.max(calmMs, leastCalmMs) * 2 ** (firings.length - 1);
	return Math.max(calmMs, Math.min(doubled, hourMs));
}

/** Also where the clock was set back: nobody knows how long ago that was, and it is no older for it. */
export const lately = (
	fired: readonly number[],
	nowMs: number,
): readonly number[] => fired.filter((atMs) => Math.abs(nowMs - atMs) < hourMs);

export const resolved = (
	alert: Alert,
	end: AlertEnd,
	nowMs: number,
): Alert => ({
	...alert,
	...{ state: "resolved", resolvedMs: nowMs, end },
});

/** What it watched is not there to be watched any more; who never fired goes without a word. */
export const endedBy = (
	alert: Alert,
	end: AlertEnd,
	nowMs: number,
): Alert | null =>
	alert.state === "pending" ? null : resolved(alert, end, nowMs);
