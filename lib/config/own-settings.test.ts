// Are settings that stand beside an address read as they were written, and is each mistake told at its place?
import { expect, test } from "vitest";
import { load, mistakesOf, type Situation } from "./for-tests.ts";
import { certificates } from "./for-tests-certificates.ts";

const { cert, key, otherKey } = certificates;
const files = {
	"/home/ca.pem": cert,
	"/home/cert.pem": cert,
	"/home/key.pem": key,
	"/home/other.pem": otherKey,
	"/home/cut.pem":
		"-----BEGIN CERTIFICATE-----\ncanary\n-----END CERTIFICATE-----\n",
};
const under = (lines: string): Situation => ({
	files,
	file: `brokers:\n  a:\n    address: tide://h\n${lines}`,
	env: { WORD: "canary-of-an-environment" },
});

const settingsOf = (situation: Situation): unknown => {
	const { configuration, mistakes } = load(situation);
	if (configuration === null) throw new Error(JSON.stringify(mistakes));
	return configuration.brokers[0]?.settings;
};

test("nothing beside the address is no setting, and no mistake", () => {
	expect(settingsOf(under(""))).toEqual({});
});

test("files lie beside the configuration, and their text is what counts", () => {
	const lines =
		"    tls: { ca: ca.pem, cert: ./cert.pem, key: key.pem, serverName: b }\n";
	expect(settingsOf(under(lines))).toMatchObject({
		tls: { ca: cert, cert, serverName: "b" },
	});
});

test("a variable is filled in anywhere, and a secret cannot be printed", () => {
	const lines = `    password: \${WORD}\n    colour: { name: '\${WORD}' }\n`;
	const settings = settingsOf(under(lines));
	expect(settings).toMatchObject({
		colour: { name: "canary-of-an-environment" },
	});
	expect(JSON.stringify(Reflect.get(Object(settings), "password"))).toBe(
		'"•••"',
	);
});

test("an address that a variable replaces keeps what stands beside it", () => {
	const situation = under("    colour: { name: blue }\n");
	const env = { TIDEMARK_BROKER_A: "moon://h" };
	expect(settingsOf({ ...situation, env })).toMatchObject({
		colour: { name: "blue" },
	});
});

test.each([
	["orders-1", true],
	["orders-dead", false],
	["billing", true],
	["other", false],
])("of the names picked, %s: %s", (name, expected) => {
	const lines =
		"    names:\n      include: [orders-*, billing]\n      exclude: '*-dead'\n";
	const names: unknown = Reflect.get(Object(settingsOf(under(lines))), "names");
	expect(typeof names === "function" && names(name)).toBe(expected);
});

const at = "tidemark.yaml:4: brokers.a.";
const rows: readonly (readonly [
	sentence: string,
	lines: string,
	mistakes: readonly string[],
])[] = [
	[
		"a key near a known one",
		"    color: { name: x }\n",
		[`${at}color: there is no such key; did you mean colour?`],
	],
	[
		"a key near nothing",
		"    nonsense: x\n",
		[
			`${at}nonsense: there is no such key; known here are address, every, readOnly, tls, colour, names, password`,
		],
	],
	[
		"a key below that is not known",
		"    tls:\n      caa: ca.pem\n",
		[
			"tidemark.yaml:5: brokers.a.tls.caa: there is no such key; did you mean ca?",
		],
	],
	[
		"a key that may be a secret",
		"    'tide://canary@h': x\n",
		[
			"tidemark.yaml:4: brokers.a: there is no such key; known here are address, every, readOnly, tls, colour, names, password",
		],
	],
	[
		"a key twice",
		"    tls:\n      ca: ca.pem\n      ca: ca.pem\n",
		[
			"tidemark.yaml:6: brokers.a.tls.ca: stands here again after line 5; leave one out",
		],
	],
	[
		"a value where settings belong",
		"    tls: canary\n",
		[
			`${at}tls: settings belong below it, one a line: ca, cert, key, serverName`,
		],
	],
	[
		"nothing where settings belong",
		"    tls:\n",
		[
			`${at}tls: settings belong below it, one a line: ca, cert, key, serverName`,
		],
	],
	[
		"settings where a value belongs",
		"    colour: { name: { canary: x } }\n",
		[`${at}colour.name: write a colour`],
	],
	[
		"a setting that is missing",
		"    colour: {}\n",
		[`${at}colour.name: write a colour`],
	],
	[
		"an odd one among a list",
		"    names:\n      include:\n        - a\n        - b: canary\n",
		[
			"tidemark.yaml:7: brokers.a.names.include: write a name or a list of them, in which * stands for anything",
		],
	],
	[
		"a variable that is not set",
		`    tls: { ca: '\${NOT_SET}' }\n`,
		[
			`${at}tls.ca: the variable NOT_SET is not set; set it, or write $\${NOT_SET} if that is meant as it stands`,
		],
	],
	[
		"a file that is not there",
		"    tls: { ca: canary.pem }\n",
		[
			`${at}tls.ca: there is no such file; a path is relative to the configuration's folder`,
		],
	],
	[
		"a folder in the place of a file",
		"    tls: { ca: . }\n",
		[`${at}tls.ca: the file cannot be read (EISDIR); see who may read it`],
	],
	[
		"a key in the place of a certificate, and a certificate that is cut",
		"    tls:\n      ca: key.pem\n      cert: cut.pem\n      key: key.pem\n",
		[
			"tidemark.yaml:5: brokers.a.tls.ca: the file holds no certificate; write one in PEM, which begins with BEGIN CERTIFICATE",
			"tidemark.yaml:6: brokers.a.tls.cert: the file holds no certificate; write one in PEM, which begins with BEGIN CERTIFICATE",
		],
	],
	[
		"a certificate in the place of a key",
		"    tls: { cert: cert.pem, key: cert.pem }\n",
		[
			`${at}tls.key: the file holds no private key that can be used; write one in PEM, without a passphrase`,
		],
	],
	[
		"a key of another certificate",
		"    tls: { cert: cert.pem, key: other.pem }\n",
		[`${at}tls.key: does not belong to the certificate in cert`],
	],
	[
		"a certificate without its key",
		"    tls: { cert: cert.pem }\n",
		[`${at}tls.cert: has no key; write the file of its key as key`],
	],
	[
		"several mistakes at once",
		"    colour: {}\n    tls: { od: x }\n",
		[
			`${at}colour.name: write a colour`,
			"tidemark.yaml:5: brokers.a.tls.od: there is no such key; known here are ca, cert, key, serverName",
		],
	],
];

test.each(rows)("%s is told", (_, lines, mistakes) => {
	expect(mistakesOf(under(lines))).toEqual(mistakes);
});

test("no mistake repeats what was written", () => {
	const all = rows.flatMap(([, lines]) => mistakesOf(under(lines)));
	expect(all.join("\n")).not.toContain("canary");
});

test("beside an address that cannot be read, only keys that nobody has are told", () => {
	const file =
		"brokers:\n  a:\n    adress: tide://h\n    tls: { ca: nowhere }\n";
	expect(mistakesOf({ file })).toEqual([
		"tidemark.yaml:2: brokers.a: has no address; write one, such as address: tide://host:1234",
		"tidemark.yaml:3: brokers.a.adress: there is no such key; did you mean address?",
	]);
});
