// Where does each alert lie in a picture of a stretch of time? One lane for each thing they are about, the latest first.
import type { Verdict } from "#lib/core/verdict.ts";
import type { AlertReply, AlertTargetReply } from "#lib/wire/alerts.ts";
import { targetKey } from "./said.ts";

export type Bar = {
	readonly id: string;
	readonly rule: string;
	/** Shares of the whole width. */
	readonly from: number;
	readonly width: number;
	readonly fromMs: number;
	readonly lastedMs: number;
	readonly isOver: boolean;
	readonly verdict: Verdict | null;
};

export type Lane = {
	readonly key: string;
	readonly target: AlertTargetReply;
	readonly bars: readonly Bar[];
};

export function lanesOf(
	alerts: readonly AlertReply[],
	fromMs: number,
	toMs: number,
): readonly Lane[] {
	const lanes = new Map<string, { target: AlertTargetReply; bars: Bar[] }>();
	for (const alert of alerts) {
		const bar = barOf(alert, fromMs, toMs);
		if (bar === null) continue;
		const key = targetKey(alert.target);
		const lane = lanes.get(key) ?? { target: alert.target, bars: [] };
		lane.bars.push(bar);
		lanes.set(key, lane);
	}
	const endOf = ({ bars }: { bars: readonly Bar[] }) =>
		Math.max(...bars.map(({ from, width }) => from + width));
	return [...lanes]
		.map(([key, lane]) => ({ key, ...lane }))
		.toSorted((a, b) => endOf(b) - endOf(a));
}

function barOf(alert: AlertReply, fromMs: number, toMs: number): Bar | null {
	const firedMs = Date.parse(alert.fired ?? alert.since);
	const overMs = alert.resolved === null ? toMs : Date.parse(alert.resolved);
	if (overMs < fromMs || firedMs > toMs || fromMs >= toMs) return null;
	const share = (ms: number) =>
		(Math.min(toMs, Math.max(fromMs, ms)) - fromMs) / (toMs - fromMs);
	return {
		...{ id: alert.id, rule: alert.rule, fromMs: firedMs },
		from: share(firedMs),
		width: share(overMs) - share(firedMs),
		lastedMs: Math.max(0, overMs - firedMs),
		isOver: alert.resolved !== null,
		verdict: shownVerdict(alert.first.verdict, alert.last.verdict),
	};
}

/** None where all was well but for a number. */
function shownVerdict(
	first: Verdict | null,
	last: Verdict | null,
): Verdict | null {
	const verdict = first ?? last;
	return verdict === "healthy" ? null : verdict;
}
