// Does an address lie in one of these networks? Whichever way it is written.
import { BlockList, isIPv4, isIPv6 } from "node:net";

export type Net = { readonly start: string; readonly bits: number };

const say = "write an address or a network, such as 10.0.0.5 or 10.1.0.0/16";

/** One line of a list, or what to write instead. */
export function parseNet(text: string): Net | string {
	const [written = "", ending, ...rest] = text.trim().split("/");
	const start = plainAddress(written);
	if (start === null || rest.length > 0) return say;
	const wrapped = isIPv4(start) && written.includes(":") ? 96 : 0;
	const most = isIPv4(start) ? 32 : 128;
	if (ending === undefined) return { start, bits: most };
	const bits = Number(ending) - wrapped;
	if (!/^\d{1,3}$/.test(ending) || bits < 0 || bits > most)
		return `after the / comes a number up to ${most + wrapped}`;
	return bits === 0
		? "everything is too much; write out the networks"
		: { start, bits };
}

export type InNets = (address: string | null) => boolean;

export function netsOf(nets: readonly Net[]): InNets {
	const list = new BlockList();
	for (const { start, bits } of nets)
		list.addSubnet(start, bits, isIPv6(start) ? "ipv6" : "ipv4");
	return (address) => {
		const plain = address === null ? null : plainAddress(address);
		if (plain === null) return false;
		return list.check(plain, isIPv6(plain) ? "ipv6" : "ipv4");
	};
}

/** One way to write each: an IPv4 address within an IPv6 one is that address. Null for what is no address, and for one of a single link. */
export function plainAddress(text: string): string | null {
	if (isIPv4(text)) return text;
	const bare = text.replace(/^\[(.*)\]$/, "$1");
	if (!isIPv6(bare) || bare.includes("%")) return null;
	// As an address of a page it has no dots, and one run of zeros at most is left out.
	const written = new URL(`http://[${bare}]`).hostname.slice(1, -1);
	const within = /^::ffff:([0-9a-f]{1,4}):([0-9a-f]{1,4})$/.exec(written);
	if (!within) return written;
	const bytes = within.slice(1).flatMap((group) => {
		const n = Number.parseInt(group, 16);
		return [n >> 8, n & 0xff];
	});
	return bytes.join(".");
}

/** What one machine has to itself: of IPv6 whoever is given less has 64 bits to choose from. The address is a plain one. */
export function ownNetOf(address: string): string {
	if (!isIPv6(address)) return address;
	const [before = [], after = []] = address
		.split("::")
		.map((part) => part.split(":").filter((group) => group !== ""));
	const between = Array(8 - before.length - after.length).fill("0");
	return `${[...before, ...between, ...after].slice(0, 4).join(":")}::/64`;
}
