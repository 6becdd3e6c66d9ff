// Of what would a notice of a rule tell? Of what fires by it now, else of an invented backlog that says so.
import type { Alert, AlertSeen } from "#lib/core/alert/alert.ts";
import type { Notice } from "#lib/core/alert/notice.ts";
import type { Rule } from "#lib/core/alert/rule.ts";
import { exactly } from "#lib/core/amount.ts";
import { reasonCodes } from "#lib/core/verdict.ts";
import type { AlertReply } from "#lib/wire/alerts.ts";

const minuteMs = 60_000;

export function noticeOf(
	rule: Rule,
	firing: AlertReply | null,
	nowMs: number,
): Notice {
	const alert = firing === null ? invented(rule, nowMs) : alertOf(firing);
	const { target } = alert;
	return {
		...{ id: "", wave: "", outlet: "", rule: rule.name || "…" },
		...{ gravity: rule.gravity, text: rule.text },
		broker: "broker" in target ? target.broker : null,
		...{ says: "fires", why: "began to fire", atMs: nowMs },
		...{ total: 1, firing: 1, alerts: [alert] },
	};
}

type Seen = AlertReply["last"];

function alertOf(it: AlertReply): Alert {
	const msOf = (iso: string | null) => (iso === null ? null : Date.parse(iso));
	return {
		...{ id: it.id, rule: it.rule, gravity: it.gravity, target: it.target },
		...{ state: it.state, sinceMs: Date.parse(it.since), heldMs: 0, calmMs: 0 },
		...{ firedMs: msOf(it.fired), resolvedMs: msOf(it.resolved), end: it.end },
		...{ first: seenOf(it.first), last: seenOf(it.last), firings: [] },
		acknowledged: null,
	};
}

function seenOf({ at, reason, ...seen }: Seen): AlertSeen {
	const code = reasonCodes.find((known) => known === reason?.code);
	return {
		...{ ...seen, atMs: Date.parse(at) },
		reason: reason && code ? { code, values: reason.values } : null,
	};
}

function invented({ when, forMs, name, gravity }: Rule, nowMs: number): Alert {
	const lag = exactly(1_234);
	const seen: AlertSeen = {
		...{ atMs: nowMs, verdict: "stopped", n: null, action: null, lag },
		reason: { code: "no members", values: { forSeconds: 180, lag: lag.n } },
		...{ marginSeconds: null, drainedSeconds: null },
	};
	const sinceMs = nowMs - Math.max(minuteMs, forMs);
	return {
		...{ id: "", rule: name, gravity, target: targetOf(when), sinceMs },
		...{ state: "firing", heldMs: forMs, calmMs: 0, firedMs: nowMs },
		...{ resolvedMs: null, end: null, first: seen, last: seen, firings: [] },
		acknowledged: null,
	};
}

function targetOf(when: Rule["when"]): Alert["target"] {
	if (when.is === "broker silent")
		return { is: "broker", broker: "example", system: "" };
	if (when.is === "outlet failing") return { is: "outlet", outlet: "example" };
	if (when.is === "no room") return { is: "store" };
	return {
		...{ is: "subscription", id: "", system: "", broker: "example" },
		...{ kind: "", channel: "orders", group: "billing" },
	};
}
