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
	/** It answers nobody who has not signed in, and no sign-in is configured. */
	"sign-in wanted",
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
	/** The cluster sent us to an address that the settings do not list. */
	"address not listed",
	/** Signed in, and this may not be read. */
	"not allowed",
	/** One question, named as the part, may not be asked by this user. */
	"right missing",
	/** One question, named as the part, is not known there, or was taken away. */
	"question unknown",
	/** It has no database of the number that is configured. */
	"no such database",
	/** It has no virtual host of the configured name. */
	"no such virtual host",
	/** What answers there is not its management: that is not turned on, or listens elsewhere. */
	"not managed",
	/** It has no password, and lets in nobody from another machine. */
	"protected",
	/** Something could be seen before, and is hidden from this user now. */
	"partly hidden",
	/** It contradicts what it said a moment ago: nothing of it is believed before several answers agree. */
	"not agreed",
	/** There is more than one broker may take of our memory: what is beyond is not read. */
	"too much",
	/** It answers that it is starting, loading or busy. */
	"not ready",
	/** It reads its data from its disk after a start. */
	"loading",
	/** Something runs in it that lets nobody else in. */
	"busy",
	/** It takes no more connections. */
	"too many connections",
	/** It has nearly as many connections as it takes. */
	"connections short",
	/** A copy whose original is away, and which therefore answers nothing. */
	"original away",
	/** A copy of another server: what only the original knows is not known. */
	"copy",
	/** A copy that hears nothing from its original: what it shows is old. */
	"copy cut off",
	/** It belongs to a cluster, and only its own part is read. */
	"one node only",
	/** Several hosts are configured as one cluster, and it belongs to none. */
	"no cluster",
	/** Nobody has some parts of the cluster now. */
	"partly unserved",
	/** A copy answers where the original should: one takes over from the other. */
	"failing over",
	/** Those who watch over it know nothing by the configured name. */
	"no such set",
	/** Nobody who watches over it answers: it is read where it was last. */
	"watchers silent",
	/** The cluster it belongs to does not work as a whole. */
	"cluster down",
	/** It refuses changes: it is a copy. */
	"read only",
	/** It refuses changes: too few copies are connected to it. */
	"too few copies",
	/** It refuses what needs memory: its limit is reached. */
	"memory full",
	/** Its memory is nearly full, and it then removes whole channels. */
	"memory short",
	/** It removes whole channels at this moment, since its memory is full. */
	"evicting",
	/** It refuses what needs room on its disk: too little is left. */
	"disk full",
	/** Parts of the cluster lost each other and go on apart: what they have is no longer the same. */
	"cut apart",
	/** It cannot save, and may refuse changes for that. */
	"not saved",
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
