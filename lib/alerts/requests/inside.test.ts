// Is every way to write an address inside seen through, and nothing outside held back?
import { expect, test } from "vitest";
import { allowedBy, parseAllowed } from "./allowed.ts";
import { carried, reachOf } from "./inside.ts";

test.each([
	["127.0.0.1", "inside", "this machine"],
	["127.255.0.3", "inside", "this machine by another number"],
	["10.0.0.1", "inside", "a private network"],
	["172.31.255.255", "inside", "the end of a private network"],
	["172.32.0.1", "outside", "what begins behind it"],
	["192.168.1.1", "inside", "a network at home"],
	["100.64.0.1", "inside", "behind a provider's translation"],
	["100.128.0.1", "outside", "what begins behind that"],
	["192.0.2.7", "inside", "a number for documents"],
	["198.18.0.1", "inside", "a number for measuring"],
	["169.254.169.254", "never", "the metadata of most clouds"],
	["168.63.129.16", "never", "a cloud that speaks from outside"],
	["100.100.100.200", "never", "the metadata of another cloud"],
	["192.0.0.192", "never", "and of another"],
	["0.0.0.0", "never", "any address of this machine"],
	["224.0.0.1", "never", "everybody on the link"],
	["255.255.255.255", "never", "a broadcast"],
	["8.8.8.8", "outside", "anybody's"],
	["::1", "inside", "this machine"],
	["::", "never", "any address of this machine"],
	["fc00::1", "inside", "a private network"],
	["fd12:3456::1", "inside", "a private network"],
	["fd00:ec2::254", "never", "the metadata of a cloud"],
	["fe80::1", "never", "the link"],
	["fe80::1%eth0", "never", "the link, by the card"],
	["fec0::1", "inside", "a site, as it once was"],
	["ff02::1", "never", "everybody on the link"],
	["::ffff:10.0.0.1", "inside", "mapped"],
	["::ffff:a00:1", "inside", "mapped, without dots"],
	["::ffff:169.254.169.254", "never", "metadata, mapped"],
	["::ffff:8.8.8.8", "outside", "anybody's, mapped"],
	["::10.0.0.1", "inside", "as it was once written"],
	["::8.8.8.8", "inside", "as it was once written"],
	["64:ff9b::a00:1", "inside", "a private network, translated"],
	["64:ff9b::169.254.169.254", "never", "metadata, translated"],
	["64:ff9b::808:808", "outside", "anybody's, translated"],
	["64:ff9b:1::808:808", "inside", "translated within a network"],
	["2002:a00:1::1", "inside", "through a tunnel"],
	["2001:0:1::1", "inside", "through another tunnel"],
	["2001:db8::1", "inside", "a number for documents"],
	["2606:4700::1111", "outside", "anybody's"],
	["4000::1", "inside", "a number nobody was given"],
	["nonsense", "never", "no number at all"],
] as const)("%s lies %s: %s", (address, reach, _why) => {
	expect(reachOf(address)).toBe(reach);
});

test("the number that is meant is found in whatever way it is wrapped", () => {
	expect(carried("::ffff:1.2.3.4")).toBe("1.2.3.4");
	expect(carried("64:ff9b::c0a8:1")).toBe("192.168.0.1");
	expect(carried("64:ff9b:0:0:0:0:c0a8:1")).toBe("192.168.0.1");
	expect(carried("2001::1")).toBe(null);
});

const allowed = (...lines: readonly string[]) =>
	allowedBy(
		lines.map((line) => {
			const entry = parseAllowed(line);
			if (typeof entry === "string") throw new Error(entry);
			return entry;
		}),
	);

test("a network that is named lets its addresses pass, also mapped ones, and no others", () => {
	const may = allowed("10.1.0.0/16", "[fd00::]/8", "127.0.0.1");
	expect(may("x", "10.1.255.1")).toBe(true);
	expect(may("x", "::ffff:10.1.0.1")).toBe(true);
	expect(may("x", "10.2.0.1")).toBe(false);
	expect(may("x", "fd00::7")).toBe(true);
	expect(may("x", "127.0.0.1")).toBe(true);
	expect(may("x", "127.0.0.2")).toBe(false);
});

test("a host that is named may lie inside, and never where nobody's server stands", () => {
	const may = allowed("Mail.example.org", "*.inside.example.org");
	expect(may("mail.example.org", "10.0.0.1")).toBe(true);
	expect(may("MAIL.example.org.", "10.0.0.1")).toBe(true);
	expect(may("mail.example.org", "169.254.169.254")).toBe(false);
	expect(may("mail.example.org", "0.0.0.0")).toBe(false);
	expect(may("a.b.inside.example.org", "127.0.0.1")).toBe(true);
	expect(may("inside.example.org", "127.0.0.1")).toBe(false);
	expect(may("evil-inside.example.org", "127.0.0.1")).toBe(false);
	expect(may("mail.example.org.evil.test", "10.0.0.1")).toBe(false);
});

test("metadata may be named by its number, by whoever means it", () => {
	expect(allowed("169.254.169.254")("x", "169.254.169.254")).toBe(true);
});

test.each([
	["0.0.0.0/0", "write out the networks"],
	["10.0.0.0/33", "a number up to 32"],
	["10.0.0.0/-1", "a number up to 32"],
	["fd00::/129", "a number up to 128"],
	["http://example.org", "write an address"],
	["*", "write an address"],
	["2130706433", "write an address"],
	["127.1", "write an address"],
	["fe80::1%eth0", "write an address"],
	["", "write an address"],
])("%j is no line of the list, and what to write is said", (line, say) => {
	expect(parseAllowed(line)).toContain(say);
});
