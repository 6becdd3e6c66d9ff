// What stands beside an address: is it understood, and is each mistake told?
import { expect, test } from "vitest";
import { parseAddress } from "../../address.ts";
import { configured, nothingConfigured } from "./configured.ts";
import { placeOf } from "./options.ts";

const settings = configured(() => null);

test.each([
	["nothing", {}, { tls: null, protocol: 3 }],
	["the older protocol", { protocol: "2" }, { tls: null, protocol: 2 }],
	[
		"TLS as this machine trusts",
		{ tls: {} },
		{
			...{ protocol: 3 },
			tls: { ca: null, cert: null, key: null, serverName: null },
		},
	],
])("%s is understood", (_, given, understood) => {
	expect(settings.parse(given)).toEqual({
		...nothingConfigured,
		...understood,
	});
});

test.each([
	["a protocol there is not", { protocol: "1" }, "write 2 or 3"],
	["a file that is not there", { tls: { ca: "x.pem" } }, "no such file"],
	["a setting that is not known", { protokol: "2" }, "protokol"],
])("%s is a mistake", (_, given, said) => {
	expect(settings.safeParse(given).error?.message).toContain(said);
});

test.each([
	["redis://host", {}, null],
	["rediss://host", {}, { servername: "host" }],
	["redis://host", { tls: {} }, { servername: "host" }],
	["rediss://127.0.0.1", {}, {}],
	["rediss://[::1]:6380", { tls: { serverName: "a" } }, { servername: "a" }],
	["rediss://host", { tls: { serverName: "b" } }, { servername: "b" }],
])("%s with %j asks for the name it should", (text, given, tls) => {
	const address = parseAddress(text);
	if (!address) throw new Error("No address");
	expect(placeOf(address, settings.parse(given)).tls).toEqual(tls);
});
