"use client";
// What of a subscription's history stands in the address? The stretch, the number that is drawn, and whether it is a table.
import { parseAsIsoDateTime, parseAsStringLiteral, useQueryStates } from "nuqs";
import { type Shown, shownGauges } from "#components/charts/series.ts";
import { type Range, ranges, type Span, spanOf } from "./history/range.ts";

const parsers = {
	range: parseAsStringLiteral(ranges).withDefault("1h"),
	from: parseAsIsoDateTime,
	to: parseAsIsoDateTime,
	chart: parseAsStringLiteral(shownGauges).withDefault("lag"),
	as: parseAsStringLiteral(["chart", "table"] as const).withDefault("chart"),
};

export type ShownHistory = {
	readonly span: Span;
	/** The one that is followed, or was before it was frozen. */
	readonly range: Range;
	readonly chart: Shown;
	readonly isTable: boolean;
	follow(range: Range): void;
	freeze(fromMs: number, toMs: number): void;
	/** Back leads out of it again. */
	into(fromMs: number, toMs: number): void;
	draw(chart: Shown): void;
	tabulate(isTable: boolean): void;
};

export function useShown(): ShownHistory {
	const [address, set] = useQueryStates(parsers, { history: "replace" });
	const { range, chart, as } = address;
	const between = (fromMs: number, toMs: number) => ({
		from: new Date(fromMs),
		to: new Date(toMs),
	});
	return {
		span: spanOf(address),
		range,
		chart,
		isTable: as === "table",
		follow: (range) => void set({ range, from: null, to: null }),
		freeze: (fromMs, toMs) => void set(between(fromMs, toMs)),
		into: (fromMs, toMs) =>
			void set(between(fromMs, toMs), { history: "push" }),
		draw: (chart) => void set({ chart }),
		tabulate: (isTable) => void set({ as: isTable ? "table" : null }),
	};
}
