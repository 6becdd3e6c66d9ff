// How does a benchmark come in? By the entry link, as everybody does.
import type { Product } from "../e2e/product.ts";

export type Ask = <T>(verb: string, path: string, body?: object) => Promise<T>;

export async function signIn({ origin, entryLink }: Product): Promise<Ask> {
	const headers: Record<string, string> = {
		origin,
		"x-tidemark": "1",
		"content-type": "application/json",
	};
	const key = entryLink.slice(entryLink.indexOf("key=") + 4);
	const entered = await fetch(`${origin}/api/session`, {
		method: "POST",
		headers,
		body: JSON.stringify({ by: "entry", key }),
	});
	headers.cookie =
		(entered.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
	return async (verb, path, body) => {
		const reply = await fetch(`${origin}${path}`, {
			method: verb,
			headers,
			...(body && { body: JSON.stringify(body) }),
		});
		if (!reply.ok)
			throw new Error(`${verb} ${path}: ${reply.status} ${await reply.text()}`);
		return reply.json();
	};
}
