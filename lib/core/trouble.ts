// Why could a broker, or a part of one, not be read? A fact to show, never an exception.

export const troubleCodes = [
	/** Nothing listens there, no route, or the connection broke. */
	"unreachable",
	/** The name of the host stands for nothing. */
	"no such host",
	/** It accepts, and does not answer within the deadline. */
	"no answer",
	/** The broker refused the user or the password. */
	"sign-in refused",
	/** It does not offer the configured way of signing in. */
	"mechanism refused",
	/** It hangs up on whoever does not sign in, or shows no client certificate. */
	"sign-in missing",
	/** This port asks nobody to sign in. */
	"sign-in unasked",
	/** The server that gives tokens gave none. */
	"no token",
	/** Its certificate is signed by nobody we were told to trust. */
	"certificate not trusted",
	/** Its certificate is for other names. */
	"certificate for others",
	/** Its certificate is no longer, or not yet, valid. */
	"certificate expired",
	/** It does not accept our certificate, or the lack of one. */
	"client certificate refused",
	/** This port speaks TLS, and we do not. */
	"TLS wanted",
	/** We speak TLS, and this port does not. */
	"TLS not spoken",
	/** The cluster sent us to an address that is not on the configured list. */
	"address not listed",
	/** Signed in, and this may not be read. */
	"not allowed",
	/** Something could be seen before, and is hidden from this user now. */
	"partly hidden",
	/** There is more than one broker may take of our memory: what is beyond is not read. */
	"too much",
	/** It answers that it is starting, loading or busy. */
	"not ready",
	/** It speaks another protocol, or another version of it. */
	"wrong protocol",
	/** It answered something we cannot make sense of. */
	"not understood",
] as const;
export type TroubleCode = (typeof troubleCodes)[number];

/**
 * `part` names what is silent inside the broker ("node 2"), or is empty for the whole of it. `detail` quotes the
 * broker or the network in its own words, with every secret already taken out.
 */
export type Trouble = {
	readonly code: TroubleCode;
	readonly part: string;
	readonly detail: string;
};

export function trouble(code: TroubleCode, detail = "", part = ""): Trouble {
	return { code, part, detail };
}
