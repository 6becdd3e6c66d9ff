// Where should the web listen? An address of this machine, or all of them.
import { isIPv4, isIPv6 } from "node:net";
import type { Configuration } from "./configuration.ts";

/** The address, or what to write instead. */
export function parseListen(text: string): Configuration["listen"] | string {
	const match = /^(?:\[([^\]]+)\]|([^:[\]]+)):(\d{1,5})$/.exec(text.trim());
	if (!match) return "write an address and a port, such as 127.0.0.1:7700";
	const host = (match[1] ?? match[2] ?? "").toLowerCase();
	const port = Number(match[3]);
	if (port < 1 || port > 65_535)
		return "the port is a number from 1 to 65535, such as 127.0.0.1:7700";
	const isKnown = isIPv4(host) || isIPv6(host) || host === "localhost";
	return isKnown && !host.includes("%")
		? { host, port }
		: `write an address of this machine, such as 127.0.0.1:${port}, or 0.0.0.0:${port} for all it has`;
}

/** 0.0.0.0 and :: are every address of this machine, those that others reach among them. */
export function isLoopback(host: string): boolean {
	if (isIPv4(host)) return host.startsWith("127.");
	return isIPv6(host) ? host === "::1" : host === "localhost";
}
