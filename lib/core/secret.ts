// What must never be seen? A value that prints as dots wherever it is printed, and is asked for by name.

export class Secret {
	readonly #value: string;
	constructor(value: string) {
		this.#value = value;
	}
	reveal(): string {
		return this.#value;
	}
	toString(): string {
		return "•••";
	}
	toJSON(): string {
		return "•••";
	}
	/** What Node prints of it, also within something else. */
	[Symbol.for("nodejs.util.inspect.custom")](): string {
		return "•••";
	}
}
