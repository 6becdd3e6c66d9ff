// How are columns of equal length kept? Only where they leave the path they were on.
import { ByteReader, ByteWriter } from "./bytes.ts";

export type Tracks = {
	readonly length: number;
	/** Where each of the first tracks stood before; the others begin at zero. */
	readonly bases: Float64Array;
	readonly tracks: readonly Float64Array[];
};

/** A track goes on as it was; one that `slopes` goes on by as much as it grew last. Every file is written by this. */
class Path {
	readonly #slopes: boolean;
	#last: number;
	#step = 0;

	constructor(base: number, slopes: boolean) {
		this.#slopes = slopes;
		this.#last = base;
	}

	next(): number {
		return this.#step === 0 || Number.isNaN(this.#last)
			? this.#last
			: Math.max(0, this.#last + this.#step);
	}

	take(value: number): void {
		if (this.#slopes) {
			const step = value - this.#last;
			this.#step = Number.isNaN(step) ? 0 : step;
		}
		this.#last = value;
	}
}

const orZero = (n: number): number => (Number.isNaN(n) ? 0 : n);

type Left = { readonly runs: number[]; readonly values: number[] };

/** Runs are pairs: how many keep to the path, how many do not. */
function leaves(track: Float64Array, path: Path): Left {
	const runs: number[] = [];
	const values: number[] = [];
	let kept = 0;
	let left = 0;
	for (const value of track) {
		const expected = path.next();
		path.take(value);
		if (Object.is(value, expected) || value === expected) {
			if (left > 0) {
				runs.push(kept, left);
				kept = 0;
				left = 0;
			}
			kept++;
		} else {
			left++;
			values.push(value - orZero(expected));
		}
	}
	if (left > 0) runs.push(kept, left);
	return { runs, values };
}

const writer = new ByteWriter();

/** Null when no track leaves its path: then there is nothing to keep. At most 32 tracks. */
export function encodeTracks(
	{ length, bases, tracks }: Tracks,
	slopes: (track: number) => boolean,
): Uint8Array | null {
	const all = tracks.map((track, i) =>
		leaves(track, new Path(bases[i] ?? 0, slopes(i))),
	);
	let mask = 0;
	for (const [i, { values }] of all.entries())
		if (values.length > 0) mask += 2 ** i;
	if (mask === 0) return null;
	writer.whole(length);
	writer.whole(mask);
	for (const base of bases) writer.value(base);
	for (const { runs, values } of all) {
		if (values.length === 0) continue;
		writer.whole(runs.length / 2);
		for (const run of runs) writer.whole(run);
		for (const value of values) writer.value(value);
	}
	return writer.take();
}

export function decodeTracks(
	code: Uint8Array,
	count: number,
	baseCount: number,
	slopes: (track: number) => boolean,
	/** The others are empty. */
	isWanted: (track: number) => boolean = () => true,
): Tracks {
	const reader = new ByteReader(code);
	const length = reader.whole();
	let mask = reader.whole();
	const bases = new Float64Array(baseCount);
	for (let i = 0; i < baseCount; i++) bases[i] = reader.value();
	const tracks: Float64Array[] = [];
	for (let i = 0; i < count; i++) {
		const base = bases[i] ?? 0;
		const isKept = mask % 2 === 1;
		if (!isWanted(i)) {
			if (isKept) passTrack(reader);
			tracks.push(none);
		} else
			tracks.push(
				isKept
					? decodeTrack(reader, length, new Path(base, slopes(i)))
					: new Float64Array(length).fill(base),
			);
		mask = Math.floor(mask / 2);
	}
	return { length, bases, tracks };
}

const none = new Float64Array();

function passTrack(reader: ByteReader): void {
	let left = 0;
	for (let run = reader.whole(); run > 0; run--) {
		reader.whole();
		left += reader.whole();
	}
	for (; left > 0; left--) reader.skipValue();
}

function decodeTrack(
	reader: ByteReader,
	length: number,
	path: Path,
): Float64Array {
	const runs = Array.from({ length: 2 * reader.whole() }, () => reader.whole());
	const track = new Float64Array(length);
	let i = 0;
	const follow = (until: number) => {
		for (; i < until; i++) {
			const value = path.next();
			track[i] = value;
			path.take(value);
		}
	};
	for (let run = 0; run < runs.length; run += 2) {
		follow(i + (runs[run] ?? 0));
		for (let left = runs[run + 1] ?? 0; left > 0; left--, i++) {
			const value = orZero(path.next()) + reader.value();
			track[i] = value;
			path.take(value);
		}
	}
	follow(length);
	return track;
}
