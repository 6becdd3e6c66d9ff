// Where do people reach this console? What links in notices begin with.
import { isIPv6 } from "node:net";
import type { Configuration } from "./configuration.ts";

/** The address without a slash at its end, or what to write instead. */
export function parseReached(text: string): { readonly url: string } | string {
	const say =
		"write the address people open in their browser, such as https://tidemark.example.org, without user, password or what follows a question mark";
	const url = URL.parse(text.trim());
	if (!url || !/^https?:$/.test(url.protocol)) return say;
	if (url.username !== "" || url.password !== "") return say;
	if (url.search !== "" || url.hash !== "") return say;
	return { url: url.href.replace(/\/+$/, "") };
}

export const originOf = (
	{ host, port }: Configuration["listen"],
	tls: Configuration["tls"],
): string =>
	`${tls ? "https" : "http"}://${isIPv6(host) ? `[${host}]` : host}:${port}`;
