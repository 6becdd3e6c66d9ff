// Does a program show the token that is configured? Only its hash is known here.
import { createHash, timingSafeEqual } from "node:crypto";

/** A browser brings cookies along wherever it is sent; a token beside one may have been put there by another page. */
export function showsToken(headers: Headers, hash: string | null): boolean {
	if (hash === null || headers.has("cookie")) return false;
	const shown = /^Bearer +(\S{16,202})$/i.exec(
		headers.get("authorization") ?? "",
	)?.[1];
	if (shown === undefined) return false;
	const known = Buffer.from(hash, "hex");
	const its = createHash("sha256").update(shown).digest();
	return known.length === its.length && timingSafeEqual(known, its);
}
