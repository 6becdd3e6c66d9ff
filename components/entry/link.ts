// What does an entry link carry, and where may it lead afterwards? Nowhere but to a page of this place.

export function keyIn(hash: string): string | null {
	const key = new URLSearchParams(hash.replace(/^#/, "")).get("key");
	return key === null || key === "" ? null : key;
}

/** A path that begins with one slash; the rest is read as a browser would, since `/\host` and tabs lead elsewhere. */
export function placeAfter(search: string, origin: string): string {
	const next = new URLSearchParams(search).get("next") ?? "/";
	if (!/^\/(?![/\\])/.test(next)) return "/";
	const url = URL.parse(next, origin);
	if (url === null || url.origin !== origin) return "/";
	if (url.pathname === "/enter" || url.pathname.startsWith("//")) return "/";
	return url.pathname + url.search + url.hash;
}
