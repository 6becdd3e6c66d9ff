// Where is a server that others told us of? Their word is not to be trusted: a host and a port, and nothing else.
import { isIPv6 } from "node:net";
import { type Trouble, trouble } from "#lib/core/trouble.ts";
import type { NodesConfigured } from "./configured.ts";

export type Known = { readonly host: string; readonly port: number };

const name = /^(?!-)[\p{L}\p{N}._-]{1,253}$/u;

/** Null where it can be no place. */
export function placeOf(host: unknown, port: unknown): Known | null {
	if (typeof host !== "string" || typeof port !== "number") return null;
	if (!Number.isInteger(port) || port < 1 || port > 65_535) return null;
	return name.test(host) || isIPv6(host) ? { host, port } : null;
}

/** `10.0.0.7:6379`, `[::1]:6379`, and `::1:6379` as a cluster writes it. */
export function placeIn(text: string): Known | null {
	const match = /^(?:\[(.+)\]|(.+)):(\d{1,5})$/.exec(text.trim());
	return match ? placeOf(match[1] ?? match[2], Number(match[3])) : null;
}

export const shownPlace = ({ host, port }: Known): string =>
	`${host.includes(":") ? `[${host}]` : host}:${port}`;

/** Where an announced server is reached from here, or why it is not dialled. */
export function reached(
	announced: Known,
	nodes: NodesConfigured,
): { readonly at: Known } | { readonly trouble: Trouble } {
	if (nodes === null) return { at: announced };
	const written = shownPlace(announced);
	const at = nodes.get(written.toLowerCase());
	return at ? { at } : { trouble: trouble("address not listed", "", written) };
}
