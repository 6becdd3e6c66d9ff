// What does it mean that nothing was answered, or something else than what was asked for? A trouble in our words, with nothing secret in it.
import { type Trouble, type TroubleCode, trouble } from "#lib/core/trouble.ts";
import { certifiedNames } from "../../certified.ts";
import { networkCodeOf, systemCodeOf } from "../../network-codes.ts";
import type { Answer } from "./exchange.ts";
import { textIn } from "./json.ts";

const detailMax = 300;

/** Null for a bug of ours. */
export function troubleOf(error: unknown, secret: string): Trouble | null {
	if (!(error instanceof Error)) return null;
	const code = codeOf(error);
	if (code === null) return null;
	const text = certifiedNames(error) ?? (error.message || systemCodeOf(error));
	return trouble(code, without(secret, text));
}

function codeOf(error: Error): TroubleCode | null {
	const code = systemCodeOf(error);
	if (code.startsWith("HPE_")) return spokenInstead(error);
	return error.message === "socket hang up"
		? "unreachable"
		: networkCodeOf(code);
}

/** What stands at the beginning of an answer that is no HTTP. */
function spokenInstead(error: Error): TroubleCode {
	const packet: unknown = Reflect.get(error, "rawPacket");
	if (!Buffer.isBuffer(packet)) return "wrong protocol";
	if (packet.subarray(0, 4).toString("latin1") === "AMQP") return "not managed";
	const isAlert = packet[0] === 0x15 && packet[1] === 0x03;
	return isAlert ? "TLS wanted" : "wrong protocol";
}

/** Why it was refused, whoever asks; null where it was done. `signsIn`: whether a user was named. */
export function refusalOf(
	{ code, body }: Pick<Answer, "code" | "body">,
	path: string,
	{ secret, signsIn }: { readonly secret: string; readonly signsIn: boolean },
): Trouble | null {
	if (code >= 200 && code < 300)
		return body === null && code === 200
			? trouble("not managed", "it answers, and not as a management does")
			: null;
	const reason = textIn(body, "reason") ?? textIn(body, "error");
	const detail = without(secret, `${code} ${reason ?? ""}`.trim());
	const part = `GET ${path.split("?", 1)[0]}`;
	if (code === 401 && !signsIn) return trouble("sign-in wanted", detail);
	// Spelt so it does not know whom it speaks to, whatever the reason is called; with an s it does, and does not let them.
	if (code === 401 && textIn(body, "error") === "not_authorized")
		return trouble("sign-in refused", detail);
	if (code === 401 || code === 403)
		return refusedBecause(reason ?? "", detail, part);
	if (reason === null && code < 500)
		return trouble(
			"not managed",
			`it answers ${code}, and not as a management does`,
		);
	if (code === 404) return trouble("question unknown", detail, part);
	return trouble(code >= 500 ? "not ready" : "not understood", detail);
}

function refusedBecause(reason: string, detail: string, part: string): Trouble {
	return /^Not (monitor|administrator|policymaker)/i.test(reason)
		? trouble("right missing", detail, part)
		: trouble("not allowed", detail);
}

const without = (secret: string, text: string): string =>
	(secret === "" ? text : text.replaceAll(secret, "•••")).slice(0, detailMax);
