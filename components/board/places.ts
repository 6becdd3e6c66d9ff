// Which line stands at which place of the table? Entries, what lies in the open ones, and the tide line among them.

export type Opened = {
	/** The entry it is, counted from the top of the board. */
	readonly at: number;
	/** Lines under it. */
	readonly extra: number;
};

export type Places = {
	readonly entries: number;
	/** In the order in which they stand. */
	readonly opened: readonly Opened[];
	/** The entry before which the tide line stands, or -1. */
	readonly tide: number;
};

export type Place =
	| { readonly is: "tide" }
	| {
			readonly is: "line";
			readonly entry: number;
			/** 0 for the entry itself, else the line under it, counted from 1. */
			readonly line: number;
			/** The line's number among all but the tide. */
			readonly at: number;
	  };

/** Of all lines but the tide. */
export const linesOf = ({ entries, opened }: Places): number =>
	opened.reduce((sum, { extra }) => sum + extra, entries);

export const countOf = (places: Places): number =>
	linesOf(places) + (places.tide < 0 ? 0 : 1);

const linesBefore = ({ opened }: Places, entry: number): number =>
	opened.reduce((sum, it) => (it.at < entry ? sum + it.extra : sum), entry);

const tidePlace = (places: Places): number =>
	places.tide < 0 ? Number.POSITIVE_INFINITY : linesBefore(places, places.tide);

/** Where an entry stands. */
export function placeOf(places: Places, entry: number): number {
	const at = linesBefore(places, entry);
	return at >= tidePlace(places) ? at + 1 : at;
}

export function placeAt(places: Places, place: number): Place {
	const tide = tidePlace(places);
	if (place === tide) return { is: "tide" };
	const at = place > tide ? place - 1 : place;
	let before = 0;
	for (const open of places.opened) {
		const line = at - before - open.at;
		if (line <= 0) break;
		if (line <= open.extra) return { is: "line", entry: open.at, line, at };
		before += open.extra;
	}
	return { is: "line", entry: at - before, line: 0, at };
}
