// Of when is the record at an offset, as far as the headers of its batches tell?
import { type Batches, isAppendTime, isControl } from "../protocol/batches.ts";

export type RecordTime = { readonly ms: number; readonly isExact: boolean };

export const noRecordTime: RecordTime = { ms: Number.NaN, isExact: false };

/** A batch is filled within moments: inside it, a time that cannot be off by more than this is as good as exact. */
const exactWithinMs = 1_000;

/** Of the first record at that offset or behind it that is something to read. */
export function recordTime(batches: Batches, offset: number): RecordTime {
	for (let i = 0; i < batches.baseOffsets.length; i++) {
		const last = batches.lastOffsets[i] ?? Number.NaN;
		const attributes = batches.attributes[i] ?? 0;
		if (last < offset || isControl(attributes)) continue;
		const base = batches.baseOffsets[i] ?? Number.NaN;
		const maxMs = batches.maxTimesMs[i] ?? Number.NaN;
		const baseMs = batches.baseTimesMs[i] ?? Number.NaN;
		// Minus one: records of producers too old to date them.
		if (maxMs < 0) return noRecordTime;
		if (isAppendTime(attributes)) return { ms: maxMs, isExact: true };
		if (Number.isNaN(baseMs)) return { ms: maxMs, isExact: false };
		if (offset <= base) return { ms: baseMs, isExact: true };
		const share = last > base ? (offset - base) / (last - base) : 0;
		return {
			ms: baseMs + share * (maxMs - baseMs),
			isExact: Math.abs(maxMs - baseMs) <= exactWithinMs,
		};
	}
	return noRecordTime;
}
