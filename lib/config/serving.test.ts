// Is the web served beyond this machine only where people find it and nobody else hears them, and is TLS begun only with a pair that fits?
import { describe, expect, test } from "vitest";
import { load, mistakesOf, type Situation } from "./for-tests.ts";
import { certificates } from "./for-tests-certificates.ts";

const files = {
	"/home/chain.pem": certificates.cert,
	"/home/key.pem": certificates.key,
	"/home/other.pem": certificates.otherKey,
	"/home/empty.pem": "",
};
const tls = "tls: { certificate: chain.pem, key: ./key.pem }";
const proxies = "access: { trustedProxies: 172.16.0.0/12 }";
const https = "address: https://tide.example.org";
const http = "address: http://tide.example.org";

const situation = (lines: readonly string[], listen = "0.0.0.0:7700") => ({
	files,
	file: [`listen: "${listen}"`, ...lines].join("\n"),
});
const said = (given: Situation) =>
	mistakesOf(given).map((text) => text.replace(/^tidemark\.yaml:\d+: /, ""));

describe("beyond this machine", () => {
	test.each([
		["with TLS of its own", [tls, https]],
		["behind a proxy that speaks https", [proxies, https]],
		["in clear where somebody says so", ["plainHttp: true", http]],
		["in clear behind something that is no proxy", ["plainHttp: true", https]],
	])("%s it is served", (_, lines) => {
		for (const listen of ["0.0.0.0:80", "[::]:443", "192.0.2.1:1"])
			expect(load(situation(lines, listen)).mistakes).toBeNull();
	});

	test.each([
		["without a name", [], "listen: others can reach that, and are answered"],
		["with TLS, and no name", [tls], "listen: others can reach that, and are"],
		["in clear", [http], "listen: others can reach that, and passwords would"],
		[
			"in clear behind a proxy",
			[http, proxies],
			"listen: others can reach that, and passwords would",
		],
		[
			"under an https name that nobody speaks",
			[https],
			"listen: others can reach that without encryption",
		],
	])("%s it is not, and the sentence tells what to write", (_, lines, say) => {
		const all = said(situation(lines));
		expect(all).toHaveLength(1);
		expect(all[0]).toContain(say);
		expect(all[0]).toMatch(/write (?:tls|address)/);
	});

	test("a flag is enough to say that it may be in clear", () => {
		const argv = ["--plain-http", "--listen", "0.0.0.0:1", "--address"];
		expect(load({ argv: [...argv, "http://a"] }).mistakes).toBeNull();
	});
});

test("this machine's own addresses need nothing", () => {
	for (const listen of ["127.0.0.1:1", "[::1]:1", "localhost:1", "127.9.9.9:1"])
		expect(load(situation([], listen)).mistakes).toBeNull();
});

test.each(["example.org:80", "[fe80::1%eth0]:80", "*:80", "127.0.0.1.:80"])(
	"%s is nothing to listen on",
	(listen) => {
		expect(said(situation([https, tls], listen))[0]).toContain(
			"listen: write an address",
		);
	},
);

describe("a certificate and its key", () => {
	test("are named from the file's own folder", () => {
		const { configuration } = load(situation([tls], "127.0.0.1:7700"));
		expect(configuration).toMatchObject({
			tls: { certificate: "/home/chain.pem", key: "/home/key.pem" },
			url: "https://127.0.0.1:7700",
		});
	});

	test.each([
		["tls: chain.pem", "tls: write the files below it"],
		["tls: {}", "tls: write the files below it"],
		["tls: { certificate: chain.pem }", "tls: write the files below it"],
		[
			"tls: { certificate: chain.pem, key: key.pem, cert: a }",
			"tls.cert: there is no such key",
		],
		[
			"tls: { certificate: none.pem, key: key.pem }",
			"tls.certificate: there is no such file",
		],
		[
			"tls: { certificate: empty.pem, key: key.pem }",
			"tls.certificate: the file holds no certificate",
		],
		[
			"tls: { certificate: chain.pem, key: chain.pem }",
			"tls.key: the file holds no private key",
		],
		[
			"tls: { certificate: chain.pem, key: other.pem }",
			"tls.key: does not belong to the certificate",
		],
	])("%s", (lines, say) => {
		const all = said(situation([lines], "127.0.0.1:7700"));
		expect(all).toHaveLength(1);
		expect(all[0]).toContain(say);
	});

	test("do not stand beside an address without TLS", () => {
		const all = said(situation([tls, http], "127.0.0.1:7700"));
		expect(all).toHaveLength(1);
		expect(all[0]).toContain("address: begins with http://");
	});
});
