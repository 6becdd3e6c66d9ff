// Of what would a notice of a rule tell? Of what fires by it now, else of an invented backlog that says so.
import type { Alert, AlertSeen } from "#lib/core/alert/alert.ts";
import type { Notice } from "#lib/core/alert/notice.ts";
import type { Rule } from "#lib/core/alert/rule.ts";
import { exampleAlert } from "#lib/core/alert/telling/example.ts";
import { reasonCodes } from "#lib/core/verdict.ts";
import type { AlertReply } from "#lib/wire/alerts.ts";

export function noticeOf(
	rule: Rule,
	firing: AlertReply | null,
	nowMs: number,
): Notice {
	const alert =
		firing === null ? exampleAlert("", rule, nowMs) : alertOf(firing);
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
