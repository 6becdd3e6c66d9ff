// Is what the file says of alerts read as it was meant, and is each mistake told at its line?
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ruleBegun, usualRules } from "#lib/core/alert/rule.ts";
import type { Configuration } from "./configuration.ts";
import { load, mistakesOf, type Situation } from "./for-tests.ts";

function configured(situation: Situation): Configuration {
	const { configuration, mistakes } = load(situation);
	if (configuration === null) throw new Error(JSON.stringify(mistakes));
	return configuration;
}
const alertsOf = (lines: string, env = {}) =>
	configured({ file: `alerts:\n${lines}`, env }).alerts;
const rulesOf = (lines: string) =>
	alertsOf(
		`  usual: false\n  outlets: { a: { kind: horn, loud: x } }\n${lines}`,
	).rules;

describe("what is meant", () => {
	test("nothing written means the usual rules, and nobody to tell", () => {
		const usual = usualRules.map((rule) => ({ ...rule, from: "usual" }));
		for (const file of ["", "alerts:\n", "alerts: { rules: , outlets: }"])
			expect(configured({ file }).alerts).toEqual({
				...{ language: "en", allow: [], heartbeat: null, outlets: [] },
				rules: usual,
			});
	});

	test.each<readonly [where: string, situation: Situation, url: string]>([
		["where it listens", {}, "http://127.0.0.1:7700"],
		["a bracketed one", { file: 'listen: "[::1]:81"' }, "http://[::1]:81"],
		["the file", { file: "address: https://a.example/" }, "https://a.example"],
		[
			"a place below a host",
			{ file: "address: https://a.example/tide/" },
			"https://a.example/tide",
		],
		["a variable", { env: { TIDEMARK_ADDRESS: "http://b:81" } }, "http://b:81"],
		["a flag", { argv: ["--address", "https://c"] }, "https://c"],
	])("links begin with %s", (_, situation, url) => {
		expect(configured(situation).url).toBe(url);
	});

	test("one line is a whole rule, and what it leaves out is as usual", () => {
		expect(rulesOf("  rules:\n    backlog: lag over 1,000\n")).toEqual([
			{
				...ruleBegun,
				...{ name: "backlog", from: "file" },
				when: { is: "measure", of: "lag", n: 1_000 },
			},
		]);
	});

	test("a rule says all that it may", () => {
		const lines = `  rules:
    late payments:
      when: stalled or graver
      among: "broker:a group:payments*"
      for: 10m
      calm: 2h
      gravity: critical
      tell: a
      again: never
      text: Call the payments team.
      on: false
`;
		expect(rulesOf(lines)).toEqual([
			{
				...{ name: "late payments", from: "file", on: false },
				when: { is: "verdict", atLeast: "stalled" },
				among: "broker:a group:payments*",
				...{ forMs: 600_000, calmMs: 7_200_000, againMs: null },
				...{ gravity: "critical", tell: ["a"] },
				text: "Call the payments team.",
			},
		]);
	});

	test("a rule of the file replaces the usual one of its name, and the others stay", () => {
		const { rules } = alertsOf("  rules: { stalled: only stalled for 1h }\n");
		expect(rules.map(({ name, from }) => `${from} ${name}`)).toEqual([
			...["usual losing", "usual stopped", "usual broker silent"],
			...["usual outlet failing", "usual no room", "file stalled"],
		]);
	});

	test("outlets have a kind, quiet hours and settings of their own, and their keys cannot be printed", () => {
		const { outlets, heartbeat, allow } = alertsOf(
			`  allow: [10.0.0.0/8, "::1", mail.example.org, "*.example.net"]
  heartbeat: { url: "https://hc.example.org/\${KEY}", every: 30s }
  outlets:
    oncall: { kind: horn, loud: very, key: "\${KEY}", quiet: 22:00-07:00 Europe/Berlin }
    desk: { kind: lamp, loud: "\${KEY}" }
`,
			{ KEY: "canary" },
		);
		expect(outlets.map(({ name, kind }) => [name, kind])).toEqual([
			["oncall", "horn"],
			["desk", "lamp"],
		]);
		expect(outlets[0]?.quiet).toEqual({
			text: "22:00-07:00 Europe/Berlin",
			hours: { fromMinute: 1320, toMinute: 420, zone: "Europe/Berlin" },
		});
		expect(allow).toEqual([
			...["10.0.0.0/8", "::1", "mail.example.org", "*.example.net"],
		]);
		expect(heartbeat?.everyMs).toBe(30_000);
		expect(heartbeat?.url.reveal()).toBe("https://hc.example.org/canary");
		expect(JSON.stringify([outlets[0], heartbeat])).not.toContain("canary");
	});

	test("a rule may be called as a prototype is, and is only called so", () => {
		const rules = rulesOf(
			"  rules: { __proto__: losing, constructor: losing }",
		);
		expect(rules.map(({ name }) => name)).toEqual(["__proto__", "constructor"]);
		expect(Object.getPrototypeOf(rules[0])).toBe(Object.prototype);
	});
});

