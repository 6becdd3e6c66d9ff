// What did a mail server say? A number and a sentence, as web servers do; and what went wrong before it could say anything.
import type { Answer } from "#lib/core/alert/notice.ts";
import { cleaned, taken } from "../answers.ts";
import { codeOf, failureOfCode } from "../requests/dial.ts";
import type { OutFailure } from "../requests.ts";

type Sent = {
	readonly response: string;
	readonly rejected?: readonly unknown[];
};

/** One who was refused does not keep it from the others; it is told all the same. */
export function mailAnswer(
	{ response, rejected = [] }: Sent,
	secrets: readonly string[],
): Answer {
	const { code, said } = split(response, secrets);
	const refused = rejected.map(String).join(", ");
	return taken(code, refused === "" ? said : `${said} (not to ${refused})`);
}

function split(response: string, secrets: readonly string[]) {
	const [, code = "0", said = ""] =
		/^(\d{3})?[ -]?([\s\S]*)$/.exec(response) ?? [];
	return { code: Number(code), said: cleaned(said, secrets) };
}

const byCode: ReadonlyMap<string, OutFailure> = new Map([
	["ECONNECTION", "closed midway"],
	["ESOCKET", "closed midway"],
	["ETIMEDOUT", "no answer in time"],
	["ETLS", "not trusted"],
	["EPROTOCOL", "not understood"],
	["ENOAUTH", "not understood"],
]);

export function mailFailure(
	error: unknown,
	secrets: readonly string[],
): Answer | { readonly failure: OutFailure; readonly detail: string } | null {
	if (!(error instanceof Error)) return null;
	const code = codeOf(error) ?? "";
	const response = "response" in error ? String(error.response) : "";
	const told = split(response, secrets);
	if (code === "EAUTH")
		return {
			...{ isTaken: false, again: true, afterMs: null },
			...{
				code: "sign-in refused",
				values: { detail: `${told.code} ${told.said}` },
			},
		};
	// A server that has no TLS answers as if it had been asked for something odd.
	if (code === "ETLS" && told.code >= 400)
		return { failure: "not trusted", detail: "STARTTLS" };
	if (told.code >= 400) {
		const again = told.code < 500;
		return {
			...{ isTaken: false, again, afterMs: null },
			...{ code: again ? "busy" : "turned down", values: told },
		};
	}
	// What the connection said is told under another name, and kept beside it.
	const below =
		"originalCode" in error ? failureOfCode(error.originalCode) : null;
	if (below !== null) return below;
	if (code === "") return null;
	return { failure: byCode.get(code) ?? "not understood", detail: code };
}
