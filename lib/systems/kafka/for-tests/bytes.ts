// What do a broker's bytes look like? For tests: built by hand, so that they do not repeat a decoder's mistakes.

export const int16 = (n: number): Buffer => {
	const bytes = Buffer.alloc(2);
	bytes.writeInt16BE(n);
	return bytes;
};

export const int32 = (n: number): Buffer => {
	const bytes = Buffer.alloc(4);
	bytes.writeInt32BE(n);
	return bytes;
};

export const int64 = (n: bigint): Buffer => {
	const bytes = Buffer.alloc(8);
	bytes.writeBigInt64BE(n);
	return bytes;
};

export const unsigned = (n: number): Buffer =>
	n < 0x80
		? Buffer.of(n)
		: Buffer.concat([Buffer.of((n & 0x7f) | 0x80), unsigned(n >> 7)]);

export const compact = (text: string | null): Buffer => {
	if (text === null) return unsigned(0);
	const bytes = Buffer.from(text);
	return Buffer.concat([unsigned(bytes.length + 1), bytes]);
};

export const list = (...entries: readonly Buffer[]): Buffer =>
	Buffer.concat([unsigned(entries.length + 1), ...entries]);

export const noTags = Buffer.of(0);
/** One field from a later version: number 0, three bytes. */
export const oneTag = Buffer.of(1, 0, 3, 7, 7, 7);

export const all = (...parts: readonly Buffer[]): Buffer =>
	Buffer.concat(parts);
