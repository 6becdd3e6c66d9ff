// Is an address found in its networks however it is written, and in no other?
import { expect, test } from "vitest";
import { netsOf, ownNetOf, parseNet, plainAddress } from "./nets.ts";

const within = (nets: readonly string[]) =>
	netsOf(nets.map(parseNet).filter((net) => typeof net !== "string"));

test.each<readonly [string, string, boolean]>([
	["10.0.0.5", "10.0.0.5", true],
	["10.0.0.5", "10.0.0.50", false],
	["10.1.0.0/16", "10.1.255.255", true],
	["10.1.0.0/16", "10.2.0.0", false],
	["10.1.0.0/16", "::ffff:10.1.2.3", true],
	["10.1.0.0/16", "::ffff:a01:203", true],
	["10.1.0.0/16", "0:0:0:0:0:ffff:10.1.2.3", true],
	["::ffff:10.1.0.0/112", "10.1.2.3", true],
	["::ffff:10.1.0.0/112", "10.2.2.3", false],
	["10.1.0.0/16", "::10.1.2.3", false],
	["10.1.0.0/16", "2002:a01:203::1", false],
	["fd00::/8", "fd12:3456::1", true],
	["fd00::/8", "FD12:3456:0:0::1", true],
	["fd00::/8", "fe80::1", false],
	["::1", "0:0:0:0:0:0:0:1", true],
	["127.0.0.0/8", "::1", false],
	["10.0.0.5", "10.0.0.5%eth0", false],
	["10.0.0.5", "10.0.0.5:80", false],
	["10.0.0.5", "010.0.0.5", false],
	["10.0.0.5", "167772165", false],
	["10.0.0.5", "", false],
	["10.0.0.5", "unknown", false],
])("%s holds %s: %s", (net, address, held) => {
	expect(typeof parseNet(net)).toBe("object");
	expect(within([net])(address)).toBe(held);
});

test("nobody looked: it lies in no network", () => {
	expect(within(["10.0.0.0/8", "fd00::/8"])(null)).toBe(false);
});

test.each([
	...["", "proxy", "10.0.0", "10.0.0.5/33", "10.0.0.5/", "10.0.0.5/8/8"],
	...["10.0.0.5/-1", "10.0.0.5/1e1", "0.0.0.0/0", "::/0", "fd00::/129"],
	...["::ffff:10.0.0.5/95", "fe80::1%eth0", "*"],
])("%j is no network, and it is said what to write", (text) => {
	expect(typeof parseNet(text)).toBe("string");
});

test("an address has one way to be written", () => {
	expect(plainAddress("::FFFF:192.0.2.1")).toBe("192.0.2.1");
	expect(plainAddress("[2001:DB8::0:1]")).toBe("2001:db8::1");
	expect(plainAddress("2001:db8:0::1")).toBe("2001:db8::1");
});

test.each([
	["10.0.0.5", "10.0.0.5"],
	["2001:db8:0:7::1", "2001:db8:0:7::/64"],
	["2001:db8:0:7:ffff:1:2:3", "2001:db8:0:7::/64"],
	["2001:db8::7:0:0:0:1", "2001:db8:0:7::/64"],
	["2001:db8::1", "2001:db8:0:0::/64"],
	["::1", "0:0:0:0::/64"],
	["::", "0:0:0:0::/64"],
	["nobody knows", "nobody knows"],
])("%s lies in %s, which one machine may have to itself", (address, net) => {
	expect(ownNetOf(plainAddress(address) ?? address)).toBe(net);
});
