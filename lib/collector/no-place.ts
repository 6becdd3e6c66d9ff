// Can a broker stand at this host at all? Not at addresses that mean a link, a crowd or nowhere, where machines keep their secrets.
import { BlockList, isIPv4, isIPv6 } from "node:net";
import type { Host } from "#lib/systems/address.ts";

const refused = new BlockList();
for (const [net, prefix] of [
	["0.0.0.0", 8],
	["169.254.0.0", 16],
	["224.0.0.0", 3],
] as const)
	refused.addSubnet(net, prefix, "ipv4");
for (const [net, prefix] of [
	["::", 128],
	["fe80::", 10],
	["ff00::", 8],
	["fd00:ec2::", 32],
] as const)
	refused.addSubnet(net, prefix, "ipv6");

/** Numbers are judged as the network reads them: 2852039166 and 0xa9fe.0xa9fe are an address too. */
export function isNoPlace({ host }: Host): boolean {
	if (isIPv6(host)) return refused.check(host, "ipv6");
	if (isIPv4(host)) return refused.check(host, "ipv4");
	return /^(?:0x[0-9a-f]*|\d+)(?:\.(?:0x[0-9a-f]*|\d+))*\.?$/i.test(host);
}
