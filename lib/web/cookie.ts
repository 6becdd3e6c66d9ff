// Which cookie carries the session, and how is it set and taken back?
import type { Peer } from "./peer.ts";

type Over = Pick<Peer, "isHttps">;

/** The prefix is the browser's word that this very host set it over https; where it could, nothing else is believed. */
const nameOver = ({ isHttps }: Over): string =>
	isHttps ? "__Host-tidemark-session" : "tidemark-session";

const traitsOver = ({ isHttps }: Over): string =>
	`Path=/; HttpOnly; SameSite=Strict${isHttps ? "; Secure" : ""}`;

export const tokenIn = (headers: Headers, over: Over): string | null =>
	onlyCookie(headers, nameOver(over));

/** Two cookies of our name mean that somebody put one in: then neither is believed. */
export function onlyCookie(headers: Headers, name: string): string | null {
	const start = `${name}=`;
	const found = (headers.get("cookie") ?? "")
		.split(";")
		.map((pair) => pair.trim())
		.filter((pair) => pair.startsWith(start))
		.map((pair) => pair.slice(start.length));
	return found.length === 1 ? (found[0] ?? null) : null;
}

export const cookieWith = (token: string, over: Over): string =>
	`${nameOver(over)}=${token}; ${traitsOver(over)}`;

export const cookieEnded = (over: Over): string =>
	`${nameOver(over)}=; ${traitsOver(over)}; Max-Age=0`;
