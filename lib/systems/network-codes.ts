// What does the code mean with which the network or an encrypted greeting failed? The same to every client library.
import type { TroubleCode } from "#lib/core/trouble.ts";

const meanings: readonly (readonly [RegExp, TroubleCode])[] = [
	[/^(ENOTFOUND|EAI_AGAIN)$/, "no such host"],
	[/^(CERT_HAS_EXPIRED|CERT_NOT_YET_VALID)/, "certificate expired"],
	[/^ERR_TLS_CERT_ALTNAME_INVALID/, "certificate for others"],
	[/^(DEPTH_ZERO|SELF_SIGNED|CERT_|UNABLE_TO)/, "certificate not trusted"],
	// Numbers of alerts that only a verifier of client certificates sends.
	[/^ERR_SSL_.*ALERT.*(CERTIFICATE|UNKNOWN_CA)/, "client certificate refused"],
	[/^(ERR_TLS|ERR_SSL|EPROTO$)/, "TLS not spoken"],
	[/^E(?!RR_)[A-Z_]+$/, "unreachable"],
];

/** Null for a code that is none of these. */
export const networkCodeOf = (code: string): TroubleCode | null =>
	meanings.find(([pattern]) => pattern.test(code))?.[1] ?? null;

/** A host with several addresses fails with all their errors in one, and its own message is empty. */
export function systemCodeOf(error: Error): string {
	if ("code" in error && typeof error.code === "string") return error.code;
	return error instanceof AggregateError && error.errors[0] instanceof Error
		? systemCodeOf(error.errors[0])
		: "";
}
