// Is an address read for what it is, and are its secrets kept?
import { inspect } from "node:util";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { workMs } from "#world/work-ms.ts";
import { parseAddress, redacted, Secret } from "./address.ts";

const reads: readonly (readonly [
	sentence: string,
	text: string,
	shown: string,
])[] = [
	["one host", "one://host:1234", "one://host:1234"],
	["several hosts", "one://a:1, b ,c:3", "one://a:1,b,c:3"],
	["a scheme in capitals", "ONE+TLS://host", "one+tls://host"],
	["an IPv6 host with a port", "one://[::1]:6379/2", "one://[::1]:6379/2"],
	["an IPv6 host without a port", "one://[2001:db8::7]", "one://[2001:db8::7]"],
	["user and password are not shown", "one://me:canary@host/0", "one://host/0"],
	["options are not shown", "one://host/0?password=canary", "one://host/0"],
	["a password alone", "one://:canary@[::1]:1", "one://[::1]:1"],
	["a name in another alphabet", "one://서버:1", "one://서버:1"],
	["a slash and nothing behind it", "one://host:1/", "one://host:1"],
];

const refused: readonly (readonly [sentence: string, text: string])[] = [
	["nothing at all", ""],
	["no scheme", "host:1234"],
	["no host", "one://"],
	["no host behind the password", "one://:canary@"],
	["an empty place between commas", "one://a,,b"],
	["port zero", "one://host:0"],
	["a port too high", "one://host:65536"],
	["a port that is no number", "one://host:http"],
	["an IPv6 host without brackets", "one://::1:6379"],
	["brackets around no IPv6", "one://[1.2.3]:1"],
	["a percent sign that means nothing", "one://me:can%ary@host"],
	["an @ in the password", "one://me:can@ary@host"],
	["a slash in the password", "one://me:1234/canary@host"],
	["a question mark in the password", "one://me:1234?canary@host"],
	["a hash in the password", "one://me:1234#canary@host"],
	["a line break in the host", "one://ho\nst"],
	["a line break in the path", "one://host/a%0Ab"],
	["an option whose name is none", "one://host?can/ary"],
	["a space in the host", "one://ho st"],
];

describe("parseAddress", () => {
	test.each(reads)("%s", (_, text, shown) => {
		const address = parseAddress(text);
		expect(address && redacted(address)).toBe(shown);
	});

	test.each(refused)("%s is no address", (_, text) => {
		expect(parseAddress(text)).toBeNull();
	});

	test("percent-encoding is taken out of user and password", () => {
		const address = parseAddress("one://a%40b:p%3A%2F%25%40@host");
		expect(address?.user).toBe("a@b");
		expect(address?.password?.reveal()).toBe("p:/%@");
	});

	test("a colon belongs to the password after the first", () => {
		expect(parseAddress("one://me:a:b@host")?.password?.reveal()).toBe("a:b");
	});

	test("an empty user or password is none", () => {
		const address = parseAddress("one://:@host");
		expect([address?.user, address?.password]).toEqual([null, null]);
	});

	test("an option called __proto__ is an option and nothing more", () => {
		const address = parseAddress("one://host?__proto__=x&tls=true");
		expect([...(address?.options ?? [])]).toEqual([
			["__proto__", "x"],
			["tls", "true"],
		]);
		expect(Object.hasOwn(Object.prototype, "x")).toBe(false);
	});

	test("whatever the password is, the address is read and never shows it", () => {
		const password = fc
			.string({ minLength: 1, unit: "grapheme" })
			.map((text) => `canary${text}`);
		fc.assert(
			fc.property(password, (secret) => {
				const address = parseAddress(
					`one://me:${encodeURIComponent(secret)}@host:1/0`,
				);
				expect(address?.password?.reveal()).toBe(secret);
				const shown = [
					address && redacted(address),
					JSON.stringify(address),
					inspect(address, { depth: 9, showHidden: true }),
					`${address?.password}`,
				];
				for (const text of shown) expect(text).not.toContain("canary");
			}),
		);
	});

	test.each([
		`one://${"a:".repeat(50_000)}`,
		`${"a+".repeat(50_000)}://`,
		`one://${"a,".repeat(50_000)}/`,
	])("a text of any length costs little to judge", async (text) => {
		expect(await workMs(() => parseAddress(text))).toBeLessThan(200);
	});
});

test("a secret shows itself only when asked by name", () => {
	const secret = new Secret("canary");
	expect(secret.reveal()).toBe("canary");
	expect(
		[
			`${secret}`,
			JSON.stringify({ secret }),
			inspect(secret),
			String({ ...secret }),
		].join(),
	).not.toContain("canary");
});
