// Does a notice arrive? One that says it is a test is sent at once, past all that is owed, and what came back is told.

import type { Alert } from "#lib/core/alert/alert.ts";
import type { AlertAnswer } from "#lib/core/alert/asked/errand.ts";
import type { Notice } from "#lib/core/alert/notice.ts";
import { type Rule, ruleBegun } from "#lib/core/alert/rule.ts";
import { exactly } from "#lib/core/amount.ts";
import { noSuchOutlet } from "../answers.ts";
import { type Outlet, sendingMs } from "../outlet.ts";

type Tried = Extract<AlertAnswer, { readonly is: "tried" }>;

export async function tryOutlet(
	outlets: ReadonlyMap<string, Outlet>,
	asked: { readonly outlet: string; readonly rule: Rule | null },
	id: string,
): Promise<Tried> {
	const outlet = outlets.get(asked.outlet);
	if (!outlet) return { is: "tried", answer: noSuchOutlet, tookMs: 0 };
	const began = performance.now();
	const notice = testNotice(id, asked, Date.now());
	const answer = await outlet.send(notice, sendingMs);
	const tookMs = Math.round(performance.now() - began);
	return { is: "tried", answer, tookMs };
}

const minuteMs = 60_000;

/** About a subscription nobody has; with a rule it reads as that rule's would. */
export function testNotice(
	id: string,
	{ outlet, rule }: { readonly outlet: string; readonly rule: Rule | null },
	atMs: number,
): Notice {
	const { gravity, text } = rule ?? ruleBegun;
	const name = rule === null || rule.name === "" ? "test" : rule.name;
	const target: Alert["target"] = {
		...{ is: "subscription", id: "", system: "", broker: "example" },
		...{ kind: "", channel: "orders", group: "billing" },
	};
	const lag = exactly(1_234);
	const values = { forSeconds: 180, lag: lag.n };
	const seen: Alert["last"] = {
		...{ atMs, verdict: "stopped", n: null, action: null, lag },
		reason: { code: "no members", values },
		...{ marginSeconds: null, drainedSeconds: null },
	};
	const sinceMs = atMs - 3 * minuteMs;
	const alert: Alert = {
		...{ id, rule: name, gravity, target, state: "firing", sinceMs },
		...{ heldMs: 3 * minuteMs, calmMs: 0, firedMs: atMs, resolvedMs: null },
		...{ end: null, first: seen, last: seen, firings: [atMs] },
		acknowledged: null,
	};
	return {
		...{ id, wave: id, outlet, rule: name, gravity, text },
		...{ broker: target.broker, says: "test", why: "tried", atMs },
		...{ total: 1, firing: 1, alerts: [alert] },
	};
}
