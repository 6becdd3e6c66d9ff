// How is it kept when a broker was asked? As steps from one tick to the next, and whether it answered.
import { ByteReader, ByteWriter } from "./bytes.ts";
import type { Beats } from "./cells.ts";
import { decodeTracks, encodeTracks } from "./track-code.ts";

export function encodeBeats({ atMs, heard, everyMs }: Beats): Uint8Array {
	const writer = new ByteWriter();
	writer.whole(atMs.length);
	writer.whole(everyMs);
	let lastMs = 0;
	for (let i = 0; i < atMs.length; i++) {
		const ms = atMs[i] ?? 0;
		writer.whole(2 * (ms - lastMs) + (heard[i] ?? 0));
		lastMs = ms;
	}
	return writer.take();
}

export function decodeBeats(code: Uint8Array): Beats {
	const reader = new ByteReader(code);
	const length = reader.whole();
	const everyMs = reader.whole();
	const atMs = new Float64Array(length);
	const heard = new Float64Array(length);
	let ms = 0;
	for (let i = 0; i < length; i++) {
		const step = reader.whole();
		ms += Math.floor(step / 2);
		atMs[i] = ms;
		heard[i] = step % 2;
	}
	return { atMs, heard, everyMs };
}

const flat = () => false;

/** How many readings each cell of thinned history holds; null where there are none at all. */
export const encodeCounts = (counts: Float64Array): Uint8Array | null =>
	encodeTracks(
		{ length: counts.length, bases: new Float64Array(), tracks: [counts] },
		flat,
	);

export const decodeCounts = (code: Uint8Array): Float64Array =>
	decodeTracks(code, 1, 0, flat).tracks[0] ?? new Float64Array();
