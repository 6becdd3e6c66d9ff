// How does an adapter say that its broker could not be read? By throwing a trouble, with nothing secret in it.
import type { Trouble } from "#lib/core/trouble.ts";

export class TroubleError extends Error {
	readonly trouble: Trouble;

	constructor(trouble: Trouble) {
		super(`${trouble.code}: ${trouble.detail}`);
		this.name = "TroubleError";
		this.trouble = trouble;
	}
}
