// What does an error of the client or the server mean? A trouble in our words, or null for a bug of ours.

import { type Trouble, type TroubleCode, trouble } from "#lib/core/trouble.ts";
import { certifiedNames } from "../../certified.ts";
import { networkCodeOf, systemCodeOf } from "../../network-codes.ts";

/** The first word of a server's error, as it stands in its documentation. */
const byFirstWord: Readonly<Record<string, TroubleCode>> = {
	NOAUTH: "sign-in wanted",
	WRONGPASS: "sign-in refused",
	NOPERM: "not allowed",
	"-DENIED": "protected",
	DENIED: "protected",
	LOADING: "loading",
	BUSY: "busy",
	MASTERDOWN: "original away",
	CLUSTERDOWN: "cluster down",
	TRYAGAIN: "not ready",
	READONLY: "read only",
	NOREPLICAS: "too few copies",
	OOM: "memory full",
	MISCONF: "not saved",
};

/** What concerns every question alike, and not the one that was refused. */
const whole: ReadonlySet<TroubleCode> = new Set([
	"not ready",
	"sign-in refused",
	"sign-in wanted",
	"sign-in unasked",
	"protected",
	"loading",
	"busy",
	"too many connections",
	"original away",
	"cluster down",
]);

/** The question itself, whatever it is asked about. */
const ofQuestion: ReadonlySet<TroubleCode> = new Set([
	"right missing",
	"question unknown",
]);

const byMessage: readonly (readonly [RegExp, TroubleCode])[] = [
	[/^Command timed out|^Socket timeout/, "no answer"],
	[/^Connection is closed|^Stream isn't writeable/, "unreachable"],
	[/^Reached the max retries|^Command aborted due to/, "unreachable"],
	[/Unknown RESP type|^Protocol error/, "wrong protocol"],
	[/^ERR max number of clients/, "too many connections"],
	[
		/^ERR (AUTH|Client sent AUTH).* without any password|no password is set/,
		"sign-in unasked",
	],
	[/^NOPERM .* run the '/, "right missing"],
	// Of the one slot that was asked for: the others are served.
	[/^CLUSTERDOWN Hash slot not served/, "partly unserved"],
	[/^ERR unknown (sub)?command/i, "question unknown"],
	[/^ERR (DB index is|invalid DB index)/, "no such database"],
	[/^@user_script: ?\d+: -?OOM /, "memory full"],
];

/** An error carries what was sent with it, password or payload: only its message is used, and the secret cut out. */
export function troubleOf(error: unknown, secret: string): Trouble | null {
	if (!(error instanceof Error)) return null;
	const code = codeOf(error);
	if (code === null) return null;
	const text = certifiedNames(error) ?? (error.message || systemCodeOf(error));
	const detail = secret === "" ? text : text.replaceAll(secret, "•••");
	return trouble(
		code,
		detail.replace(" Please report this.", "").slice(0, 300),
		questionIn(code, error.message),
	);
}

/** `'xinfo|groups' command` → `XINFO GROUPS` */
function questionIn(code: TroubleCode, message: string): string {
	if (!ofQuestion.has(code)) return "";
	const [, question = ""] = /['`]([\w|-]+)['`]/.exec(message) ?? [];
	return question.toUpperCase().replace("|", " ");
}

function codeOf(error: Error): TroubleCode | null {
	const ofNetwork = networkCodeOf(systemCodeOf(error));
	if (ofNetwork !== null) return ofNetwork;
	for (const [pattern, code] of byMessage)
		if (pattern.test(error.message)) return code;
	if (error.name !== "ReplyError") return null;
	return byFirstWord[firstWordOf(error)] ?? "not understood";
}

const firstWordOf = (error: Error): string =>
	error.message.split(" ", 1)[0] ?? "";

/** The key holds no stream any more, or another server holds it. */
export function isGone(error: Error): boolean {
	return (
		error.message.startsWith("ERR no such key") ||
		["NOGROUP", "WRONGTYPE", "MOVED", "ASK"].includes(firstWordOf(error))
	);
}

/** Another server of its cluster holds it. */
export const isMoved = (error: Error): boolean =>
	["MOVED", "ASK"].includes(firstWordOf(error));

/** The whole server is meant, not the one key that was asked for. */
export function isWhole(error: Error, found: Trouble): boolean {
	return error.name !== "ReplyError" || whole.has(found.code);
}

export const isOfQuestion = ({ code }: Trouble): boolean =>
	ofQuestion.has(code);

/** This question will not be answered to this user, whatever it is asked about. */
export function isRefused(error: unknown, secret: string): boolean {
	const found = troubleOf(error, secret);
	return found !== null && isOfQuestion(found);
}
