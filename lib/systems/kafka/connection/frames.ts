// Is an answer larger than we would ever keep? Told by its first four bytes, before any of it is kept.
import { type Trouble, trouble } from "#lib/core/trouble.ts";

/** The largest we could want is the metadata of a million partitions. A connection carries one answer at a time, so this bounds the memory of each. */
export const answerMaxBytes = 64 * 2 ** 20;

const sizeBytes = 4;

/** Follows the answers of one connection through whatever pieces they arrive in. */
export class Frames {
	#announced = 0;
	#read = 0;
	#left = 0;

	/** The size of an answer that is too large; null while there is none. A negative size is too large as well. */
	excessIn(piece: Buffer): number | null {
		for (let at = 0; at < piece.length; ) {
			const passed = Math.min(this.#left, piece.length - at);
			this.#left -= passed;
			at += passed;
			if (at === piece.length) break;
			this.#announced = this.#announced * 256 + piece.readUInt8(at++);
			if (++this.#read < sizeBytes) continue;
			if (this.#announced > answerMaxBytes) return this.#announced;
			this.#left = this.#announced;
			this.#announced = 0;
			this.#read = 0;
		}
		return null;
	}
}

export const excessive = (bytes: number, isFirst: boolean): Trouble =>
	trouble(
		// Another protocol's first word reads as a size beyond all sense.
		isFirst ? "wrong protocol" : "not understood",
		`an answer of ${bytes} bytes was announced, and at most ${answerMaxBytes} are read`,
	);
