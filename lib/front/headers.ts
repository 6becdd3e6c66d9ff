// Which headers go on to the web? None that only this side may say, whoever sent them.
import type { IncomingMessage } from "node:http";

/** What the framework says to itself, and what our own pages are told by us. */
const inside =
	/^(?:x-middleware-|x-nextjs-|x-invoke-|x-matched-|x-prerender-|x-vercel-|x-now-|x-next-|x-action-|next-resume|next-action|x-tidemark-|x-nonce$|content-security-policy|x-original-|x-rewrite-)/;

/** What is said of others: whoever may say it was heard before. */
const ofOthers =
	/^(?:x-forwarded-|forwarded$|x-real-ip$|x-client-ip$|x-cluster-client-ip$|true-client-ip$|cf-connecting-ip$|client-ip$)/;

/** `proxied` are the headers by which a proxy names people. */
export function keepOnly(
	request: IncomingMessage,
	isProxy: boolean,
	proxied: readonly string[],
): void {
	const isKept = (name: string): boolean => {
		if (inside.test(name)) return false;
		if (proxied.includes(name)) return isProxy;
		return !ofOthers.test(name);
	};
	const { headers, rawHeaders } = request;
	for (const name of Object.keys(headers))
		if (!isKept(name)) delete headers[name];
	request.rawHeaders = rawHeaders.filter((_, index) =>
		isKept((rawHeaders[index - (index % 2)] ?? "").toLowerCase()),
	);
}
