// Is what somebody has still what we would say? Everything the answer depends on, in one short mark.
import { createHash } from "node:crypto";
import type { Person } from "#lib/access/sessions.ts";

/** Weak, because the ages in the answer move while its content stays the same. */
export function etagOf(parts: readonly (string | number | null)[]): string {
	const hash = createHash("sha256").update(JSON.stringify(parts));
	return `W/"${hash.digest("base64url").slice(0, 22)}"`;
}

export function hasAlready(headers: Headers, etag: string): boolean {
	return (headers.get("if-none-match") ?? "")
		.split(",")
		.map((mark) => mark.trim())
		.some((mark) => mark === etag);
}

/** What is there for somebody, and what they may do with it: a role of the same name may have other rights since. */
export const rightsMark = ({ rights }: Pick<Person, "rights">): string =>
	JSON.stringify(rights);
