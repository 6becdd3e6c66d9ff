// How is something sent out of the house? To addresses that are allowed, without following anybody, within a deadline.

export type Requests = {
	send(request: OutRequest): Promise<OutAnswer>;
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
			readonly failure:
				| "address not allowed"
				| "name unknown"
				| "refused connection"
				| "no answer in time"
				| "closed midway"
				| "not trusted";
			readonly detail: string;
	  };
