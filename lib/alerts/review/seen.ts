// What is seen of a row at one moment, as a notice will tell it?
import type { Alert, AlertSeen, AlertTarget } from "#lib/core/alert/alert.ts";
import { standingOf } from "#lib/core/alert/life/condition.ts";
import type { Sight } from "#lib/core/alert/life/life.ts";
import type { BrokerFact, KindWords, Row } from "#lib/core/board.ts";
import { fittingFor } from "#lib/core/clean-up/fitting.ts";
import type { Watched } from "./watched.ts";

export type KindOf = (
	row: Pick<Row, "system" | "kind">,
) => KindWords | undefined;

export const subscriptionOf = (row: Row): AlertTarget => {
	const { id, system, broker, kind, channel, group } = row;
	return { is: "subscription", id, system, broker, kind, channel, group };
};

export function seenOf(row: Row, n: number | null, kindOf: KindOf): AlertSeen {
	const { atMs, verdict, reason, lag, marginSeconds, drainedSeconds } = row;
	const action = fittingFor(row);
	const offered = kindOf(row)?.actions ?? [];
	return {
		...{ atMs, verdict, reason, n, lag, marginSeconds, drainedSeconds },
		action: action !== null && offered.includes(action) ? action : null,
	};
}

/** Of what has no row. */
export const bareSeen = (atMs: number): AlertSeen => ({
	...{ atMs, verdict: null, reason: null, n: null, action: null },
	...{ lag: null, marginSeconds: null, drainedSeconds: null },
});

/** Null where nothing holds and nothing is told of it: what most rows are to most rules. */
export function sightOf(
	row: Row,
	{ rule, fits }: Watched,
	alert: Alert | undefined,
	nowMs: number,
	kindOf: KindOf,
): Sight | null {
	const standing = standingOf(rule.when, row);
	if (alert === undefined && standing.holds !== true) return null;
	const isAmong = fits === null || fits(row);
	if (alert === undefined && !isAmong) return null;
	// A filter says no to what nobody knows, and nothing is over for that.
	const holds = isAmong ? standing.holds : isKnown(row) ? false : null;
	const isVerdict =
		rule.when.is === "verdict" || rule.when.is === "verdict alone";
	return {
		holds,
		sinceMs: isVerdict ? row.sinceMs : nowMs,
		seen: seenOf(row, standing.n, kindOf),
	};
}

const isKnown = ({ stale, verdict }: Row): boolean =>
	!stale && verdict !== "unknown";

export const isSilent = ({ trouble }: BrokerFact): boolean => trouble !== null;

/** Not asked yet since the start, or it does not answer: what its rows say is how it was, and not how it is. */
export const isHeard = (broker: BrokerFact): boolean =>
	broker.triedMs !== null && !isSilent(broker);
