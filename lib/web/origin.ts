// Where does a request come from? Only our own pages may change anything, and only under a name we know ourselves by.
import { Problem } from "#lib/core/problem.ts";
import type { Listen } from "./place.ts";

function namesOf({ host, port }: Listen): ReadonlySet<string> {
	const own = host.includes(":") ? `[${host}]` : host;
	const hosts = [own.toLowerCase(), "localhost", "127.0.0.1", "[::1]"];
	const names = hosts.map((name) => `${name}:${port}`);
	return new Set(port === 80 ? [...names, ...hosts] : names);
}

/** A foreign name that resolves to this machine is a page that turned its own name onto us. */
export function refuseForeignHost(headers: Headers, listen: Listen): void {
	const host = headers.get("host")?.toLowerCase() ?? "";
	if (!namesOf(listen).has(host))
		throw new Problem("forbidden", "foreign host");
}

/** For changes. The host must have been checked before: the origin is measured by it. */
export function refuseForeignChange(headers: Headers, verb: string): void {
	const origin = headers.get("origin");
	const site = headers.get("sec-fetch-site");
	const ours = `http://${headers.get("host")?.toLowerCase()}`;
	if (origin === null && site === null)
		throw new Problem("forbidden", "no origin");
	if (origin !== null && origin !== ours)
		throw new Problem("forbidden", "foreign origin");
	if (site !== null && site !== "same-origin")
		throw new Problem("forbidden", "foreign origin");
	if (headers.get("x-tidemark") !== "1")
		throw new Problem("forbidden", "no own header");
	if (!saysJson(headers, verb)) throw new Problem("forbidden", "not json");
}

/** A page of another site can send forms and plain text without asking first, never this. */
function saysJson(headers: Headers, verb: string): boolean {
	const type = headers.get("content-type");
	if (type === null) return verb === "DELETE";
	return /^application\/json(;\s*charset=utf-8)?$/i.test(type.trim());
}
