// Does an address lie inside, where only this machine and its neighbours reach? Whatever is not plainly outside does.
import { BlockList, isIPv4, isIPv6 } from "node:net";

export type Reach =
	| "outside"
	| "inside"
	/** Nobody's server stands there: this host itself, whoever is on the link, the machines' own metadata. */
	| "never";

function listOf(nets: readonly string[]): BlockList {
	const list = new BlockList();
	for (const net of nets) {
		const [start = "", bits = ""] = net.split("/");
		list.addSubnet(start, Number(bits), isIPv6(start) ? "ipv6" : "ipv4");
	}
	return list;
}

/** The second is how a cloud speaks to its machines from an address that looks like anybody's. */
const never = listOf([
	...["0.0.0.0/8", "168.63.129.16/32", "169.254.0.0/16", "100.100.100.200/32"],
	...["192.0.0.192/32", "224.0.0.0/4", "240.0.0.0/4"],
	...["::/128", "fe80::/10", "ff00::/8", "fd00:ec2::254/128"],
]);

/** What IANA's registers of special addresses do not call globally reachable. */
const inside = listOf([
	...["10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "172.16.0.0/12"],
	...["192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16"],
	...["198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24"],
	...["2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20"],
]);

/** All that is given out to anybody; the rest of the numbers are kept for other things. */
const givenOut = listOf(["2000::/3"]);

/** Within these an address of the older kind is meant: mapped, and as a network without that kind translates it. */
const carrying = listOf(["::ffff:0:0/96", "64:ff9b::/96"]);

export function reachOf(address: string): Reach {
	if (isIPv4(address)) {
		if (never.check(address, "ipv4")) return "never";
		return inside.check(address, "ipv4") ? "inside" : "outside";
	}
	if (!isIPv6(address) || address.includes("%")) return "never";
	const within = carried(address);
	if (within !== null) return reachOf(within);
	if (never.check(address, "ipv6")) return "never";
	const isOutside =
		givenOut.check(address, "ipv6") && !inside.check(address, "ipv6");
	return isOutside ? "outside" : "inside";
}

/** The address of the older kind that is meant by one of the newer; null where none is. */
export function carried(address: string): string | null {
	if (!isIPv6(address) || address.includes("%")) return null;
	if (!carrying.check(address, "ipv6")) return null;
	// As it is written in an address it has no dots, and one run of zeros at most is left out.
	const written = new URL(`http://[${address}]`).hostname.slice(1, -1);
	const [high = "0", low = "0"] = groupsOf(written).slice(-2);
	const bytes = [high, low].flatMap((group) => {
		const n = Number.parseInt(group, 16);
		return [n >> 8, n & 0xff];
	});
	return bytes.join(".");
}

function groupsOf(written: string): readonly string[] {
	const [before = "", after] = written.split("::");
	const split = (text: string) => (text === "" ? [] : text.split(":"));
	if (after === undefined) return split(before);
	const [first, last] = [split(before), split(after)];
	const zeros = Array.from(
		{ length: 8 - first.length - last.length },
		() => "0",
	);
	return [...first, ...zeros, ...last];
}
