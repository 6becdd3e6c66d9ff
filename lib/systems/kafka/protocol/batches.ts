// Which batches lie in these bytes of a log? Only their headers are read: what a batch carries stays closed.

/** Side by side, one entry a batch, in the order of the log. */
export type Batches = {
	readonly baseOffsets: Float64Array;
	readonly lastOffsets: Float64Array;
	/** The time of the first record, −1 where it has none, NaN where the field holds something else. */
	readonly baseTimesMs: Float64Array;
	readonly maxTimesMs: Float64Array;
	readonly attributes: Int16Array;
	/** −1 for a producer without an id. */
	readonly producerIds: Float64Array;
	readonly counts: Int32Array;
};

const headerBytes = 61;
const lengthBytes = 12;
/** Older layouts begin alike but hold no counts; brokers of today write this one. */
const magicWanted = 2;

const appendTimeBit = 0x08;
const transactionalBit = 0x10;
const controlBit = 0x20;
/** Compaction then keeps the time of a deletion where the time of the first record was. */
const horizonBit = 0x40;

/** The broker wrote the time, one for the whole batch. */
export const isAppendTime = (attributes: number): boolean =>
	(attributes & appendTimeBit) !== 0;
export const isTransactional = (attributes: number): boolean =>
	(attributes & transactionalBit) !== 0;
/** Markers of transactions: nothing for a reader. */
export const isControl = (attributes: number): boolean =>
	(attributes & controlBit) !== 0;

/** The last batch is often cut; its header counts when it is whole. */
export function batchesIn(bytes: Buffer): Batches {
	const starts = batchStarts(bytes);
	const count = starts.length;
	const batches: Batches = {
		baseOffsets: new Float64Array(count),
		lastOffsets: new Float64Array(count),
		baseTimesMs: new Float64Array(count),
		maxTimesMs: new Float64Array(count),
		attributes: new Int16Array(count),
		producerIds: new Float64Array(count),
		counts: new Int32Array(count),
	};
	starts.forEach((at, i) => {
		const base = int64(bytes, at);
		const attributes = bytes.readInt16BE(at + 21);
		const isHorizon = (attributes & horizonBit) !== 0;
		batches.baseOffsets[i] = base;
		batches.lastOffsets[i] = base + bytes.readInt32BE(at + 23);
		batches.baseTimesMs[i] = isHorizon ? Number.NaN : int64(bytes, at + 27);
		batches.maxTimesMs[i] = int64(bytes, at + 35);
		batches.attributes[i] = attributes;
		batches.producerIds[i] = int64(bytes, at + 43);
		batches.counts[i] = bytes.readInt32BE(at + 57);
	});
	return batches;
}

function batchStarts(bytes: Buffer): readonly number[] {
	const starts: number[] = [];
	let at = 0;
	while (at + headerBytes <= bytes.length) {
		if (bytes.readInt8(at + 16) !== magicWanted) break;
		const length = bytes.readInt32BE(at + 8);
		if (length < headerBytes - lengthBytes) break;
		starts.push(at);
		at += lengthBytes + length;
	}
	return starts;
}

const int64 = (bytes: Buffer, at: number): number =>
	Number(bytes.readBigInt64BE(at));
