// How is an answer sent, a good one or a bad one? The one place where problems become HTTP.
import { randomBytes } from "node:crypto";
import { Problem, type ProblemCode, problemCodes } from "#lib/core/problem.ts";
import type { ProblemReply } from "#lib/wire/problem.ts";

const httpOf: Readonly<Record<ProblemCode, number>> = {
	invalid: 400,
	unauthenticated: 401,
	forbidden: 403,
	"not found": 404,
	stale: 409,
	refused: 409,
	"too large": 413,
	"too many": 429,
	unreachable: 503,
};

const always = {
	"cache-control": "private, no-store",
	"x-content-type-options": "nosniff",
	"cross-origin-resource-policy": "same-origin",
};

type ReplyOptions = {
	readonly code?: number;
	readonly headers?: Readonly<Record<string, string>>;
};

export function reply(body: unknown, options: ReplyOptions = {}): Response {
	return Response.json(body, {
		status: options.code ?? 200,
		headers: { ...options.headers, ...always },
	});
}

/** A file: what it is and what it is called stands in its headers. */
export function textReply(
	text: string | ReadableStream<Uint8Array<ArrayBuffer>>,
	headers: Readonly<Record<"content-type", string>> &
		Readonly<Record<string, string>>,
): Response {
	return new Response(text, { headers: { ...headers, ...always } });
}

/** An answer without a body: 204, 304. */
export function bareReply(
	code: number,
	headers: Readonly<Record<string, string>> = {},
): Response {
	return new Response(null, {
		status: code,
		headers: { ...headers, ...always },
	});
}

export function sorry(
	error: unknown,
	door: string,
	write: (line: string) => void = (line) => process.stderr.write(line),
): Response {
	if (isProblem(error)) {
		const body: ProblemReply = { code: error.code, detail: error.detail };
		const { seconds } = error.detail.values;
		const headers =
			error.code === "too many" ? { "retry-after": String(seconds) } : {};
		return reply(body, { code: httpOf[error.code], headers });
	}
	const id = randomBytes(6).toString("hex");
	write(`${JSON.stringify(lineOf(error, door, id))}\n`);
	const body: ProblemReply = {
		code: "bug",
		detail: { key: "bug", values: { id } },
		id,
	};
	return reply(body, { code: 500 });
}

/** The store may have been opened by another route's bundle, which has a class of its own by the same name. */
export const isProblem = (error: unknown): error is Problem =>
	error instanceof Problem ||
	(error instanceof Error &&
		"code" in error &&
		problemCodes.some((code) => code === error.code) &&
		"detail" in error);

function lineOf(error: unknown, door: string, id: string) {
	const text = error instanceof Error ? (error.stack ?? "") : String(error);
	return {
		time: new Date().toISOString(),
		level: "error",
		msg: "bug",
		id,
		door,
		error: withoutSecrets(text),
	};
}

/** Tokens and keys have one shape; a password stands before an @ or after a word that says so. */
export function withoutSecrets(text: string): string {
	return text
		.replace(
			/(?<![A-Za-z0-9_-])(?:tm_)?[A-Za-z0-9_-]{43}(?![A-Za-z0-9_-])/g,
			"…",
		)
		.replace(/:\/\/[^\s/@]*@/g, "://…@")
		.replace(/\b(password|token|secret|key)=[^\s&;]+/gi, "$1=…");
}
