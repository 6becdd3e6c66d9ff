// How is a request sent so that it reaches only what is allowed, follows nobody and ends in time?
import { request as ask, type IncomingMessage } from "node:http";
import type { Socket } from "node:net";
import type { OutAnswer, OutRequest, Requests } from "../requests.ts";
import type { Allowed } from "./allowed.ts";
import {
	type Dial,
	dialWith,
	failureOf,
	type Resolve,
	resolveHere,
	secured,
} from "./dial.ts";

export type GuardParts = {
	readonly allowed: Allowed;
	readonly resolve?: Resolve;
	/** In PEM; null for what this machine trusts. */
	readonly ca?: string | null;
};

const saidBytes = 2_048;

export function guarded(parts: GuardParts): Requests {
	const dial = dialWith(parts.allowed, parts.resolve ?? resolveHere);
	const ca = parts.ca ?? null;
	return {
		...{ dial, ca },
		async send(request) {
			const ending = new AbortController();
			const timer = setTimeout(() => ending.abort(), request.deadlineMs);
			let socket: Socket | null = null;
			try {
				socket = await reach(request.url, dial, ca, ending.signal);
				return await exchange(request, socket, ending.signal);
			} catch (error) {
				const failure = failureOf(error);
				if (failure !== null) return failure;
				throw error;
			} finally {
				clearTimeout(timer);
				socket?.destroy();
			}
		},
	};
}

async function reach(
	url: URL,
	dial: Dial,
	ca: string | null,
	signal: AbortSignal,
): Promise<Socket> {
	const isSecure = url.protocol === "https:";
	const port = Number(url.port) || (isSecure ? 443 : 80);
	const socket = await dial({ host: url.hostname, port }, signal);
	return isSecure ? secured(socket, url.hostname, ca) : socket;
}

function exchange(
	{ url, method, headers, body }: OutRequest,
	socket: Socket,
	signal: AbortSignal,
): Promise<OutAnswer> {
	return new Promise((done, fail) => {
		const asking = ask({
			...{ method, path: url.pathname + url.search, setHost: false },
			headers: {
				...{ host: url.host, "user-agent": "Tidemark", ...signIn(url) },
				...headers,
			},
			createConnection: () => socket,
		});
		asking.once("error", fail);
		// What connected may end without a word before anything was answered.
		asking.once("close", () => fail(Object.assign(new Error(), closed)));
		asking.once("response", (reply) => {
			const parts: Buffer[] = [];
			let bytes = 0;
			/** The answer is the first line; whoever goes on for ever, or breaks off, has given it all the same. */
			const end = () => done(answerOf(reply, url, Buffer.concat(parts)));
			reply.on("data", (part: Buffer) => {
				parts.push(part);
				bytes += part.length;
				if (bytes >= saidBytes) end();
			});
			reply.once("end", end);
			reply.once("error", end);
			reply.once("close", end);
			signal.addEventListener("abort", end, { once: true });
		});
		asking.end(body ?? undefined);
	});
}

const closed = { code: "ECONNRESET" };

/** A user and a password in the address are shown as browsers do. */
function signIn({ username, password }: URL): Record<string, string> {
	if (username === "" && password === "") return {};
	const text = `${plain(username)}:${plain(password)}`;
	return { authorization: `Basic ${Buffer.from(text).toString("base64")}` };
}

/** Percent signs that make no sense stand for themselves. */
export function plain(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}

function answerOf(reply: IncomingMessage, url: URL, said: Buffer): OutAnswer {
	const { statusCode = 0, headers } = reply;
	const isElsewhere = statusCode >= 300 && statusCode < 400;
	return {
		code: statusCode,
		said: said.subarray(0, saidBytes).toString("utf8"),
		retryAfterMs: retryAfterOf(headers["retry-after"]),
		elsewhere: isElsewhere ? hostOf(headers.location ?? "", url) : null,
	};
}

/** In seconds, or as a date. */
function retryAfterOf(given: string | undefined): number | null {
	if (given === undefined) return null;
	if (/^\d{1,9}$/.test(given.trim())) return Number(given) * 1_000;
	const ms = Date.parse(given) - Date.now();
	return Number.isNaN(ms) ? null : Math.max(0, ms);
}

const hostOf = (location: string, from: URL): string =>
	URL.canParse(location, from.href) ? new URL(location, from.href).host : "";
