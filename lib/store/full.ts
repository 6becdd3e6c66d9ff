// Was there no room to write? Nothing of the transaction was kept, and what is there can still be read.
import { Problem } from "#lib/core/problem.ts";

export class StoreFull extends Problem {
	/** The engine's own number for it, for the log. */
	readonly errcode: number;

	constructor(errcode: number) {
		super("refused", "store full");
		this.name = "StoreFull";
		this.errcode = errcode;
	}
}
