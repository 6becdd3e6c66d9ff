// Is each queue called something of its own on the board, and found again by that?
import fc from "fast-check";
import { expect, test } from "vitest";
import { channelOf, namedBy } from "./channel.ts";

test.each([
	["a name in the usual virtual host stands alone", "/", "orders", "orders"],
	["a slash names the usual virtual host", "/", "a/b", "%2F/a/b"],
	["another virtual host stands before", "shop", "orders", "shop/orders"],
	["a virtual host with a slash", "a/b", "c", "a%2Fb/c"],
	["a percent sign is no escape", "/", "%2F", "%2F"],
	["names of other alphabets", "결제", "알림", "%EA%B2%B0%EC%A0%9C/알림"],
])("%s", (_, virtualHost, name, channel) => {
	expect(channelOf({ virtualHost, name })).toBe(channel);
});

test("every queue is found again by its name on the board", () => {
	const piece = fc.constantFrom("/", "%", "2F", "%2F", "a", "결", ".", "");
	const name = fc.array(piece, { maxLength: 5 }).map((it) => it.join(""));
	fc.assert(
		fc.property(name, name, (virtualHost, queue) => {
			const named = { virtualHost, name: queue };
			expect(namedBy(channelOf(named))).toEqual(named);
		}),
	);
});

test.each([
	["a slash without need", "%2F/orders"],
	["a virtual host that is not escaped", "a b/c"],
	["percent signs that make no sense", "%zz/c"],
])("no queue is called so: %s", (_, channel) => {
	expect(namedBy(channel)).toBeNull();
});
