// Where does a request come from? Only our own pages may change anything, and only under a name we know ourselves by.
import { Problem } from "#lib/core/problem.ts";
import type { Peer } from "./peer.ts";

/** A foreign name that resolves to this machine is a page that turned its own name onto us. */
export function refuseForeignHost({ origin }: Pick<Peer, "origin">): void {
	if (origin === null) throw new Problem("forbidden", "foreign host");
}

/** For changes. */
export function refuseForeignChange(
	headers: Headers,
	verb: string,
	{ origin: ours }: Pick<Peer, "origin">,
): void {
	const origin = headers.get("origin");
	const site = headers.get("sec-fetch-site");
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
