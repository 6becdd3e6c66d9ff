// How are the readings of one subscription kept? Lag as what its two counters do not already say.
import { column, columnCount } from "./columns.ts";
import { decodeTracks, encodeTracks, type Tracks } from "./track-code.ts";

export const slopes = (track: number): boolean =>
	track === column.arrived || track === column.departed;

const implied = (arrived = Number.NaN, departed = Number.NaN): number =>
	Number.isNaN(arrived) || Number.isNaN(departed) ? 0 : arrived - departed;

function withLag(
	tracks: readonly Float64Array[],
	sign: 1 | -1,
): readonly Float64Array[] {
	const arrived = tracks[column.arrived];
	const departed = tracks[column.departed];
	const lag = tracks[column.lag]?.map(
		(value, i) => value + sign * implied(arrived?.[i], departed?.[i]),
	);
	return lag ? tracks.with(column.lag, lag) : tracks;
}

/** Leaves in the lag only what arrivals and departures do not explain. */
export const withoutLag = (tracks: readonly Float64Array[]) =>
	withLag(tracks, -1);
export const withLagAgain = (tracks: readonly Float64Array[]) =>
	withLag(tracks, 1);

export function baseOf(state: Float64Array, sign: 1 | -1): Float64Array {
	return state.with(
		column.lag,
		(state[column.lag] ?? Number.NaN) +
			sign * implied(state[column.arrived], state[column.departed]),
	);
}

/** Null when nothing changed since `before`. */
export function encodeReadings(
	before: Float64Array,
	tracks: readonly Float64Array[],
): Uint8Array | null {
	const length = tracks[0]?.length ?? 0;
	const kept = {
		length,
		bases: baseOf(before, -1),
		tracks: withoutLag(tracks),
	};
	return encodeTracks(kept, slopes);
}

export function decodeReadings(code: Uint8Array): Tracks {
	const kept = decodeTracks(code, columnCount, columnCount, slopes);
	return {
		length: kept.length,
		bases: baseOf(kept.bases, 1),
		tracks: withLagAgain(kept.tracks),
	};
}
