// Which columns does somebody want to know of history? All of them, or what some gauges rest on, so that nothing else is unfolded.
import { type Gauge, gauges } from "#lib/core/history.ts";
import { column, gaugeColumns, thinnedCount } from "./columns.ts";

export type Wanted = {
	/** By their place in `gauges`. */
	readonly gauges: readonly number[];
	readonly columns: readonly number[];
};

export const everything: Wanted = {
	gauges: [...gaugeColumns.keys()],
	columns: Array.from({ length: thinnedCount }, (_, at) => at),
};

/** The verdict, and whether somebody was asked, belong to each. */
export function wantedFor(only: readonly Gauge[] | undefined): Wanted {
	if (only === undefined) return everything;
	const places = only.map((gauge) => gauges.indexOf(gauge));
	const their = places.map((at) => gaugeColumns[at] ?? column.asked);
	// A lag is kept as what arrivals and departures do not say.
	const beneath = their.includes(column.lag)
		? [column.arrived, column.departed]
		: [];
	const all = new Set([...their, ...beneath, column.mark, column.asked]);
	return { gauges: places, columns: [...all] };
}
