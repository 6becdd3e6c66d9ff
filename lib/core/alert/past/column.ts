// What does history tell of the one thing a rule watches? A column of values over time, and whether the rule holds at each.
import type { Gauge, GaugeLine, HistoryRange } from "../../history.ts";
import { gravityOf, type Verdict, verdicts } from "../../verdict.ts";
import { type Condition, type Measure, measures } from "../rule.ts";

/** Values of single readings, or of points that each cover `stepMs`; NaN is what nobody knew. */
export type PastColumn = {
	readonly atMs: Float64Array;
	readonly stepMs: number | null;
	/** The worst of each point, and what it was for most of it: a mean, so that four bytes are enough, and of a verdict the last one. */
	readonly worst: Float64Array;
	readonly mostly: Float32Array | Float64Array;
};

/** What is read of history for a condition; null where history tells nothing of it. */
export type PastKey = Measure | "verdict" | null;

export function pastKeyOf(when: Condition): PastKey {
	switch (when.is) {
		case "verdict":
		case "verdict alone":
			return "verdict";
		case "measure":
			return when.of === "drained" || when.of === "dead members"
				? null
				: when.of;
		case "vanished":
		case "broker silent":
		case "outlet failing":
		case "no room":
			return null;
	}
}

export function columnOf(
	range: HistoryRange,
	key: Exclude<PastKey, null>,
): PastColumn {
	const atMs = Float64Array.from(range.atMs);
	const column = { atMs, stepMs: range.stepMs };
	if (key === "verdict") return { ...column, ...verdictsIn(range) };
	const { gauge, empty, whenEmpty } = gaugeOf[key];
	const line = range.gauges[gauge];
	const beside = empty && range.gauges[empty];
	const fill = <T extends Float64Array | Float32Array>(
		column: T,
		part: keyof GaugeLine,
	): T => {
		const [values, its] = [line[part], beside?.[part]];
		for (const [i, n] of values.entries())
			column[i] = n ?? (its?.[i] === 0 ? whenEmpty : Number.NaN);
		return column;
	};
	const { length } = atMs;
	// Of members only the most of a point is remembered, and the last.
	if (key === "live members") {
		const last = fill(new Float64Array(length), "last");
		return { ...column, worst: last, mostly: last };
	}
	return {
		...column,
		worst: fill(new Float64Array(length), "peak"),
		mostly: fill(new Float32Array(length), "mean"),
	};
}

/** What has to be known of a range for it. */
export function gaugesFor(key: Exclude<PastKey, null>): readonly Gauge[] {
	if (key === "verdict") return [];
	const { gauge, empty } = gaugeOf[key];
	return empty === null ? [gauge] : [gauge, empty];
}

type PastGauge = {
	readonly gauge: Gauge;
	/** Where this is zero, the other is not unknown but has nothing to tell. */
	readonly empty: Gauge | null;
	readonly whenEmpty: number;
};
const alone = { empty: null, whenEmpty: Number.NaN };
const gaugeOf: Readonly<Record<Measure, PastGauge>> = {
	lag: { gauge: "lag", ...alone },
	"time lag": { gauge: "timeLagSeconds", empty: "lag", whenEmpty: 0 },
	holding: { gauge: "holding", ...alone },
	"oldest held": { gauge: "oldestHeldSeconds", empty: "holding", whenEmpty: 0 },
	deliveries: { gauge: "deliveriesMax", empty: "holding", whenEmpty: 0 },
	margin: { gauge: "marginSeconds", empty: "lag", whenEmpty: Infinity },
	drained: { gauge: "lag", ...alone },
	"live members": { gauge: "membersLive", ...alone },
	"dead members": { gauge: "membersRegistered", ...alone },
};

const unknown = gravityOf("unknown");

/** Of each point the gravest and the last; that nobody answers is a verdict too, and stays one in a gap. */
function verdictsIn({ atMs, asked, verdicts: changes }: HistoryRange) {
	const worst = new Float64Array(atMs.length).fill(Number.NaN);
	const mostly = new Float64Array(atMs.length).fill(Number.NaN);
	let next = 0;
	let now = Number.NaN;
	for (let i = 0; i < atMs.length; i++) {
		let gravest = Number.NaN;
		const endMs = atMs[i + 1] ?? Infinity;
		for (; next < changes.length; next++) {
			const change = changes[next];
			if (!change || change.atMs >= endMs) break;
			now = gravityOf(change.verdict);
			gravest = Number.isNaN(gravest) ? now : Math.max(gravest, now);
		}
		if (!asked[i] && now !== unknown) continue;
		mostly[i] = now;
		worst[i] = Number.isNaN(gravest) ? now : gravest;
	}
	return { worst, mostly };
}

/** 1 where it holds, 0 where it does not, -1 where nobody knows. */
export type Holding = Int8Array;

/** What lasts no longer than a point is seen by the worst of it; for more, most of each point must hold. */
export function holdingOf(
	{ stepMs, worst, mostly }: PastColumn,
	when: Condition,
	forMs: number,
): Holding {
	const values = stepMs === null || forMs <= stepMs ? worst : mostly;
	const holding = new Int8Array(values.length);
	if (when.is === "measure") {
		const sign = measures[when.of].side === "over" ? 1 : -1;
		const than = sign * when.n;
		for (let i = 0; i < values.length; i++) {
			const n = sign * (values[i] ?? 0);
			holding[i] = n > than ? 1 : n <= than ? 0 : -1;
		}
		return holding;
	}
	const table = verdicts.map((verdict) => verdictHolds(when, verdict));
	for (let i = 0; i < values.length; i++)
		holding[i] = table[values[i] ?? Number.NaN] ?? -1;
	return holding;
}

/** What is no verdict says by itself whether it is so: its column holds 1 or 0. */
function verdictHolds(when: Condition, verdict: Verdict): number {
	switch (when.is) {
		case "verdict":
			if (verdict === "unknown") return -1;
			return Number(gravityOf(verdict) >= gravityOf(when.atLeast));
		case "verdict alone":
			if (verdict === "unknown" && when.verdict !== verdict) return -1;
			return Number(verdict === when.verdict);
		case "measure":
			return -1;
		case "vanished":
		case "broker silent":
		case "outlet failing":
		case "no room":
			return gravityOf(verdict);
	}
}