const spanSay =
	"write a number and a unit (s, m, h or d), such as 5m, and no more than 30d";
const rows: readonly (readonly [
	sentence: string,
	lines: string,
	mistake: string,
])[] = [
	[
		"a key near a known one",
		"  rule: { a: losing }",
		":2: alerts.rule: there is no such key; did you mean rules?",
	],
	[
		"a language nobody wrote",
		"  language: de",
		":2: alerts.language: write en or ko",
	],
	[
		"a host that is none",
		"  allow: [10.0.0.0/33]",
		":2: alerts.allow: after the / comes a number up to 32",
	],
	[
		"a heartbeat without an address",
		"  heartbeat: { every: 1m }",
		":2: alerts.heartbeat.url: write an address that begins with https:// or http://",
	],
	[
		"outlets in a line",
		"  outlets: slack",
		":2: alerts.outlets: write one outlet a line below it, such as   oncall: { kind: slack, url: … }",
	],
	[
		"an outlet without a kind",
		"  outlets: { a: { loud: x } }",
		":2: alerts.outlets.a: has no kind; write one of horn, lamp",
	],
	[
		"a kind near a known one",
		"  outlets: { a: { kind: hornn, loud: x } }",
		":2: alerts.outlets.a.kind: is no kind of outlet; did you mean horn?",
	],
	[
		"an outlet that lacks what its kind needs",
		"  outlets:\n    a: { kind: horn }",
		":3: alerts.outlets.a.loud: write how loud it is, such as loud: very",
	],
	[
		"a setting that its kind does not know",
		"  outlets: { a: { kind: horn, loud: x, laud: y } }",
		":2: alerts.outlets.a.laud: there is no such key; did you mean loud?",
	],
	[
		"quiet hours in a zone that is none",
		"  outlets: { a: { kind: horn, loud: x, quiet: 22:00-07:00 Atlantis } }",
		":2: alerts.outlets.a.quiet: write from when to when, and where, such as 22:00-07:00 Europe/Berlin",
	],
	[
		"an outlet of a prototype's name",
		"  outlets: { __proto__: { kind: horn, loud: x } }",
		':2: alerts.outlets.__proto__: "__proto__" cannot be a name; choose another',
	],
	[
		"a line that says nothing known",
		"  rules:\n    a: stallled",
		":3: alerts.rules.a: is nothing that can be watched for; write stalled",
	],
	[
		"a number on the wrong side",
		"  rules:\n    a: margin over 6h",
		":3: alerts.rules.a: is told on the other side of its number; write margin under 6h",
	],
	[
		"a rule that says nothing",
		"  rules:\n    a:",
		":3: alerts.rules.a: does not say in one line what is watched for; write lag over 1,000",
	],
	[
		"a rule without its condition",
		"  rules:\n    a: { for: 5m }",
		":3: alerts.rules.a.when: says nothing of what is watched for; write when: lag over 1,000",
	],
	[
		"a rule that says twice for how long",
		"  rules:\n    a:\n      when: losing for 1m\n      for: 5m",
		":5: alerts.rules.a.for: for how long stands here and behind when; leave one out",
	],
	[
		"a span without a unit",
		"  rules:\n    a: { when: losing, calm: 5 }",
		`:3: alerts.rules.a.calm: ${spanSay}`,
	],
	[
		"a span longer than a month",
		"  rules:\n    a: { when: losing, for: 31d }",
		`:3: alerts.rules.a.for: ${spanSay}`,
	],
	[
		"a repetition that is none",
		"  rules:\n    a: { when: losing, again: often }",
		":3: alerts.rules.a.again: write how often it is told again while it lasts, such as 4h, or never",
	],
	[
		"a gravity that is none",
		"  rules:\n    a: { when: losing, gravity: high }",
		":3: alerts.rules.a.gravity: write one of note, warning, critical",
	],
	[
		"a filter with a key the board does not know",
		"  rules:\n    a: { when: losing, among: 'topic:x' }",
		':3: alerts.rules.a.among: has a key the board does not know; write a filter as on the board, such as "broker:orders group:payments*"',
	],
	[
		"an outlet that is not there, near one that is",
		"  outlets: { oncall: { kind: horn, loud: x } }\n  rules:\n    a: { when: losing, tell: [oncal] }",
		":4: alerts.rules.a.tell: names an outlet that is not there; did you mean oncall?",
	],
	[
		"an outlet where there is none",
		"  rules:\n    a: { when: losing, tell: oncall }",
		":3: alerts.rules.a.tell: names an outlet, and there is none; write one below outlets",
	],
	[
		"a rule with no name",
		"  rules: { ' ': losing }",
		":2: alerts.rules: a rule's name is 1 to 80 letters, digits, spaces and other signs that can be seen; choose another, and write what is watched for after it",
	],
	[
		"a rule twice",
		"  rules:\n    a: losing\n    a: stopped",
		":4: alerts.rules.a: stands here again after line 3; leave one out",
	],
	[
		"a variable that is not set",
		`  rules: { a: 'lag over \${N}' }`,
		`:2: alerts.rules.a: the variable N is not set; set it, or write $\${N} if that is meant as it stands`,
	],
];

