// Is each mistake in an address told?
import { expect, test } from "vitest";
import { parseAddress } from "../../address.ts";
import { mistakesIn } from "./settings.ts";

test.each([
	["rabbitmq://user:pass@host", []],
	["rabbitmqs://user:pass@one:443,two:443/shop", []],
	["rabbitmq://user:pass@host/%2F", []],
	["rabbitmq://user:pass@host/..", ["cannot be asked about"]],
	["rabbitmq://user:pass@host:5672", ["the port is the one for messages"]],
	["rabbitmq://user@host", ["a user without a password"]],
	["rabbitmq://:pass@host", ["a password without a user"]],
	["rabbitmq://user:pass@host?heartbeat=1", ['unknown option "heartbeat"']],
])("%s", (text, expected) => {
	const address = parseAddress(text);
	const mistakes = address === null ? null : mistakesIn(address);
	expect(mistakes).toHaveLength(expected.length);
	for (const [i, part] of expected.entries())
		expect(mistakes?.[i]).toContain(part);
});
