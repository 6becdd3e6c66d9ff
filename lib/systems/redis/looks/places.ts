// Where does an id lie between two others? Its milliseconds, or finer where all ids are of a few of them.

export type EntryPlace = bigint;

export type Places = {
	placeOf(id: string): EntryPlace;
	/** The first id that may lie there. */
	idAt(place: EntryPlace): string;
	/** Of one millisecond each, so that one may hold very many entries. */
	readonly areCoarse: boolean;
};

/** With fewer milliseconds than this, halving them soon ends. */
const enoughMs = 1_024n;

export function placesBetween(
	first: string,
	last: string,
	total: number,
): Places {
	const [firstMs, firstSequence] = partsOf(first);
	const [lastMs, lastSequence] = partsOf(last);
	const range = lastMs - firstMs + 1n;
	const mean = BigInt(total) / range + 1n;
	const each = most([firstSequence + 1n, lastSequence + 1n, mean * 4n]);
	const size = range >= enoughMs ? 1n : each;
	return {
		areCoarse: size === 1n,
		placeOf(id) {
			const [ms, sequence] = partsOf(id);
			return ms * size + (sequence < size ? sequence : size - 1n);
		},
		idAt: (place) => `${place / size}-${place % size}`,
	};
}

/** Both parts reach 2^64. */
function partsOf(id: string): readonly [ms: bigint, sequence: bigint] {
	const [ms = "0", sequence = "0"] = id.split("-");
	return [BigInt(ms), BigInt(sequence)];
}

const most = (numbers: readonly bigint[]): bigint =>
	numbers.reduce((a, b) => (a > b ? a : b));

/** Stream ids are younger than this; one that is older counts something else than time. */
const firstYearMs = Date.UTC(2010, 0);
/** A clock of a server may run ahead of the one it replaced. */
const aheadMs = 60 * 60_000;

/** When an entry was written, where its id was made by a clock. */
export function writtenMsOf(id: string, nowMs: number): number | null {
	const ms = Number(id.split("-", 1)[0]);
	return ms >= firstYearMs && ms <= nowMs + aheadMs ? ms : null;
}

export const isEntryId = (text: string): boolean =>
	/^\d{1,20}-\d{1,20}$/.test(text);
