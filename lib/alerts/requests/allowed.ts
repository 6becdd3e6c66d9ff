// Which addresses inside may something be sent to? Networks and hosts that the configuration names.
import { BlockList, isIP, isIPv4, isIPv6 } from "node:net";
import { carried, reachOf } from "./inside.ts";

export type AllowedEntry =
	| { readonly is: "net"; readonly start: string; readonly bits: number }
	| { readonly is: "host"; readonly host: string };

const say =
	"write an address, a network or a host, such as 127.0.0.1, 10.1.0.0/16, mail.example.org or *.example.org";

/** One line of the list, or what to write instead. */
export function parseAllowed(text: string): AllowedEntry | string {
	const given = text.trim().toLowerCase();
	const [start = "", bits, ...rest] = given.split("/");
	const address = start.replace(/^\[(.*)\]$/, "$1");
	if (isIP(address) !== 0 && !address.includes("%")) {
		const most = isIPv4(address) ? 32 : 128;
		const n = bits === undefined ? most : Number(bits);
		const isWhole = bits === undefined || /^\d{1,3}$/.test(bits);
		if (!isWhole || n > most || rest.length > 0)
			return `after the / comes a number up to ${most}`;
		if (n === 0) return "everything is too much; write out the networks";
		return { is: "net", start: address, bits: n };
	}
	const isHost = /^(?:\*\.)?[\p{L}\p{N}_-]+(?:\.[\p{L}\p{N}_-]+)*\.?$/u;
	// Digits alone would be another way to write an address.
	if (
		bits !== undefined ||
		!isHost.test(given) ||
		/(?:^|\.)[\d.]+$/.test(given)
	)
		return say;
	return { is: "host", host: given.replace(/\.$/, "") };
}

export type Allowed = (host: string, address: string) => boolean;

/** May something be sent to this address, which this host led to? */
export function allowedBy(entries: readonly AllowedEntry[]): Allowed {
	const nets = new BlockList();
	const hosts: string[] = [];
	for (const entry of entries)
		if (entry.is === "host") hosts.push(entry.host);
		else {
			const family = isIPv6(entry.start) ? "ipv6" : "ipv4";
			nets.addSubnet(entry.start, entry.bits, family);
		}
	const isNamed = (host: string) => {
		const name = host.toLowerCase().replace(/\.$/, "");
		return hosts.some((known) =>
			known.startsWith("*.") ? name.endsWith(known.slice(1)) : name === known,
		);
	};
	return (host, address) => {
		const reach = reachOf(address);
		if (reach === "outside") return true;
		const meant = carried(address) ?? address;
		if (nets.check(meant, isIPv4(meant) ? "ipv4" : "ipv6")) return true;
		// Whoever can change what a name leads to gains no more than a neighbour by it.
		return reach === "inside" && isNamed(host);
	};
}
