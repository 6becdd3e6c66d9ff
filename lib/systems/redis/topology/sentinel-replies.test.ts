// Is what Sentinel says understood, and what makes no sense refused?
import { expect, test } from "vitest";
import { copiesOf, originalOf } from "./sentinel-replies.ts";

const flat = (fields: Record<string, unknown>) => Object.entries(fields).flat();
const original = { ip: "10.0.0.7", port: "6379", "config-epoch": "3" };
const copy = {
	...{ ip: "10.0.0.8", port: "6379" },
	...{ flags: "slave", "master-link-status": "ok" },
};

test("an original is a place and the number of its failovers", () => {
	expect(originalOf(flat(original))).toEqual({
		at: { host: "10.0.0.7", port: 6379 },
		epoch: 3,
	});
});

test.each([
	["nothing", null],
	["text", "10.0.0.7:6379"],
	["no port", flat({ ...original, port: "0" })],
	["a port that is no number", flat({ ...original, port: "22 " })],
	["no host", flat({ ...original, ip: "" })],
	["a host with a slash", flat({ ...original, ip: "a/b" })],
	["no epoch", flat({ ...original, "config-epoch": "many" })],
	["an epoch beyond all", flat({ ...original, "config-epoch": "1e300" })],
])("%s is no original", (_, reply) => {
	expect(originalOf(reply)).toBeNull();
});

test("copies that are well are told, and no more than a hundred", () => {
	const away = { ...copy, ip: "10.0.0.9", flags: "s_down,slave,disconnected" };
	const deaf = { ...copy, ip: "10.0.0.10", "master-link-status": "err" };
	expect(copiesOf([flat(away), flat(copy), flat(deaf), 7])).toEqual([
		{ host: "10.0.0.8", port: 6379 },
	]);
	expect(copiesOf(Array(1000).fill(flat(copy)))).toHaveLength(100);
});
