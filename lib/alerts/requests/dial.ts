// How does a connection come about that goes nowhere it may not? Every address a name leads to is judged, and one of those judged is connected to.
import { lookup as lookUp } from "node:dns/promises";
import { connect, isIP, type LookupFunction, type Socket } from "node:net";
import { connect as secure } from "node:tls";
import type { OutFailure } from "../requests.ts";
import type { Allowed } from "./allowed.ts";

export type Resolve = (
	host: string,
) => Promise<readonly { readonly address: string; readonly family: number }[]>;

/** As every program of this machine finds it. */
export const resolveHere: Resolve = (host) =>
	lookUp(host, { all: true, verbatim: true });

/** Why there is no connection: in words of ours, since a library's own may name whole addresses. */
export class NotReached extends Error {
	readonly why: OutFailure;
	readonly detail: string;
	constructor(why: OutFailure, detail = "") {
		super(why);
		this.why = why;
		this.detail = detail;
	}
}

export type Dial = (
	to: { readonly host: string; readonly port: number },
	signal: AbortSignal,
) => Promise<Socket>;

const nextAddressMs = 1_000;

export function dialWith(allowed: Allowed, resolve: Resolve): Dial {
	const judged: LookupFunction = (host, _options, done) => {
		resolve(host).then(
			(found) => {
				const refused = found.find((one) => !allowed(host, one.address));
				if (refused)
					done(new NotReached("address not allowed", refused.address), []);
				else if (found.length === 0) done(new NotReached("name unknown"), []);
				else done(null, [...found]);
			},
			(error) => done(error, []),
		);
	};
	return (to, signal) =>
		new Promise((done, fail) => {
			const host = to.host.replace(/^\[(.*)\]$/, "$1");
			if (isIP(host) !== 0 && !allowed(host, host)) {
				fail(new NotReached("address not allowed", host));
				return;
			}
			const socket = connect({
				...{ host, port: to.port, lookup: judged, autoSelectFamily: true },
				autoSelectFamilyAttemptTimeout: nextAddressMs,
			});
			const end = () => socket.destroy(new NotReached("no answer in time"));
			signal.addEventListener("abort", end, { once: true });
			socket.once("close", () => signal.removeEventListener("abort", end));
			// For as long as it lives: an error nobody listens to would end the process.
			socket.on("error", fail);
			socket.once("connect", () => {
				const peer = socket.remoteAddress ?? "";
				if (!allowed(host, peer))
					socket.destroy(new NotReached("address not allowed", peer));
				else done(socket);
			});
			if (signal.aborted) end();
		});
}

/** The certificate is checked for the host that was meant. */
export function secured(
	socket: Socket,
	host: string,
	ca: string | null,
): Promise<Socket> {
	const name = host.replace(/^\[(.*)\]$/, "$1");
	return new Promise((done, fail) => {
		const over = secure({
			...{ socket, host: name, ALPNProtocols: ["http/1.1"] },
			...(isIP(name) === 0 ? { servername: name } : {}),
			...(ca === null ? {} : { ca }),
		});
		over.on("error", fail);
		over.once("secureConnect", () => done(over));
		// Where only the connection below ends, nobody else says so.
		socket.once("error", fail);
		socket.once("close", () => fail(new NotReached("closed midway")));
	});
}

const failures: Readonly<Record<string, OutFailure>> = {
	...{ ENOTFOUND: "name unknown", EAI_AGAIN: "name unknown" },
	...{ EAI_FAIL: "name unknown", ENODATA: "name unknown" },
	...{ ESERVFAIL: "name unknown", ETIMEOUT: "name unknown" },
	...{ ECONNREFUSED: "refused connection", EHOSTUNREACH: "refused connection" },
	...{ ENETUNREACH: "refused connection", EADDRNOTAVAIL: "refused connection" },
	...{ EACCES: "refused connection", EPERM: "refused connection" },
	...{ ETIMEDOUT: "no answer in time" },
	...{ ECONNRESET: "closed midway", EPIPE: "closed midway" },
};

const byCode: ReadonlyMap<string, OutFailure> = new Map(
	Object.entries(failures),
);

const ofCertificate =
	/^(?:CERT_|UNABLE_TO|SELF_SIGNED|DEPTH_ZERO|INVALID_CA|HOSTNAME|ERR_TLS_CERT)/;

/** What kept something from arriving; null for a mistake of our own. */
export function failureOf(
	error: unknown,
): { readonly failure: OutFailure; readonly detail: string } | null {
	if (error instanceof NotReached)
		return { failure: error.why, detail: error.detail };
	return failureOfCode(codeOf(error));
}

/** As Node calls what went wrong with a connection. */
export function failureOfCode(
	code: unknown,
): { readonly failure: OutFailure; readonly detail: string } | null {
	if (typeof code !== "string") return null;
	const known = byCode.get(code);
	if (known !== undefined) return { failure: known, detail: code };
	if (ofCertificate.test(code)) return { failure: "not trusted", detail: code };
	return /^(?:HPE_|ERR_SSL_|EPROTO)/.test(code)
		? { failure: "not understood", detail: code }
		: null;
}

export function codeOf(error: unknown): string | null {
	const has = error instanceof Error && "code" in error ? error.code : null;
	return typeof has === "string" ? has : null;
}
