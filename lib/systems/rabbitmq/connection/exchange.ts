// How is one question asked over HTTP, and its answer waited for no longer than there is time, and read no further than there is room?
import { type Agent, request as askPlain } from "node:http";
import { request as askEncrypted } from "node:https";
import { trouble } from "#lib/core/trouble.ts";
import { TroubleError } from "../../trouble-error.ts";
import type { Door } from "./places.ts";

export type Question = {
	readonly method: "GET" | "PUT" | "POST" | "DELETE";
	/** With what is asked behind it, as it is sent. */
	readonly path: string;
	/** Sent as JSON; left out where nothing is sent. */
	readonly body?: unknown;
	readonly headers?: Readonly<Record<string, string>>;
};

export type Answer = {
	/** As HTTP tells it. */
	readonly code: number;
	/** What the JSON says; null where there is none. */
	readonly body: unknown;
	/** Its clock, in whole seconds; null where it does not tell. */
	readonly dateMs: number | null;
};

const bytesMax = 64 * 1024 * 1024;

export function exchange(
	{ host, port, tls }: Door,
	{ method, path, body, headers }: Question,
	{ agent, authorization, withinMs }: Exchanging,
): Promise<Answer> {
	const { promise, resolve, reject } = Promise.withResolvers<Answer>();
	const sent = body === undefined ? null : JSON.stringify(body);
	const ask = tls === null ? askPlain : askEncrypted;
	const asked = ask({
		...{ host, port, method, path, agent },
		...(tls ?? {}),
		headers: {
			...{ accept: "application/json", "user-agent": "tidemark" },
			...(sent !== null && {
				"content-type": "application/json",
				"content-length": Buffer.byteLength(sent),
			}),
			...(authorization !== null && { authorization }),
			...headers,
		},
	});
	const detail = `no answer within ${withinMs} ms`;
	const timer = setTimeout(
		() => asked.destroy(new TroubleError(trouble("no answer", detail))),
		withinMs,
	);
	asked.on("error", reject);
	asked.on("response", (response) => {
		const parts: Buffer[] = [];
		let bytes = 0;
		response.on("data", (part: Buffer) => {
			bytes += part.length;
			if (bytes <= bytesMax) parts.push(part);
			else asked.destroy(tooMuch());
		});
		response.on("error", reject);
		response.on("end", () => {
			const text = Buffer.concat(parts).toString("utf8");
			const dateMs = Date.parse(response.headers.date ?? "");
			resolve({
				...{ code: response.statusCode ?? 0, body: bodyOf(text) },
				dateMs: Number.isNaN(dateMs) ? null : dateMs,
			});
		});
	});
	asked.end(sent ?? undefined);
	return promise.finally(() => clearTimeout(timer));
}

export type Exchanging = {
	readonly agent: Agent;
	readonly authorization: string | null;
	readonly withinMs: number;
};

const tooMuch = () =>
	new TroubleError(trouble("too much", `an answer beyond ${bytesMax} bytes`));

function bodyOf(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return null;
	}
}
