// What was asked of a node so far, and how much was carried? Counted for the benchmarks and the tests of what a tick costs.

/** Its length, key, version, number and our name, before each question. */
const headerBytes = 23;

export class Traffic {
	readonly #asked = new Map<string, number>();
	sentBytes = 0;
	receivedBytes = 0;

	/** How often each kind of question was asked, those at the opening of a connection included. */
	get asked(): ReadonlyMap<string, number> {
		return this.#asked;
	}

	count(name: string, bytes: number): void {
		this.#asked.set(name, (this.#asked.get(name) ?? 0) + 1);
		this.sentBytes += headerBytes + bytes;
	}
}
