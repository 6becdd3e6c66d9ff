// Which browser is this, to whoever signed in there before? A cookie that opens nothing: it only keeps others from using up one's tries.
import type { Peer } from "./peer.ts";

type Over = Pick<Peer, "isHttps">;

const lastsSeconds = 366 * 24 * 3_600;

const nameOver = ({ isHttps }: Over): string =>
	isHttps ? "__Host-tidemark-browser" : "tidemark-browser";

export function browserIn(headers: Headers, over: Over): string | null {
	const start = `${nameOver(over)}=`;
	const found = (headers.get("cookie") ?? "")
		.split(";")
		.map((pair) => pair.trim())
		.filter((pair) => pair.startsWith(start))
		.map((pair) => pair.slice(start.length));
	const [only = ""] = found;
	return found.length === 1 && /^[A-Za-z0-9_-]{43}$/.test(only) ? only : null;
}

export const browserCookie = (browser: string, over: Over): string =>
	`${nameOver(over)}=${browser}; Path=/; HttpOnly; SameSite=Strict; Max-Age=${lastsSeconds}${over.isHttps ? "; Secure" : ""}`;
