// How much may a client send, and how long may it take? Enough for every browser and proxy, and never without end.

export type Limits = { readonly [Name in keyof typeof limits]: number };

export const limits = {
	/** Together with the address that is asked for. */
	headersBytes: 16_384,
	headersCount: 100,
	bodyBytes: 1_048_576,
	handshakeMs: 10_000,
	headersMs: 10_000,
	/** Headers and body. */
	requestMs: 30_000,
	/** Nothing goes either way for so long: somebody does not read what they asked for. */
	silentMs: 60_000,
	/** Longer than proxies keep a connection they do not use, so that they end it and not we. */
	keptMs: 75_000,
	checkMs: 2_000,
	connections: 1_000,
	/** What is being answered has so long to end. */
	endingMs: 3_000,
} as const;
