// Does what a rule watches for hold for this row? True, false, or null where that cannot be known; and what it measures.
import type { Amount } from "../../amount.ts";
import type { Row } from "../../board.ts";
import { gravityOf } from "../../verdict.ts";
import { type Condition, type Measure, measures } from "../rule.ts";

/** What is looked at of a row: history can tell as much. */
export type WatchedRow = Pick<
	Row,
	| "verdict"
	| "stale"
	| "lag"
	| "timeLagSeconds"
	| "holding"
	| "oldestHeldSeconds"
	| "deliveriesMax"
	| "members"
	| "marginSeconds"
	| "drainedSeconds"
	| "pace"
>;

export type Standing = {
	readonly holds: boolean | null;
	/** What the rule measures; null where it measures nothing or it is not known. */
	readonly n: number | null;
};

const unknown: Standing = { holds: null, n: null };
const plain = (holds: boolean | null): Standing => ({ holds, n: null });

export function standingOf(when: Condition, row: WatchedRow): Standing {
	switch (when.is) {
		case "verdict": {
			if (isUnknown(row)) return unknown;
			return plain(gravityOf(row.verdict) >= gravityOf(when.atLeast));
		}
		case "verdict alone": {
			if (when.verdict === "unknown") return plain(isUnknown(row));
			return isUnknown(row) ? unknown : plain(row.verdict === when.verdict);
		}
		case "measure":
			return row.stale ? unknown : measured(when.of, when.n, row);
		case "vanished":
		case "broker silent":
		case "outlet failing":
		case "no room":
			return plain(false);
	}
}

const isUnknown = (row: WatchedRow): boolean =>
	row.stale || row.verdict === "unknown";

/**
 * The number that is shown is the one that is compared. Where it is a bound and the true number may lie on the other
 * side, nobody is told that it is over.
 */
function measured(of: Measure, than: number, row: WatchedRow): Standing {
	if (of === "drained" && neverDrained(row)) return plain(true);
	const amount = amountOf(of, row);
	if (amount === null) return unknown;
	const { n, bound } = amount;
	const { side } = measures[of];
	if (side === "over" ? n > than : n < than) return { holds: true, n };
	const mayHold = bound === (side === "over" ? "at least" : "at most");
	return { holds: mayHold ? null : false, n: Number.isFinite(n) ? n : null };
}

const exact = (n: number | null): Amount | null =>
	n === null ? null : { n, bound: "exact" };

/** As a row tells it; what is empty has no age, and nothing to lose. */
export function amountOf(of: Measure, row: WatchedRow): Amount | null {
	switch (of) {
		case "lag":
			return row.lag;
		case "time lag":
			return row.timeLagSeconds ?? (isEmpty(row) ? exact(0) : null);
		case "holding":
			return exact(row.holding);
		case "oldest held":
			return exact(row.oldestHeldSeconds ?? (row.holding === 0 ? 0 : null));
		case "deliveries":
			return exact(row.deliveriesMax ?? (row.holding === 0 ? 0 : null));
		case "margin":
			return row.marginSeconds ?? (isEmpty(row) ? exact(Infinity) : null);
		case "drained":
			return exact(row.drainedSeconds ?? (isEmpty(row) ? 0 : null));
		case "live members":
			return row.members?.live ?? null;
		case "dead members":
			return exact(row.members?.dead ?? null);
	}
}

const isEmpty = ({ lag }: WatchedRow): boolean =>
	lag?.n === 0 && (lag.bound === "exact" || lag.bound === "at most");

/** No forecast, since as much comes as goes, or more: later than any time. */
const neverDrained = ({ lag, drainedSeconds, pace }: WatchedRow): boolean =>
	drainedSeconds === null &&
	(lag?.n ?? 0) > 0 &&
	pace.in !== null &&
	pace.out !== null &&
	pace.in > 0 &&
	pace.out <= pace.in;