describe("one mistake", () => {
	test.each(rows)("%s", (_, lines, mistake) => {
		const file = `alerts:\n${lines}\n`;
		expect(mistakesOf({ file })).toEqual([`tidemark.yaml${mistake}`]);
	});

	test.each([
		"tidemark.example.org",
		"https://u:canary@h",
		"ftp://h",
		"https://h/?a=b",
	])("an address that no link can begin with: %s", (address) => {
		const said = mistakesOf({ file: `address: ${address}` });
		expect(said).toHaveLength(1);
		expect(said[0]).toContain("tidemark.yaml:1: address: write the address");
		expect(said[0]).not.toContain("canary");
	});
});

test("all mistakes are told at once, each at its line", () => {
	const file =
		"alerts:\n  language: xx\n  outlets:\n    a: { kind: bell }\n    b: { kind: horn }\n  rules:\n    a: lag\n    b: { when: losing, tell: c }\n    c: { when: x, calm: y }\n";
	expect(mistakesOf({ file }).map((it) => it.split(": ").slice(0, 2))).toEqual([
		["tidemark.yaml:2", "alerts.language"],
		["tidemark.yaml:4", "alerts.outlets.a.kind"],
		["tidemark.yaml:5", "alerts.outlets.b.loud"],
		["tidemark.yaml:7", "alerts.rules.a"],
		["tidemark.yaml:8", "alerts.rules.b.tell"],
		["tidemark.yaml:9", "alerts.rules.c.when"],
		["tidemark.yaml:9", "alerts.rules.c.calm"],
	]);
});

test("wherever a key is put by mistake, no sentence repeats it", () => {
	const places: readonly ((text: string) => string)[] = [
		(text) => `alerts: ${text}`,
		(text) => `alerts:\n  ${text}: x`,
		...["language", "usual", "allow", "heartbeat", "outlets", "rules"].map(
			(key) => (text: string) => `alerts:\n  ${key}: ${text}`,
		),
		(text) => `alerts:\n  outlets:\n    a: { kind: ${text} }`,
		(text) => `alerts:\n  outlets:\n    ${text}: { kind: x }`,
		(text) => `alerts:\n  outlets:\n    a: { kind: horn, ${text}: x }`,
		(text) => `alerts:\n  outlets:\n    a: { kind: horn, quiet: ${text} }`,
		(text) => `alerts:\n  rules:\n    a: ${text}`,
		(text) => `alerts:\n  rules:\n    ${text}: x`,
		...["when", "among", "for", "gravity", "tell", "again", "on"].map(
			(key) => (text: string) =>
				`alerts:\n  rules:\n    a: { when: x, ${key}: ${text} }`,
		),
	];
	const around = fc.string({ maxLength: 12 });
	fc.assert(
		fc.property(
			...([fc.constantFrom(...places), around, around] as const),
			(place, before, after) => {
				const file = place(`${before}canary/77${after}`);
				expect(mistakesOf({ file }).join("\n")).not.toContain("canary");
			},
		),
		{ numRuns: 1_000 },
	);
});
