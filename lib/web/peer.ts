// Who is at the other end, under which name did they come, and whose word for it is taken?
import { AsyncLocalStorage } from "node:async_hooks";
import { type InNets, netsOf, parseNet, plainAddress } from "#lib/core/nets.ts";
import type { Listen, Place } from "./place.ts";

/**
 * What the socket knows, and what was said of others before anything filled it in. It travels beside the request and
 * never in a header, so that nothing sent can say it.
 */
export type Seen = {
	readonly address: string | null;
	readonly forwarded: Readonly<Record<"for" | "host" | "proto", string | null>>;
};

type Words = Pick<Headers, "get">;

export const seenIn = (address: string | null, headers: Words): Seen => ({
	address,
	forwarded: {
		for: headers.get("x-forwarded-for"),
		host: headers.get("x-forwarded-host"),
		proto: headers.get("x-forwarded-proto"),
	},
});

const key = Symbol.for("tidemark.seen");
/** Every route is bundled on its own: only what hangs on globalThis is one for the whole process. */
const shared: typeof globalThis & { [key]?: AsyncLocalStorage<Seen> } =
	globalThis;

function seen(): AsyncLocalStorage<Seen> {
	shared[key] ??= new AsyncLocalStorage();
	return shared[key];
}

export const asSeen = <T>(what: Seen, work: () => T): T =>
	seen().run(what, work);

export type Peer = {
	/** Of the socket itself; null where nobody looked at it. */
	readonly address: string | null;
	/** It is one of the proxies whose word about others is taken. */
	readonly isProxy: boolean;
	/** Who asks through it, as far as proxies we know say so; without one, itself. */
	readonly client: string | null;
	/** Scheme and host as they stand in the browser's address bar; null when that is none of ours. */
	readonly origin: string | null;
	readonly isHttps: boolean;
};

export type Reached = Pick<Place, "listen" | "address" | "tls"> & {
	readonly access: Pick<Place["access"], "trustedProxies">;
};

export function peerOf(headers: Words, here: Reached): Peer {
	const { address: told, forwarded } = seen().getStore() ?? nothingSeen;
	const address = told === null ? null : plainAddress(told);
	const trusts = trustsOf(here.access.trustedProxies);
	const isProxy = trusts(address);
	const believed = (what: "host" | "proto") =>
		isProxy ? lastOf(forwarded[what]) : null;
	const host = believed("host") ?? headers.get("host") ?? "";
	const ours = ourOrigins(here).get(host.toLowerCase()) ?? null;
	const scheme = believed("proto");
	const origin =
		scheme !== null && !ours?.startsWith(`${scheme.toLowerCase()}://`)
			? null
			: ours;
	return {
		...{ address, isProxy, origin },
		client: clientOf(address, forwarded.for, trusts),
		isHttps: origin?.startsWith("https://") ?? false,
	};
}

const nothingSeen = seenIn(null, new Headers());

/** The nearest one wrote the last part of it; what stands before may have been sent by anybody. */
const lastOf = (text: string | null): string | null =>
	text?.split(",").at(-1)?.trim() || null;

/** From the nearest to the farthest, for as long as each is named by one whose word is taken. */
function clientOf(
	address: string | null,
	forwarded: string | null,
	trusts: InNets,
): string | null {
	let client = address;
	for (const hop of (forwarded ?? "").split(",").reverse()) {
		const next = trusts(client) ? addressIn(hop.trim()) : null;
		if (next === null) return client;
		client = next;
	}
	return client;
}

/** Some write the port behind it. */
function addressIn(hop: string): string | null {
	const written = /^(\[[^\]]+\]|[\d.]+)(?::\d{1,5})?$/.exec(hop)?.[1];
	return plainAddress(written ?? hop);
}

/** What a browser may have in its address bar when it means us, by the host it then sends. */
export function ourOrigins({
	listen,
	address,
	tls,
}: Pick<Reached, "listen" | "address" | "tls">): ReadonlyMap<string, string> {
	const scheme = tls ? "https" : "http";
	const origins = new Map(
		loopbackNames(listen, tls).map((host) => [host, `${scheme}://${host}`]),
	);
	const url = address === null ? null : URL.parse(address);
	if (url) origins.set(url.host, url.origin);
	return origins;
}

/** Where it listens to more than this machine, its number is no name of ours: others may write what they like there. */
function loopbackNames({ host, port }: Listen, tls: boolean): string[] {
	const own = /^(?:localhost|127\.[\d.]+|::1)$/.test(host) ? [host] : [];
	const hosts = [...own, "localhost", "127.0.0.1", "::1"].map((name) =>
		name.includes(":") ? `[${name}]` : name,
	);
	const names = hosts.map((name) => `${name}:${port}`);
	return port === (tls ? 443 : 80) ? [...names, ...hosts] : names;
}

const known = new WeakMap<readonly string[], InNets>();

function trustsOf(proxies: readonly string[]): InNets {
	const before = known.get(proxies);
	if (before) return before;
	const nets = proxies.map(parseNet).filter((net) => typeof net !== "string");
	const trusts = netsOf(nets);
	known.set(proxies, trusts);
	return trusts;
}

const browserMax = 200;

/** Where a session begins, as it is shown beside it. */
export const originIn = (
	{ client }: Peer,
	headers: Headers,
): { readonly from: string | null; readonly browser: string | null } => ({
	from: client,
	browser:
		headers
			.get("user-agent")
			?.replace(/[\p{Cc}\p{Cf}]/gu, "")
			.slice(0, browserMax) || null,
});
