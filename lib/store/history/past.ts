// How did a subscription behave lately, for whoever judges it next? Its readings, and the peaks of the minutes before.
import type { Past } from "#lib/core/history.ts";
import type { RebuildAsked } from "../history-port.ts";
import type { Beats, Cells } from "./cells.ts";
import { column, gaugeColumns } from "./columns.ts";
import { markedBy } from "./marks.ts";

type Part = {
	readonly block: { readonly beats: Beats };
	readonly tracks: readonly Float64Array[];
};

const minuteMs = 60_000;
const lagGauge = gaugeColumns.indexOf(column.lag);

/** Null where it was never heard within that time. `earlier` is thinned history, of the time before the parts. */
export function pastOf(
	id: string,
	earlier: Iterable<{ readonly cells: Cells }>,
	parts: Iterable<Part>,
	asked: RebuildAsked,
): Past | null {
	const minute = Math.floor(asked.nowMs / minuteMs);
	const minutes = new Float64Array(asked.minutes).fill(Number.NaN);
	const floors = minutes.slice();
	const note = (atMs: number, peak = Number.NaN, low = peak) => {
		const at = asked.minutes - 1 - minute + Math.floor(atMs / minuteMs);
		if (!(at >= 0)) return;
		if (!(peak <= (minutes[at] ?? Number.NaN))) minutes[at] = peak;
		if (!(low >= (floors[at] ?? Number.NaN))) floors[at] = low;
	};
	for (const { cells } of earlier)
		for (let i = 0; i < cells.length; i++)
			if ((cells.readings[i] ?? 0) > 0 && cells.asked[i] === 1)
				note(
					cells.atMs[i] ?? Number.NaN,
					cells.peak[lagGauge]?.[i],
					cells.last[column.lag]?.[i],
				);
	const all = [...parts];
	for (const part of all)
		for (let i = 0; i < part.block.beats.atMs.length; i++)
			note(momentOf(part, i, asked.nowMs), part.tracks[column.lag]?.[i]);
	return lastOf(id, all, asked, { minutes, floors, minute });
}

/** NaN where nobody was heard, or where it is later than now. */
function momentOf({ block, tracks }: Part, i: number, nowMs: number): number {
	const atMs = block.beats.atMs[i] ?? Number.NaN;
	const isTold = block.beats.heard[i] === 1 && tracks[column.asked]?.[i] === 1;
	return isTold && atMs <= nowMs ? atMs : Number.NaN;
}

function lastOf(
	id: string,
	parts: readonly Part[],
	{ nowMs, readings }: RebuildAsked,
	minutes: Pick<Past, "minutes" | "floors" | "minute">,
): Past | null {
	const kept = [column.lag, column.arrived, column.departed, column.counted];
	const [lag, arrived, departed, counted] = kept.map(() => blank(readings));
	const atMs = blank(readings);
	const into = [lag, arrived, departed, counted];
	let to = readings;
	let isWhole = false;
	let stillSinceMs: number | null = null;
	let emptySinceMs: number | null = null;
	for (const part of parts.toReversed()) {
		for (let i = part.block.beats.atMs.length - 1; i >= 0 && !isWhole; i--) {
			const ms = momentOf(part, i, nowMs);
			if (Number.isNaN(ms)) continue;
			if (to === readings) {
				stillSinceMs = orNull(part.tracks[column.still]?.[i]);
				emptySinceMs = orNull(part.tracks[column.empty]?.[i]);
			}
			atMs[--to] = ms;
			for (const [k, at] of kept.entries()) {
				const track = into[k];
				if (track) track[to] = part.tracks[at]?.[i] ?? Number.NaN;
			}
			isWhole = to === 0 || beginsAnew(part.tracks[column.mark]?.[i]);
		}
	}
	if (to === readings) return null;
	const cut = (track = atMs) => track.subarray(to);
	return {
		id,
		...{ atMs: cut(), lag: cut(lag), arrived: cut(arrived) },
		...{ departed: cut(departed), counted: cut(counted) },
		...minutes,
		...{ stillSinceMs, emptySinceMs },
	};
}

/** What was read before is no measure for what comes after. */
const beginsAnew = (mark = Number.NaN): boolean =>
	markedBy(mark)?.reason === "begins anew";

const blank = (length: number) => new Float64Array(length);

const orNull = (ms = Number.NaN): number | null =>
	Number.isNaN(ms) ? null : ms;
