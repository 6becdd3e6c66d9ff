// Where may somebody go on to after they came in? Nowhere but to a page of this place, whatever the address says.

/** A path that begins with one slash; the rest is read as a browser would, since `/\host` and tabs lead elsewhere. */
export function ownPath(next: string | null, origin: string): string {
	if (next === null || next.length > pathMax || !/^\/(?![/\\])/.test(next))
		return "/";
	const url = URL.parse(next, origin);
	if (url === null || url.origin !== origin) return "/";
	const { pathname } = url;
	if (pathname.startsWith("//") || isNoPage(pathname)) return "/";
	const path = pathname + url.search + url.hash;
	return path.length > pathMax ? "/" : path;
}

/** A board with a long filter is a page too. */
const pathMax = 2_000;

/** The way in would turn for ever, and an answer for programs is no place to arrive. */
const isNoPage = (pathname: string): boolean =>
	pathname === "/enter" || pathname === "/api" || pathname.startsWith("/api/");
