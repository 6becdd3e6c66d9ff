// How do numbers become few bytes? Small ones take one, and what is unknown takes one as well.

const unknown = 64;

/** Whole numbers of any size a double holds. Minus zero, which counts nothing, stands for what is unknown. */
export class ByteWriter {
	#bytes = new Uint8Array(256);
	#size = 0;

	get size(): number {
		return this.#size;
	}

	whole(n: number): void {
		let rest = n;
		while (rest >= 128) {
			this.#push((rest % 128) | 128);
			rest = Math.floor(rest / 128);
		}
		this.#push(rest);
	}

	/** NaN is what is unknown. */
	value(value: number): void {
		if (Number.isNaN(value)) {
			this.#push(unknown);
			return;
		}
		const size = Math.abs(value);
		const first = (size % 64) | (value < 0 ? 64 : 0);
		this.#push(size < 64 ? first : first | 128);
		if (size >= 64) this.whole(Math.floor(size / 64));
	}

	#push(byte: number): void {
		if (this.#size === this.#bytes.length) {
			const wider = new Uint8Array(2 * this.#size);
			wider.set(this.#bytes);
			this.#bytes = wider;
		}
		this.#bytes[this.#size++] = byte;
	}

	/** What was written so far; the writer begins anew. */
	take(): Uint8Array {
		const taken = this.#bytes.slice(0, this.#size);
		this.#size = 0;
		return taken;
	}
}

export class ByteReader {
	readonly #bytes: Uint8Array;
	#at = 0;

	constructor(bytes: Uint8Array) {
		this.#bytes = bytes;
	}

	get isDone(): boolean {
		return this.#at >= this.#bytes.length;
	}

	whole(): number {
		let n = 0;
		let unit = 1;
		for (;;) {
			const byte = this.#next();
			n += (byte & 127) * unit;
			if (byte < 128) return n;
			unit *= 128;
		}
	}

	value(): number {
		const first = this.#next();
		if (first === unknown) return Number.NaN;
		const low = first & 63;
		const size = first < 128 ? low : low + 64 * this.whole();
		return (first & 64) === 0 ? size : -size;
	}

	skipValue(): void {
		if (this.#next() < 128) return;
		while (this.#next() >= 128);
	}

	#next(): number {
		const byte = this.#bytes[this.#at++];
		if (byte === undefined) throw new RangeError("history ends too early");
		return byte;
	}
}
