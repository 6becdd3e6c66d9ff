// Is each command that a document shows run or held by a test? A kind that nobody holds fails here, until it is.
import { describe, expect, test } from "vitest";
import project from "../package.json" with { type: "json" };
import { files, textOf } from "./architecture-tree.ts";
import { readFlags } from "./config/flags.ts";
import { settings } from "./config/sheet.ts";
import { blocksIn } from "./for-tests-documents.ts";

const documents = files.filter((file) => /^(?:docs\/)?[^/]+\.md$/.test(file));
const front = ["README.md", "README.ko.md"];

/** How a line begins, and the test that runs it or holds its words. */
const held: ReadonlyMap<string, string> = new Map([
	["bin/tidemark ", "bin/documented.long.test.ts"],
	["curl -fsS ", "e2e/api.spec.ts"],
	["export TIDEMARK=", "e2e/api.spec.ts"],
	["kafka-acls.sh ", "lib/systems/kafka/for-tests/documented.ts"],
	["ACL SETUSER ", "lib/systems/redis/for-tests/viewer.test.ts"],
	["rabbitmqctl add_user ", "lib/systems/rabbitmq/live/rights.live.test.ts"],
	["rabbitmqctl set_", "lib/systems/rabbitmq/live/rights.live.test.ts"],
	["kafka-consumer-groups.sh ", "lib/systems/kafka/clean-ups/commands.test.ts"],
	["list=$(mktemp) ", "lib/systems/kafka/clean-ups/commands.test.ts"],
	["redis-cli ", "lib/systems/redis/live/by-hand.live.test.ts"],
	["rabbitmqctl ", "lib/systems/rabbitmq/clean-ups/lines.test.ts"],
	["rabbitmq-plugins ", "lib/systems/rabbitmq/clean-ups/lines.test.ts"],
	["curl -f -u ", "lib/systems/rabbitmq/clean-ups/lines.test.ts"],
]);

/** What fetches, installs, builds or begins everything, and a program of others. Their names are looked up below. */
const unheld = ["git clone ", "npm ", "npx tidemark ", "oauth2-proxy "];

const shown = documents.flatMap((document) =>
	blocksIn(document)
		.filter(({ language }) => ["", "sh"].includes(language))
		.flatMap(({ lines }) => lines)
		.filter((line) => line !== "" && !/^(?:[✗!?] | {4})/.test(line))
		.map((line) => ({ document, line })),
);

test("every line that is typed is held by a test, or known to be held by none", () => {
	const known = [...held.keys(), ...unheld];
	const others = shown.filter(
		({ line }) => !known.some((start) => line.startsWith(start)),
	);
	expect(others).toEqual([]);
});

test.each([...held])("%s is shown, and held by %s", (start, holder) => {
	expect(shown.some(({ line }) => line.startsWith(start))).toBe(true);
	expect(textOf(holder)).toContain('"docs/');
});

const ownScripts = ["ci", "install", "test", "start"];

test("what npm is told is there", () => {
	const said = shown.flatMap(({ line }) =>
		[...line.matchAll(/\bnpm (?:run )?([\w:-]+)/g)].map(([, it = ""]) => it),
	);
	const scripts = [...Object.keys(project.scripts), ...ownScripts];
	expect(said.filter((it) => !scripts.includes(it))).toEqual([]);
});

test.each(front)(
	"the flags that %s gives to start are understood",
	(document) => {
		const lines = shown.filter((it) => it.document === document);
		const given = lines.flatMap(
			({ line }) => line.match(/^npm start -- (.*)/)?.[1] ?? [],
		);
		expect(given).toHaveLength(1);
		const { sheet } = readFlags(given.join(" ").split(" "));
		expect(sheet.mistakes).toEqual([]);
		expect([...sheet.brokers.keys()]).toEqual(["orders", "jobs"]);
	},
);

describe("docs/settings.md", () => {
	const rows = [
		...textOf("docs/settings.md").matchAll(/^\|([^|]*)\|([^|]*)\|([^|]*)\|/gm),
	]
		.map((cells) =>
			cells.slice(1, 4).map((cell) => cell.replaceAll("`", "").trim()),
		)
		.slice(2);
	const inFile = rows.map(([name = ""]) => name);
	const flags = rows.flatMap(
		([, , flag = ""]) => flag.match(/^--[a-z-]+/) ?? [],
	);

	test("names every setting, each with its own variable", () => {
		expect(settings.filter((it) => !inFile.includes(it))).toEqual([]);
		for (const [name = "", variable = ""] of rows)
			if (settings.some((it) => it === name))
				expect(variable).toBe(`TIDEMARK_${name.toUpperCase()}`);
	});

	test("names every flag, and no other", () => {
		const { sheet } = readFlags(["--xyzzy-xyzzy-xyzzy"]);
		const known = sheet.mistakes[0]?.say.match(/--[a-z-]+/g) ?? [];
		expect(flags.toSorted()).toEqual(known.toSorted());
	});
});
