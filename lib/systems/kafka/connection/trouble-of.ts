// Why could a node not be read? The library wraps every cause in the same error; what matters lies innermost.
import {
	AuthenticationError,
	ProtocolError,
	protocolErrorsCodesById,
	TimeoutError,
	UserError,
} from "@platformatic/kafka";
import { type Trouble, type TroubleCode, trouble } from "#lib/core/trouble.ts";
import { certifiedNames } from "#lib/systems/certified.ts";
import { networkCodeOf } from "#lib/systems/network-codes.ts";
import { TroubleError } from "#lib/systems/trouble-error.ts";

/** Our own clock ran out: the library's starts only when a request leaves its queue. */
export class Silence extends Error {}

/** The connection was closed before it answered anything that needs a login. */
export class ClosedAtOnce extends Error {}

/** Its connection ended under the request: "Connection closed", also "… while waiting for ready." */
export const isDying = (error: unknown): boolean =>
	error instanceof Error && error.message.startsWith("Connection closed");

export function troubleOf(error: unknown, part = ""): Trouble {
	const chain = causesOf(error);
	const innermost = chain.at(-1);
	for (const cause of chain) {
		if (cause instanceof TroubleError) return { ...cause.trouble, part };
		if (cause instanceof Silence) return trouble("no answer", "", part);
	}
	const code = codeOf(innermost);
	const detail =
		(innermost && certifiedNames(innermost)) || innermost?.message || code;
	if (code === "PLT_KFK_UNEXPECTED_CORRELATION_ID")
		return trouble("wrong protocol", detail, part);
	const named = networkCodeOf(code);
	if (named !== null && named !== "unreachable")
		return trouble(named, detail, part);
	if (chain.some((cause) => cause instanceof ClosedAtOnce))
		return trouble("sign-in missing", "closed at the first request", part);
	if (chain.some((cause) => cause instanceof AuthenticationError))
		return signInTrouble(chain, part);
	const said = chain.find((cause) => cause instanceof UserError);
	if (said?.message.startsWith("Broker requires TLS"))
		return trouble("TLS wanted", said.message, part);
	if (said) return trouble("TLS not spoken", said.message, part);
	if (innermost instanceof TimeoutError) return trouble("no answer", "", part);
	if (innermost instanceof ProtocolError)
		return troubleOfCode(Number(innermost.apiCode), part);
	if (innermost instanceof RangeError || innermost instanceof TypeError)
		return trouble("not understood", detail, part);
	return trouble("unreachable", detail, part);
}

/** The broker's own sentence is left out: it may name the user. */
function signInTrouble(chain: readonly Error[], part: string): Trouble {
	const refusal = chain.find((cause) => cause instanceof ProtocolError);
	const code = Number(refusal?.apiCode ?? Number.NaN);
	if (code === 33)
		return trouble("mechanism refused", mechanismDetail(chain), part);
	if (code === 34) return trouble("sign-in unasked", nameOf(code), part);
	const innermost = chain.at(-1);
	if (innermost?.message.startsWith("Connection closed"))
		return trouble("TLS wanted", "closed at the sign-in", part);
	if (innermost instanceof TimeoutError) return trouble("no answer", "", part);
	const said = Number.isNaN(code) ? (innermost?.message ?? "") : nameOf(code);
	return trouble("sign-in refused", said, part);
}

function mechanismDetail(chain: readonly Error[]): string {
	for (const cause of chain) {
		const response: unknown = Reflect.get(cause, "response");
		if (typeof response !== "object" || response === null) continue;
		const mechanisms: unknown = Reflect.get(response, "mechanisms");
		if (Array.isArray(mechanisms)) return `offered: ${mechanisms.join(", ")}`;
	}
	return nameOf(33);
}

/** What an error code in an answer means for what was asked about. */
export function troubleOfCode(code: number, part = ""): Trouble {
	return trouble(meanings.get(code) ?? "not understood", nameOf(code), part);
}

const meanings: ReadonlyMap<number, TroubleCode> = new Map([
	[5, "not ready"],
	[6, "not ready"],
	[7, "not ready"],
	[8, "not ready"],
	[9, "not ready"],
	[13, "not ready"],
	[14, "not ready"],
	[15, "not ready"],
	[16, "not ready"],
	[29, "not allowed"],
	[30, "not allowed"],
	[31, "not allowed"],
	[74, "not ready"],
	[75, "not ready"],
	// A leader that was just elected does not know yet how far its log is safe.
	[78, "not ready"],
]);

function nameOf(code: number): string {
	if (Number.isNaN(code)) return "";
	const names: Readonly<Record<number, string>> = protocolErrorsCodesById;
	return names[code] ?? `error ${code}`;
}

/** From the outermost to the innermost; of several causes side by side the first speaks. */
function causesOf(error: unknown): readonly Error[] {
	const chain: Error[] = [];
	let cause: unknown = error;
	while (cause instanceof Error && chain.length < 10) {
		chain.push(cause);
		const within: unknown =
			cause instanceof AggregateError ? cause.errors[0] : undefined;
		cause = within ?? cause.cause;
	}
	return chain;
}

function codeOf(error: Error | undefined): string {
	const code: unknown = error && Reflect.get(error, "code");
	return typeof code === "string" ? code : "";
}

/** What says most about what to change comes first. */
const byWeight: readonly TroubleCode[] = [
	"no token",
	"sign-in refused",
	"mechanism refused",
	"sign-in unasked",
	"client certificate refused",
	"certificate expired",
	"certificate for others",
	"certificate not trusted",
	"TLS wanted",
	"TLS not spoken",
	"sign-in missing",
	"address not listed",
	"wrong protocol",
	"not allowed",
	"not understood",
	"not ready",
	"no answer",
	"no such host",
	"unreachable",
];

const answered: readonly TroubleCode[] = [
	"not allowed",
	"not ready",
	"not understood",
];

/** Whether a node with this trouble says nothing at all; one that is only not ready for its groups still knows its logs. */
export const isSilent = ({ code }: Trouble): boolean =>
	!answered.includes(code);

/** Of what several nodes failed with, what says most about what to change. */
export function weightiest(troubles: readonly Trouble[]): Trouble {
	const [first = trouble("unreachable"), ...others] = troubles;
	const weight = (one: Trouble) => byWeight.indexOf(one.code);
	return others.reduce(
		(most, one) => (weight(one) < weight(most) ? one : most),
		first,
	);
}
