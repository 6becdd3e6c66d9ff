// How is something sent out of the house? To addresses that are allowed, without following anybody, within a deadline.
import type { Dial } from "./requests/dial.ts";

export type Requests = {
	send(request: OutRequest): Promise<OutAnswer>;
	/** A connection under the same rules, for what does not speak HTTP. */
	readonly dial: Dial;
	/** Whom such a connection trusts, in PEM; null for what this machine trusts. */
	readonly ca: string | null;
};

export type OutRequest = {
	readonly url: URL;
	readonly method: "POST" | "GET";
	readonly headers: Readonly<Record<string, string>>;
	readonly body: string | null;
	readonly deadlineMs: number;
};

/** Either what was answered, or why nothing was. */
export type OutAnswer =
	| {
			readonly code: number;
			/** The beginning of what was said. */
			readonly said: string;
			readonly retryAfterMs: number | null;
			/** The host a redirect names; null where it is none. */
			readonly elsewhere: string | null;
	  }
	| {
			readonly failure: OutFailure;
			/** A code, or the address that is not allowed. */
			readonly detail: string;
	  };

export type OutFailure =
	| "address not allowed"
	| "name unknown"
	| "refused connection"
	| "no answer in time"
	| "closed midway"
	| "not trusted"
	| "not understood";
