// Was there no room to write? Nothing of the transaction was kept, and what is there can still be read.

export class StoreFull extends Error {
	/** The engine's own number for it, for the log. */
	readonly errcode: number;

	constructor(errcode: number) {
		super("the store is full");
		this.name = "StoreFull";
		this.errcode = errcode;
	}
}
