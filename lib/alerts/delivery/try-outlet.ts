// Does a notice arrive? One that says it is a test is sent at once, past all that is owed, and what came back is told.

import type { AlertAnswer } from "#lib/core/alert/asked/errand.ts";
import type { Notice } from "#lib/core/alert/notice.ts";
import { type Rule, ruleBegun } from "#lib/core/alert/rule.ts";
import { exampleAlert } from "#lib/core/alert/telling/example.ts";
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

/** About a subscription nobody has; with a rule it reads as that rule's would. */
export function testNotice(
	id: string,
	{ outlet, rule }: { readonly outlet: string; readonly rule: Rule | null },
	atMs: number,
): Notice {
	const { gravity, text } = rule ?? ruleBegun;
	const name = rule === null || rule.name === "" ? "test" : rule.name;
	const alert = exampleAlert(id, { ...(rule ?? ruleBegun), name }, atMs);
	const broker = "broker" in alert.target ? alert.target.broker : null;
	return {
		...{ id, wave: id, outlet, rule: name, gravity, text },
		...{ broker, says: "test", why: "tried", atMs },
		...{ total: 1, firing: 1, alerts: [alert] },
	};
}
