// Does what is written become what is meant, and who wins when several say it?

import { describe, expect, test } from "vitest";
import { usualRules } from "#lib/core/alert/rule.ts";
import { noAccess } from "#lib/core/people/access.ts";
import { redacted } from "#lib/systems/address.ts";
import type { Configuration } from "./configuration.ts";
import { load, type Situation } from "./for-tests.ts";

function configured(situation: Situation): Configuration {
	const { configuration, mistakes } = load(situation);
	if (configuration === null) throw new Error(JSON.stringify(mistakes));
	return configuration;
}

const brokersOf = (situation: Situation) =>
	configured(situation).brokers.map(({ name, system, address, everyMs }) => [
		name,
		system,
		redacted(address),
		everyMs,
	]);

const passwordOf = (situation: Situation) =>
	configured(situation).brokers[0]?.address.password?.reveal();

const dayMs = 24 * 3_600_000;

describe("what is meant", () => {
	test("nothing written means the defaults and no brokers", () => {
		expect(configured({})).toEqual({
			listen: { host: "127.0.0.1", port: 7700 },
			...{ tls: null, address: null },
			url: "http://127.0.0.1:7700",
			folder: "/home/.tidemark/store",
			brokers: [],
			alerts: {
				...{ language: "en", allow: [], heartbeat: null, outlets: [] },
				rules: usualRules.map((rule) => ({ ...rule, from: "usual" })),
			},
			history: {
				keep: {
					ticksMs: dayMs,
					minutesMs: 7 * dayMs,
					tenMinutesMs: 90 * dayMs,
					hoursMs: 730 * dayMs,
				},
				floorBytes: 512 * 1024 ** 2,
			},
			scrapeHash: null,
			readOnly: false,
			reasonRequired: false,
			access: noAccess,
			demo: false,
		});
	});

	test("of a token only its hash is kept, however it is given", () => {
		const secret = "canary-of-some-length";
		const env = { TOKEN: secret };
		for (const given of [
			{ file: `metrics: ${secret}` },
			{ file: `metrics: \${TOKEN}`, env },
			{ argv: ["--metrics", `\${TOKEN}`], env },
			{ env: { TIDEMARK_METRICS: secret } },
		]) {
			const all = configured(given);
			expect(all.scrapeHash).toBe(
				"5d1acd53966529ae2b30106cb97cbebb0ac7f7384f5cd6d60201416bac1ad08b",
			);
			expect(JSON.stringify(all)).not.toContain("canary");
		}
	});

	test.each([
		["nothing", {}, false, false],
		["the file", { file: "readOnly: true\nreasonRequired: true" }, true, true],
		["the file, to the contrary", { file: "readOnly: false" }, false, false],
		["variables", { env: { TIDEMARK_READONLY: "true" } }, true, false],
		["flags", { argv: ["--read-only", "--reason-required"] }, true, true],
		[
			"a flag over the file",
			{ file: "readOnly: false", argv: ["--read-only"] },
			true,
			false,
		],
	] as const)("what may be changed is said by %s", (_, given, only, reason) => {
		const { readOnly, reasonRequired } = configured(given);
		expect({ readOnly, reasonRequired }).toEqual({
			...{ readOnly: only, reasonRequired: reason },
		});
	});

	test("one broker alone is never changed", () => {
		const { readOnly, brokers } = configured({
			file: "brokers:\n  a: tide://a\n  b:\n    address: tide://b\n    readOnly: true",
		});
		expect(readOnly).toBe(false);
		expect(brokers.map(({ readOnly }) => readOnly)).toEqual([false, true]);
	});

	test("history and its floor are given in a line each", () => {
		const file = "history: 6h, 2d, 3d,4 d\nfloor: 2GB";
		const { history } = configured({ file });
		expect(history.floorBytes).toBe(2 * 1024 ** 3);
		expect(history.keep.ticksMs).toBe(dayMs / 4);
		expect(history.keep.hoursMs).toBe(4 * dayMs);
	});

	test.each([
		["an empty file", ""],
		["a file of comments", "# nothing\n"],
		["brokers without any below", "brokers:\n"],
	])("%s is no mistake", (_, file) => {
		expect(configured({ file }).brokers).toEqual([]);
	});

	test("brokers keep their order, and an interval of their own beats the common one", () => {
		const file =
			"every: 1m\nbrokers:\n  b: tide://h:1,i:2\n  a:\n    address: moon://h\n    every: 1500ms";
		expect(brokersOf({ file })).toEqual([
			["b", "tide", "tide://h:1,i:2", 60_000],
			["a", "moon", "moon://h", 1_500],
		]);
	});

	test("the bounds of an interval belong to it", () => {
		const file =
			"brokers:\n  a: { address: tide://h, every: 1s }\n  b: { address: tide://h, every: 1h }";
		expect(brokersOf({ file }).map((broker) => broker[3])).toEqual([
			1_000, 3_600_000,
		]);
	});

	test.each([
		["localhost:1", { host: "localhost", port: 1 }],
		["127.8.0.1:65535", { host: "127.8.0.1", port: 65_535 }],
		["[::1]:80", { host: "::1", port: 80 }],
	])("%s is an address of this machine", (text, listen) => {
		expect(configured({ argv: ["--listen", text] }).listen).toEqual(listen);
	});

	test("words that YAML takes for something else stay words", () => {
		expect(
			brokersOf({
				file: "brokers:\n  on: tide://h\n  1: tide://h\n  null: tide://h",
			}).map(([name]) => name),
		).toEqual(["on", "1", "null"]);
	});

	test("variables of a cluster that share our prefix are left alone", () => {
		expect(
			configured({
				env: {
					TIDEMARK_PORT: "tcp://10.0.0.1:7700",
					TIDEMARK_SERVICE_HOST: "10.0.0.1",
				},
			}).brokers,
		).toEqual([]);
	});
});

