// Which cookie carries the session, and how is it set and taken back?

const name = "tidemark-session";
const traits = "Path=/; HttpOnly; SameSite=Strict";

/** Two cookies of our name mean that somebody put one in: then neither is believed. */
export function tokenIn(headers: Headers): string | null {
	const found = (headers.get("cookie") ?? "")
		.split(";")
		.map((pair) => pair.trim())
		.filter((pair) => pair.startsWith(`${name}=`))
		.map((pair) => pair.slice(name.length + 1));
	return found.length === 1 ? (found[0] ?? null) : null;
}

export const cookieWith = (token: string): string =>
	`${name}=${token}; ${traits}`;

export const cookieEnded = `${name}=; ${traits}; Max-Age=0`;
