// How is history told to whoever asked? In values again: ages in seconds, what is unknown as null, a gap as a gap.
import {
	counters,
	type Gauge,
	gauges,
	type HistoryRange,
	type VerdictChange,
} from "#lib/core/history.ts";
import type { Cells } from "./cells.ts";
import {
	ageOf,
	ageSignOf,
	column,
	counterColumns,
	gaugeColumns,
} from "./columns.ts";
import { markedBy } from "./marks.ts";

type Span = Pick<HistoryRange, "fromMs" | "toMs" | "stepMs">;
type Only = readonly Gauge[] | undefined;

export function toldAs(cells: Cells, span: Span, only: Only): HistoryRange {
	const asked = Array.from(
		cells.readings,
		(count, i) => count > 0 && cells.asked[i] === 1,
	);
	const values = (
		track: Float64Array | undefined,
		toldOf: (n: number, i: number) => number,
	) =>
		asked.map((was, i) => {
			const value = track?.[i] ?? Number.NaN;
			return was && !Number.isNaN(value) ? toldOf(value, i) : null;
		});
	const line = (g: number, at: (typeof gaugeColumns)[number]) => {
		const sign = ageSignOf(at);
		const told = (moments: Float64Array) => (n: number, i: number) =>
			sign === 0 ? n : ageOf(n, moments[i] ?? 0, sign);
		return {
			peak: values(cells.peak[g], told(cells.seconds)),
			mean: values(cells.mean[g], told(cells.middles)),
			last: values(cells.last[at], told(cells.seconds)),
		};
	};
	const nothing = { peak: [], mean: [], last: [] };
	const isTold = (g: number) => only?.some((it) => it === gauges[g]) ?? true;
	const lines = gaugeColumns.map((at, g) => [
		gauges[g],
		isTold(g) ? line(g, at) : nothing,
	]);
	const counts = counterColumns.map((at, c) => [
		counters[c],
		only ? [] : values(cells.last[at], (n) => n),
	]);
	return {
		...span,
		atMs: Array.from(cells.atMs),
		asked,
		// The casts: each name stands once in the lists above, in the order of its column.
		gauges: Object.fromEntries(lines) as HistoryRange["gauges"],
		counters: Object.fromEntries(counts) as HistoryRange["counters"],
		verdicts: changesIn(cells),
	};
}

/** The gravest of each point and the last, where they are news; so there are at most two a point. */
function changesIn(cells: Cells): readonly VerdictChange[] {
	const changes: VerdictChange[] = [];
	let mark = Number.NaN;
	const note = (next: number, atMs: number) => {
		if (Number.isNaN(next) || next === mark) return;
		mark = next;
		const told = markedBy(next);
		if (told) changes.push({ atMs, ...told });
	};
	for (let i = 0; i < cells.length; i++) {
		note(cells.markPeak[i] ?? Number.NaN, cells.atMs[i] ?? 0);
		note(cells.last[column.mark]?.[i] ?? Number.NaN, cells.atMs[i] ?? 0);
	}
	return changes;
}
