// Can the store not be used at this moment, or not any more? Nothing of what was wanted was written.
import { Problem } from "#lib/core/problem.ts";

/** Another program held it for longer than anybody waits. */
export class StoreBusy extends Problem {
	constructor() {
		super("unreachable", "store busy");
		this.name = "StoreBusy";
	}
}

/** Pages of it are not what was written there. */
export class StoreDamaged extends Problem {
	/** The engine's own number for it, for the log. */
	readonly errcode: number;

	constructor(errcode: number) {
		super("unreachable", "store damaged");
		this.name = "StoreDamaged";
		this.errcode = errcode;
	}
}