describe("who wins", () => {
	const file =
		"listen: 127.0.0.1:1\nfolder: store\nevery: 1s\nbrokers:\n  a-b:\n    address: tide://file\n    every: 2s";
	const env = {
		TIDEMARK_LISTEN: "127.0.0.1:2",
		TIDEMARK_EVERY: "3s",
		TIDEMARK_BROKER_A_B: "tide://variable",
		TIDEMARK_BROKER_NEW_ONE: "moon://variable",
	};

	test("variables beat the file, value by value", () => {
		expect(configured({ file, env }).listen.port).toBe(2);
		expect(brokersOf({ file, env })).toEqual([
			["a-b", "tide", "tide://variable", 2_000],
			["new_one", "moon", "moon://variable", 3_000],
		]);
	});

	test("flags beat variables", () => {
		const argv = [
			"--listen",
			"127.0.0.1:3",
			"--broker",
			"a-b=moon://flag",
			"--broker=c=tide://flag",
			"--demo",
		];
		expect(configured({ file, env, argv })).toMatchObject({
			listen: { port: 3 },
			demo: true,
		});
		expect(
			brokersOf({ file, env, argv }).map(([, , address]) => address),
		).toEqual(["moon://flag", "moon://variable", "tide://flag"]);
	});

	test("a value that is beaten is not judged", () => {
		expect(
			configured({
				file: `every: \${NOT_SET}\nbrokers:\n  a: nonsense`,
				env: { TIDEMARK_BROKER_A: "tide://h" },
				argv: ["--every", "7s"],
			}).brokers[0]?.everyMs,
		).toBe(7_000);
	});

	test("a folder is relative to the file that names it, or to where the command is given", () => {
		const files = { "/etc/tide/t.yaml": "folder: ./store" };
		const argv = ["--config", "/etc/tide/t.yaml"];
		expect(configured({ files, argv }).folder).toBe("/etc/tide/store");
		expect(
			configured({ files, argv: [...argv, "--folder", "./store"] }).folder,
		).toBe("/home/store");
		expect(
			configured({ files, argv, env: { TIDEMARK_FOLDER: "/var/tide" } }).folder,
		).toBe("/var/tide");
	});
});

describe(`\${NAME}`, () => {
	test("is filled in wherever a value stands", () => {
		const env = { HOST: "h", PORT: "7", HOME: "/root-of-me", PAUSE: "9s" };
		const file = `listen: 127.0.0.1:\${PORT}\nfolder: \${HOME}/x\nbrokers:\n  a: { address: 'tide://\${HOST}:\${PORT}', every: '\${PAUSE}' }`;
		expect(configured({ file, env })).toMatchObject({
			listen: { port: 7 },
			folder: "/root-of-me/x",
		});
		expect(brokersOf({ file, env })).toEqual([
			["a", "tide", "tide://h:7", 9_000],
		]);
	});

	test.each(["p@ss/w:rd?#%41", `\${OTHER}`, "%", " "])(
		"a password of any signs is taken letter by letter: %s",
		(PASS) => {
			expect(
				passwordOf({
					file: `brokers:\n  a: tide://me:\${PASS}@h`,
					env: { PASS },
				}),
			).toBe(PASS);
		},
	);

	test("may be a whole address", () => {
		expect(
			passwordOf({
				env: { TIDEMARK_BROKER_A: `\${URL}`, URL: "tide://me:p%40@h" },
			}),
		).toBe("p@");
	});

	test("stands for itself after two dollar signs", () => {
		expect(passwordOf({ file: `brokers:\n  a: tide://me:$\${PASS}$@h` })).toBe(
			`\${PASS}$`,
		);
	});
});
