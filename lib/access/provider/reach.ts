// How is the provider spoken to? Within a time and a size, with its certificate checked, and following nobody elsewhere.
import { request as plainly } from "node:http";
import { request as securely } from "node:https";
import { isLoopback } from "#lib/core/people/issuer.ts";

/** What a request looks like to the library that makes it. */
export type Reach = (
	address: string,
	options: {
		readonly method: string;
		readonly headers: Readonly<Record<string, string>>;
		readonly body?: unknown;
	},
) => Promise<Response>;

/** In words of ours: a library's own may name whole addresses. */
export class NotReached extends Error {
	readonly why: "away" | "late" | "too large" | "not secure" | "not trusted";
	constructor(why: NotReached["why"]) {
		super(`the provider was not reached: ${why}`);
		this.why = why;
	}
}

const bounds = { deadlineMs: 5_000, mostBytes: 262_144 };

/** In clear only to this machine, and only where the issuer itself is there. */
export function reachOf(
	issuer: string,
	{ deadlineMs, mostBytes }: typeof bounds = bounds,
): Reach {
	const mayBePlain = isLoopback(new URL(issuer));
	return (address, { method, headers, body }) => {
		const url = new URL(address);
		const isPlain = url.protocol === "http:";
		if (isPlain ? !mayBePlain || !isLoopback(url) : url.protocol !== "https:")
			return Promise.reject(new NotReached("not secure"));
		return new Promise((done, fail) => {
			const sent = body === undefined || body === null ? "" : String(body);
			const signal = AbortSignal.timeout(deadlineMs);
			const request = (isPlain ? plainly : securely)(url, {
				...{ method, signal, agent: false, rejectUnauthorized: true },
				headers: { ...headers, "content-length": Buffer.byteLength(sent) },
			});
			const ended = (error: Error) =>
				fail(new NotReached(signal.aborted ? "late" : whyOf(error)));
			request.on("error", ended);
			request.on("response", (answer) => {
				const chunks: Buffer[] = [];
				let bytes = 0;
				answer.on("data", (chunk: Buffer) => {
					bytes += chunk.length;
					chunks.push(chunk);
					if (bytes <= mostBytes) return;
					fail(new NotReached("too large"));
					request.destroy();
				});
				answer.on("error", ended);
				answer.on("end", () => {
					const { statusCode: code = 500 } = answer;
					const type = answer.headers["content-type"] ?? "";
					const isBare = [204, 205, 304].includes(code);
					done(
						new Response(isBare ? null : Buffer.concat(chunks), {
							status: code,
							headers: { "content-type": type },
						}),
					);
				});
			});
			request.end(sent);
		});
	};
}

const ofCertificate =
	/^(?:CERT_|UNABLE_TO|SELF_SIGNED|DEPTH_ZERO|INVALID_CA|HOSTNAME|ERR_TLS_CERT)/;

const whyOf = (error: Error): NotReached["why"] =>
	"code" in error &&
	typeof error.code === "string" &&
	ofCertificate.test(error.code)
		? "not trusted"
		: "away";
