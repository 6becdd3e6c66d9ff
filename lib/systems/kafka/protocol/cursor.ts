// How are an answer's bytes read in order, fast, from one contiguous buffer?

/** The flexible encoding: compact strings and arrays, tagged fields at each end. Reading past the end throws. */
export class Cursor {
	readonly bytes: Buffer;
	at = 0;

	constructor(bytes: Buffer) {
		this.bytes = bytes;
	}

	int8(): number {
		return this.bytes.readInt8(this.at++);
	}

	int16(): number {
		const value = this.bytes.readInt16BE(this.at);
		this.at += 2;
		return value;
	}

	int32(): number {
		const value = this.bytes.readInt32BE(this.at);
		this.at += 4;
		return value;
	}

	/** Exact to 2^53; what lies beyond cannot be known here and is NaN. */
	int64(): number {
		const value =
			this.bytes.readInt32BE(this.at) * 0x1_0000_0000 +
			this.bytes.readUInt32BE(this.at + 4);
		this.at += 8;
		return Number.isSafeInteger(value) ? value : Number.NaN;
	}

	unsigned(): number {
		let value = 0;
		for (let shift = 0; shift < 35; shift += 7) {
			const byte = this.bytes.readUInt8(this.at++);
			value += (byte & 0x7f) * 2 ** shift;
			if (byte < 0x80) return value;
		}
		throw new RangeError("a number without an end");
	}

	/** Null and the empty string read the same here: nothing we ask for tells them apart. */
	string(): string {
		const length = this.unsigned() - 1;
		if (length <= 0) return "";
		const from = this.at;
		this.skip(length);
		return this.bytes.toString("utf8", from, this.at);
	}

	/** How many entries follow; a null array has none. */
	count(): number {
		const count = Math.max(0, this.unsigned() - 1);
		// An entry takes a byte at least: a count that cannot be true must not reserve memory.
		if (count > this.bytes.length - this.at)
			throw new RangeError("more entries than bytes");
		return count;
	}

	skip(length: number): void {
		this.at += length;
		if (this.at > this.bytes.length) throw new RangeError("the answer is cut");
	}

	skipBytes(): void {
		this.skip(Math.max(0, this.unsigned() - 1));
	}

	skipTags(): void {
		for (let tags = this.unsigned(); tags > 0; tags--) {
			this.unsigned();
			this.skip(this.unsigned());
		}
	}
}
