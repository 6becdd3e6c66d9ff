// Is every mistake in an address said, and every right one understood?
import { expect, test } from "vitest";
import { parseAddress } from "#lib/systems/address.ts";
import { securityOf } from "./security.ts";
import { mistakesIn } from "./settings.ts";

const read = (text: string) => {
	const address = parseAddress(text);
	if (address === null) throw new Error(`no address: ${text}`);
	return address;
};

const well: readonly string[] = [
	"kafka://broker-1:9092,broker-2:9092",
	"kafka://broker-1",
	"kafka://ops:pa%3Ass@broker-1:9092",
	"kafka://ops:secret@[::1]:9092?tls=true&mechanism=SCRAM-SHA-256",
	"kafka+tls://ops:secret@broker-1:9093?mechanism=plain",
];
test.each(well)("%s is right", (text) => {
	expect(mistakesIn(read(text))).toEqual([]);
});

const wrong: readonly [string, string, string][] = [
	["an unknown option", "kafka://b:1?retries=3", 'the option "retries"'],
	["tls that is neither", "kafka://b:1?tls=yes", "write tls=true"],
	["tls twice, differently", "kafka+tls://b:1?tls=false", "contradict"],
	[
		"a mechanism we do not speak",
		"kafka://u:p@b:1?mechanism=GSSAPI",
		"SCRAM-SHA-512, SCRAM-SHA-256, PLAIN",
	],
	["a mechanism for nobody", "kafka://b:1?mechanism=PLAIN", "there is no user"],
	["a user without password", "kafka://u@b:1", "without a password"],
	["an empty password", "kafka://u:@b:1", "without a password"],
	["a password without user", "kafka://:p@b:1", "without a user"],
	["something after the hosts", "kafka://b:1/orders", "leave out the slash"],
];
test.each(wrong)("%s is said, with what to write", (_name, text, part) => {
	const mistakes = mistakesIn(read(text));
	expect(mistakes).toHaveLength(1);
	expect(mistakes[0]).toContain(part);
});

test("all mistakes are said at once, and none repeats a value", () => {
	const mistakes = mistakesIn(
		read(
			"kafka://hush-user:hush-1@b:1/x?password=hush-2&mechanism=hush-3&tls=hush-4",
		),
	);
	expect(mistakes).toHaveLength(4);
	expect(mistakes.join()).not.toContain("hush");
});

const securities: readonly [string, string, string, object][] = [
	["nothing asked for", "kafka://b:1", "b", {}],
	[
		"TLS names the host",
		"kafka+tls://b:1",
		"b",
		{ tls: {}, tlsServerName: true },
	],
	[
		"TLS to an address names nothing",
		"kafka://1.2.3.4:1?tls=true",
		"1.2.3.4",
		{ tls: {} },
	],
	[
		"a login hides the password unless told otherwise",
		"kafka://u:p%40ss@b:1",
		"b",
		{ sasl: { mechanism: "SCRAM-SHA-512", username: "u", password: "p@ss" } },
	],
	[
		"a login as told",
		"kafka://u:p@b:1?mechanism=plain",
		"b",
		{ sasl: { mechanism: "PLAIN", username: "u", password: "p" } },
	],
];
test.each(securities)("%s", (_name, text, host, expected) => {
	expect(securityOf(read(text))(host)).toEqual(expected);
});
