// Is every mistake found, placed and mended with a sentence, and does none of them tell a secret?
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { load, mistakesOf, type Situation } from "./for-tests.ts";
import { printed } from "./mistake.ts";

const rows: readonly (readonly [
	sentence: string,
	situation: Situation,
	mistake: string,
])[] = [
	[
		"an unknown key near a known one",
		{ file: "lisen: 127.0.0.1:1" },
		"tidemark.yaml:1: lisen: there is no such key; did you mean listen?",
	],
	[
		"an unknown key near nothing",
		{ file: "password: x" },
		"tidemark.yaml:1: password: there is no such key; known here are listen, folder, every, history, floor, metrics, address, plainHttp, readOnly, reasonRequired, brokers, tls, access, alerts",
	],
	[
		"an unknown key of a broker",
		{ file: "brokers:\n  a:\n    adress: tide://h\n    address: tide://h" },
		"tidemark.yaml:3: brokers.a.adress: there is no such key; did you mean address?",
	],
	[
		"a key twice",
		{ file: "every: 1s\nevery: 2s" },
		"tidemark.yaml:2: every: stands here again after line 1; leave one out",
	],
	[
		"a broker twice",
		{ file: "brokers:\n  a: tide://h\n  a: moon://h" },
		"tidemark.yaml:3: brokers.a: stands here again after line 2; leave one out",
	],
	[
		"a broker of a prototype's name",
		{ file: "brokers:\n  __proto__: tide://h" },
		'tidemark.yaml:2: brokers: "__proto__" cannot be a name; choose another',
	],
	[
		"a prototype at the top",
		{ file: "__proto__:\n  demo: true" },
		"tidemark.yaml:1: __proto__: there is no such key; known here are listen, folder, every, history, floor, metrics, address, plainHttp, readOnly, reasonRequired, brokers, tls, access, alerts",
	],
	[
		"an address in the place of a name",
		{ file: 'brokers:\n  "tide://:canary@h": x' },
		"tidemark.yaml:2: brokers: a broker's name is 1 to 64 letters, digits, dots, dashes or underscores; choose another, and write the address after it",
	],
	[
		"a list of brokers",
		{ file: "brokers:\n  - tide://h" },
		"tidemark.yaml:1: brokers: write one line a broker below it, such as   orders: address",
	],
	[
		"a broker without an address",
		{ file: "brokers:\n  a:\n    every: 2s" },
		"tidemark.yaml:2: brokers.a: has no address; write one, such as address: tide://host:1234",
	],
	[
		"a broker without anything",
		{ file: "brokers:\n  a:" },
		"tidemark.yaml:2: brokers.a: one value belongs here, written out after the colon",
	],
	[
		"an alias",
		{ file: "listen: &x 127.0.0.1:1\nfolder: *x" },
		"tidemark.yaml:2: folder: one value belongs here, written out after the colon",
	],
	[
		"a text that is no address",
		{ file: "brokers:\n  a: canary" },
		`tidemark.yaml:2: brokers.a: is no address; write one such as tide://host:1234 or moon://host:1234 or careless://host:1234, and a password as \${NAME} or percent-encoded`,
	],
	[
		"a scheme near a known one",
		{ file: "brokers:\n  a: tidez://h" },
		"tidemark.yaml:2: brokers.a: begins with a scheme nobody here reads; did you mean tide://?",
	],
	[
		"a scheme near nothing",
		{ file: "brokers:\n  a: https://h" },
		"tidemark.yaml:2: brokers.a: begins with a scheme nobody here reads; known are tide://, tides://, moon://, careless://",
	],
	[
		"what the system itself finds",
		{ file: "brokers:\n  a: tide://h?x=1" },
		"tidemark.yaml:2: brokers.a: has an option x that is not known; write tls",
	],
	[
		"an interval without a unit",
		{ file: "every: 5" },
		"tidemark.yaml:1: every: write a whole number and a unit (ms, s, m or h), such as 5s",
	],
	[
		"an interval too short",
		{ file: "brokers:\n  a: { address: tide://h, every: 500ms }" },
		"tidemark.yaml:2: brokers.a.every: asks more often than a broker should be asked; write 1s or longer",
	],
	[
		"an interval too long",
		{ argv: ["--every", "61m"] },
		"--every: every: is longer than anybody would wait; write 1h or shorter",
	],
	[
		"a token that is easily guessed",
		{ file: "metrics: canary" },
		`tidemark.yaml:1: metrics: write a token of 16 to 200 letters, digits or any of . _ ~ + / - that programs show to scrape, best as \${NAME}; openssl rand -hex 32 makes one`,
	],
	[
		"a token that no header can carry",
		{ env: { TIDEMARK_METRICS: "canary and some more words" } },
		`TIDEMARK_METRICS: metrics: write a token of 16 to 200 letters, digits or any of . _ ~ + / - that programs show to scrape, best as \${NAME}; openssl rand -hex 32 makes one`,
	],
	[
		"a token in a flag",
		{ argv: ["--metrics", "canary-of-some-length"] },
		`--metrics: every user of this machine can read a token in a flag; write \${NAME} in its place, in single quotes, and set that variable`,
	],
	[
		"history without all of its ages",
		{ file: "history: 1d, 7d" },
		"tidemark.yaml:1: history: write four ages in hours or days (h or d): of every reading, of one a minute, one in ten minutes and one an hour, such as 1d, 7d, 90d, 730d",
	],
	[
		"history that is kept for no time at all",
		{ argv: ["--history", "0d, 7d, 90d, 730d"] },
		"--history: history: write four ages in hours or days (h or d): of every reading, of one a minute, one in ten minutes and one an hour, such as 1d, 7d, 90d, 730d",
	],
	[
		"fine history that outlives the coarse",
		{ env: { TIDEMARK_HISTORY: "8d,7d,90d,730d" } },
		"TIDEMARK_HISTORY: history: is kept the longer the coarser it is; write ages that grow, such as 1d, 7d, 90d, 730d",
	],
	[
		"history for ever",
		{ file: "history: 1d, 7d, 90d, 99999d" },
		"tidemark.yaml:1: history: is longer than ten years; write 3650d or less",
	],
	[
		"a floor without a unit",
		{ file: "floor: 512" },
		"tidemark.yaml:1: floor: write a whole number and a unit (MB or GB), such as 512MB",
	],
	[
		"a switch that is neither on nor off",
		{ file: "readOnly: yes" },
		"tidemark.yaml:1: readOnly: write true or false",
	],
	[
		"a switch of one broker that is neither",
		{ file: "brokers:\n  a:\n    address: tide://h\n    readOnly: 1" },
		"tidemark.yaml:4: brokers.a.readOnly: write true or false",
	],
	[
		"a switch given a value in a flag",
		{ argv: ["--read-only=false"] },
		"--read-only: takes no value; write --read-only alone",
	],
	[
		"an address of every machine",
		{ argv: ["--listen=0.0.0.0:7700"] },
		"--listen: listen: others can reach that, and are answered only under a name that is written down; write address: https://tidemark.example.org, as people open it",
	],
	[
		"a port alone",
		{ env: { TIDEMARK_LISTEN: "7700" } },
		"TIDEMARK_LISTEN: listen: write an address and a port, such as 127.0.0.1:7700",
	],
	[
		"a port too high",
		{ env: { TIDEMARK_LISTEN: "[::1]:70000" } },
		"TIDEMARK_LISTEN: listen: the port is a number from 1 to 65535, such as 127.0.0.1:7700",
	],
	[
		"a folder only a shell understands",
		{ env: { TIDEMARK_FOLDER: "~/tide" } },
		`TIDEMARK_FOLDER: folder: write the folder out, or begin it with \${HOME}`,
	],
	[
		"a variable that is not set",
		{ file: `brokers:\n  a: tide://:\${PASS}@h` },
		`tidemark.yaml:2: brokers.a: the variable PASS is not set; set it, or write $\${PASS} if that is meant as it stands`,
	],
	[
		"a variable only objects have",
		{ file: `folder: \${constructor}` },
		`tidemark.yaml:1: folder: the variable constructor is not set; set it, or write $\${constructor} if that is meant as it stands`,
	],
	[
		"a brace without a name",
		{ file: `folder: "\${}"` },
		`tidemark.yaml:1: folder: after \${ comes the name of a variable and }; write $\${ if that is meant as it stands`,
	],
	[
		"a variable's name misspelt",
		{ env: { TIDEMARK_LISTN: "x" } },
		"TIDEMARK_LISTN: means nothing; did you mean TIDEMARK_LISTEN?",
	],
	[
		"a broker's variable without a name",
		{ env: { TIDEMARK_BROKER_: "tide://h" } },
		"TIDEMARK_BROKER_: brokers: a broker's name is 1 to 64 letters, digits, dots, dashes or underscores; choose another, and write the address after it",
	],
	[
		"a variable that could mean two brokers",
		{
			file: "brokers:\n  a-b: tide://h\n  a.b: tide://h",
			env: { TIDEMARK_BROKER_A_B: "tide://i" },
		},
		"TIDEMARK_BROKER_A_B: brokers: could mean a-b or a.b; rename one of them in the file",
	],
	[
		"two variables for one broker",
		{ env: { TIDEMARK_BROKER_A: "tide://h", TIDEMARK_BROKER_a: "tide://i" } },
		"TIDEMARK_BROKER_a: brokers.a: is given by two variables; leave one out",
	],
	[
		"a flag misspelt",
		{ argv: ["--lisen", "127.0.0.1:1"] },
		"--lisen: there is no such flag; did you mean --listen?",
	],
	[
		"a flag twice",
		{ argv: ["--every", "1s", "--every", "2s"] },
		"--every: is given twice; leave one out",
	],
	[
		"a flag without its value",
		{ argv: ["--folder"] },
		"--folder: needs a value after it",
	],
	[
		"a flag whose value is the next flag",
		{ argv: ["--folder", "--demo"] },
		"--folder: needs a value after it",
	],
	[
		"a value where none belongs",
		{ argv: ["--demo=yes"] },
		"--demo: takes no value; write --demo alone",
	],
	[
		"a word that is no flag",
		{ argv: ["tide://:canary@h"] },
		"arguments: something stands there that is no flag; brokers are given as --broker name=address",
	],
	[
		"a broker's flag without a name",
		{ argv: ["--broker", "tide://:canary@h"] },
		"--broker: brokers: write --broker name=address",
	],
	[
		"a broker's flag twice",
		{ argv: ["--broker", "a=tide://h", "--broker", "a=tide://i"] },
		"--broker: brokers.a: is given twice; leave one out or choose another name",
	],
	[
		"a named file that is not there",
		{ argv: ["--config", "other.yaml"] },
		"--config: there is no such file; see tidemark.example.yaml for one to begin with",
	],
	[
		"a folder in the place of a file",
		{ argv: ["--config", "."] },
		"--config: the file cannot be read (EISDIR); see who may read it",
	],
	[
		"a tab",
		{ file: "brokers:\n\ta: tide://h" },
		"tidemark.yaml:2: a tab stands where YAML wants spaces",
	],
	[
		"a quote that never ends",
		{ file: 'every: 1s\nfolder: "canary' },
		"tidemark.yaml:2: this line cannot be read; put the value in double quotes, or see tidemark.example.yaml",
	],
	[
		"a file that is a list",
		{ file: "- a" },
		"tidemark.yaml:1: write keys and values, such as listen: 127.0.0.1:7700",
	],
];

