// What does a notice hold? The alerts of its wave, what fires and is gravest first, as many as somebody can read.
import { gravityOf } from "../../verdict.ts";
import type { Alert } from "../alert.ts";
import { alertsInNotice, type Notice, type Wave } from "../notice.ts";
import type { Rule } from "../rule.ts";

export function noticeOf(
	id: string,
	wave: Wave,
	it: Pick<Notice, "says" | "why" | "atMs">,
	alerts: readonly Alert[],
	rule: Pick<Rule, "gravity" | "text"> | undefined,
): Notice {
	const ordered = alerts.toSorted(worstFirst);
	return {
		...{ id, wave: wave.id, outlet: wave.outlet, rule: wave.rule },
		gravity: rule?.gravity ?? ordered[0]?.gravity ?? "note",
		...{ text: rule?.text ?? "", broker: wave.broker },
		...{ says: it.says, why: it.why, atMs: it.atMs },
		total: wave.alerts.length,
		firing: alerts.filter(isFiring).length,
		alerts: ordered.slice(0, alertsInNotice),
	};
}

export const isFiring = ({ state }: Alert): boolean => state === "firing";

function worstFirst(a: Alert, b: Alert): number {
	const grave = ({ last }: Alert) =>
		last.verdict === null ? -1 : gravityOf(last.verdict);
	return (
		Number(isFiring(b)) - Number(isFiring(a)) ||
		grave(b) - grave(a) ||
		(b.last.lag?.n ?? -1) - (a.last.lag?.n ?? -1)
	);
}
