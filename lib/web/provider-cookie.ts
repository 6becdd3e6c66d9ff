// What does a browser hold while somebody is with the provider, and why did they not come in? Lax, since they come back from elsewhere.
import type { Purpose } from "#lib/access/provider/sealed.ts";
import { onlyCookie } from "./cookie.ts";
import type { Peer } from "./peer.ts";

type Over = Pick<Peer, "isHttps">;

const nameOver = (purpose: Purpose, { isHttps }: Over): string =>
	`${isHttps ? "__Host-" : ""}tidemark-${purpose}`;

const traitsOver = ({ isHttps }: Over): string =>
	`Path=/; HttpOnly; SameSite=Lax${isHttps ? "; Secure" : ""}`;

const lastsSeconds: Readonly<Record<Purpose, number>> = {
	"sign-in": 600,
	trouble: 120,
};

export const signInCookieIn = (
	headers: Headers,
	purpose: Purpose,
	over: Over,
): string | null => onlyCookie(headers, nameOver(purpose, over));

export const signInCookie = (
	purpose: Purpose,
	sealed: string,
	over: Over,
): string =>
	`${nameOver(purpose, over)}=${sealed}; ${traitsOver(over)}; Max-Age=${lastsSeconds[purpose]}`;

export const signInCookieEnded = (purpose: Purpose, over: Over): string =>
	`${nameOver(purpose, over)}=; ${traitsOver(over)}; Max-Age=0`;