describe("one mistake", () => {
	test.each(rows)("%s", (_, situation, mistake) => {
		expect(mistakesOf(situation)).toEqual([mistake]);
	});
});

describe("all mistakes", () => {
	const situation: Situation = {
		file: `brokers:\n  a:\n    every: 1x\n    address: tide://:\${PASS}@h\n  b: sea://h\nlisten: 10.0.0.1:1\nfodler: x`,
		env: { TIDEMARK_EVERY: "never" },
		argv: ["--broker", "c"],
	};

	test("are told together, source by source and line by line", () => {
		const places = mistakesOf(situation).map((text) =>
			text.slice(0, text.indexOf(": ")),
		);
		expect(places).toEqual([
			"tidemark.yaml:3",
			"tidemark.yaml:4",
			"tidemark.yaml:5",
			"tidemark.yaml:6",
			"tidemark.yaml:7",
			"--broker",
			"TIDEMARK_EVERY",
		]);
	});

	test("are printed one a line under their number", () => {
		const lines = printed(load(situation).mistakes ?? []).split("\n");
		expect(lines[0]).toBe("The configuration has 7 mistakes:");
		expect(lines).toHaveLength(8);
	});
});

describe("secrets", () => {
	test("a system that repeats a password is not let through", () => {
		const file = `brokers:\n  a: careless://:canary-word@h/\${PLACE}`;
		const [text = ""] = mistakesOf({ file, env: { PLACE: "canary-place" } });
		expect(text).toContain("cannot use ••• at •••");
	});

	test("wherever a password is put by mistake, no sentence repeats it", () => {
		const secret = "canary/77";
		const places: readonly ((text: string) => Situation)[] = [
			(text) => ({ file: `listen: ${text}` }),
			(text) => ({ file: `${text}: x` }),
			(text) => ({ file: `brokers:\n  ${text}` }),
			(text) => ({ file: `brokers:\n  a: ${text}` }),
			(text) => ({ file: `brokers:\n  a:\n    every: ${text}` }),
			(text) => ({ file: `brokers:\n  a: tide://me:${text}` }),
			(text) => ({ file: `listen: \${X}\nevery: "\${X}"`, env: { X: text } }),
			(text) => ({ env: { TIDEMARK_BROKER_A: text, TIDEMARK_EVERY: text } }),
			(text) => ({ argv: ["--broker", `a=${text}`, "--every", text] }),
			(text) => ({ argv: ["--broker", text] }),
			(text) => ({ argv: [text] }),
		];
		const around = fc.string({ maxLength: 12 });
		fc.assert(
			fc.property(
				fc.constantFrom(...places),
				around,
				around,
				(place, before, after) => {
					const said = mistakesOf(place(`${before}${secret}${after}`)).join(
						"\n",
					);
					expect(said).not.toContain("canary");
				},
			),
			{ numRuns: 2_000 },
		);
	});
});
