// Is this request worth handing on? What no browser and no proxy of ours sends is answered here, before anything else looks at it.
import type { IncomingMessage } from "node:http";
import { limits } from "./limits.ts";

export type Refusal = { readonly code: number; readonly say: string };

const verbs: ReadonlySet<string> = new Set(["GET", "HEAD", "POST", "DELETE"]);

/** One of each, or somebody reads another one than we do. */
const single = [
	...["host", "origin", "content-type", "content-length", "authorization"],
	...["x-tidemark", "sec-fetch-site", "transfer-encoding", "user-agent"],
];

/** `one` names headers of which there may be one as well. */
export function refusalOf(
	request: IncomingMessage,
	one: readonly string[],
): Refusal | null {
	const { method = "", url = "", headers, rawHeaders } = request;
	if (rawHeaders.length / 2 > limits.headersCount)
		return { code: 431, say: "Too many headers." };
	const names = rawHeaders.flatMap((name, index) =>
		index % 2 === 0 ? [name.toLowerCase()] : [],
	);
	const twice = [...single, ...one].find(
		(name) => names.indexOf(name) !== names.lastIndexOf(name),
	);
	if (twice !== undefined)
		return { code: 400, say: "A header stands there twice." };
	if (!isHost(headers.host ?? ""))
		return { code: 400, say: "No host by any rule." };
	const path = pathOf(url);
	if (path === null)
		return { code: 400, say: "No address as pages here have it." };
	if (!verbs.has(method) || !mayBeAsked(method, path))
		return { code: 405, say: "Not asked for in this way." };
	if (bytesOf(headers["content-length"]) > limits.bodyBytes)
		return { code: 413, say: "Too large." };
	const hasBody =
		headers["transfer-encoding"] !== undefined ||
		bytesOf(headers["content-length"]) > 0;
	return hasBody && (method === "GET" || method === "HEAD")
		? { code: 400, say: "Whoever only asks sends nothing along." }
		: null;
}

/** Pages change nothing, whatever a header calls them to do. */
const mayBeAsked = (method: string, path: string): boolean =>
	method === "GET" || method === "HEAD" || path.startsWith("/api/");

const bytesOf = (length: string | undefined): number =>
	length === undefined ? 0 : Number(length);

/** A name, an address of either kind, and perhaps a port: nothing that a log or a page could take for something else. */
const isHost = (text: string): boolean =>
	text.length <= 260 &&
	/^(?:[a-z0-9_.-]+|\[[0-9a-f:.]+\])(?::\d{1,5})?$/i.test(text);

/**
 * The path, where it is written in the one way there is: it begins with one slash, holds no dots that climb and no sign in disguise.
 * Whoever sent the whole address of something else wants us to fetch it for them.
 */
export function pathOf(url: string): string | null {
	if (!/^\/[\x21-\x7e]*$/.test(url)) return null;
	const path = url.split(/[?#]/, 1)[0] ?? "";
	const isStrange =
		/\/\/|\\|%(?:2f|5c|25|00|2e)/i.test(path) ||
		path.split("/").some((part) => part === "." || part === "..") ||
		/%(?![0-9a-f]{2})/i.test(path);
	return isStrange ? null : path;
}
