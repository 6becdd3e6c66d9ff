// At which hosts can no broker stand, however they are written?
import { expect, test } from "vitest";
import { isNoPlace } from "./no-place.ts";

test.each([
	["169.254.169.254", true],
	["::ffff:169.254.169.254", true],
	["2852039166", true],
	["0xa9fea9fe", true],
	["169.254.43518", true],
	["0251.0376.0251.0376", true],
	["0.0.0.0", true],
	["::", true],
	["fe80::1", true],
	["fd00:ec2::254", true],
	["239.1.1.1", true],
	["255.255.255.255", true],
	["127.0.0.1", false],
	["::1", false],
	["10.1.2.3", false],
	["fd12:3456::1", false],
	["broker-1.internal", false],
	["1broker", false],
])("%s", (host, refused) => {
	expect(isNoPlace({ host, port: 1 })).toBe(refused);
});
