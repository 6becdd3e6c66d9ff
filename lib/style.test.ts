// Does every file keep the house style, as far as a machine can tell?
import path from "node:path";
import { describe, expect, test } from "vitest";
import {
	files,
	isTest,
	isUnder,
	offenders,
	products,
	type Source,
	sources,
	textOf,
} from "./architecture-tree.ts";

/** Files that may be longer than the rest, because a dictionary is read by looking things up. */
const longer: readonly string[] = ["lib/say/words/words.ts"];

const wordsNotUsed =
	/^(?:status|health|manager|service|helper|util|data|info)(?:s|es)?$/;

/** The route that monitors expect, the name of its reply, and an ending that systemd asks for. */
const wordsAllowed = [
	"app/api/health",
	"healthReply",
	"deploy/tidemark.service",
];

/** Systems have these names whether we have a folder for them yet or not. */
const systems = [
	"kafka",
	"redis",
	"rabbitmq",
	"valkey",
	...files.flatMap(
		(file) => /^lib\/systems\/([^/]+)\/index\.ts$/.exec(file)?.[1] ?? [],
	),
];
const mayNameSystems = ["lib/systems", "world", "e2e", "bench"];
const settingsAtTop = ["package.json", "package-lock.json", "next.config.js"];

/** "redis", "Redis", "newRedis" and "REDIS_URL" name a system; "redistribute" does not. */
const systemName = new RegExp(
	[...new Set(systems)]
		.map((name) => {
			const capital = `${name[0]?.toUpperCase()}${name.slice(1)}`;
			return `(?<![A-Za-z])${name}(?![a-z])|${capital}(?![a-z])|${name.toUpperCase()}`;
		})
		.concat("RabbitMQ")
		.join("|"),
);

const saysNothing = (name: string): boolean =>
	name
		.split(/[^A-Za-z]+|(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/)
		.some((word) => wordsNotUsed.test(word.toLowerCase()));

/** The lines of a text file that match, as "file:line: what". */
const linesWith = (file: string, text: string, match: RegExp) =>
	text.split("\n").flatMap((line, at) => {
		const found = match.exec(line);
		return found ? [`${file}:${at + 1}: ${found[0].trim()}`] : [];
	});

describe("words", () => {
	test("no system is named outside its own folder", () => {
		const others = files.filter(
			(file) =>
				/\.(?:ts|tsx|mjs|js|css|json|sh)$/.test(file) &&
				!isTest(file) &&
				!settingsAtTop.includes(file) &&
				!mayNameSystems.some((place) => isUnder(file, place)),
		);
		expect(
			others.flatMap((file) => linesWith(file, textOf(file), systemName)),
		).toEqual([]);
	});

	test("no file or folder is called by a word that says nothing", () => {
		const named = files.filter(
			(file) =>
				saysNothing(file) &&
				!wordsAllowed.some((allowed) => isUnder(file, allowed)),
		);
		expect(named).toEqual([]);
	});

	test("nothing is exported under a word that says nothing", () => {
		const named = offenders(({ exports }) =>
			exports.filter(
				(name) => saysNothing(name) && !wordsAllowed.includes(name),
			),
		);
		expect(named).toEqual([]);
	});
});

describe("shape", () => {
	const lengthOf = ({ lines }: Source): number =>
		lines.length - (lines.at(-1) === "" ? 1 : 0);
	const limitOf = ({ file }: Source): number => (isTest(file) ? 400 : 200);

	test("no file grows past its limit: 200 lines, a test 400", () => {
		const long = offenders((source) =>
			lengthOf(source) > limitOf(source) && !longer.includes(source.file)
				? [`${lengthOf(source)} lines; it is two things`]
				: [],
		);
		expect(long).toEqual([]);
	});

	test("every file that may be longer exists and needs to be", () => {
		const needed = sources
			.filter((source) => lengthOf(source) > limitOf(source))
			.map(({ file }) => file);
		expect(longer.filter((file) => !needed.includes(file))).toEqual([]);
	});

	test("every file opens with a line that says what it answers", () => {
		const opens = /^(?:\/\/|\/\*\*?) \S+(?: \S+){2,}/;
		const silent = offenders(({ lines }) => {
			const isBefore = /^(?:#!.*|"use client";)$/.test(lines[0] ?? "");
			const [first = "", second = ""] = lines.slice(isBefore ? 1 : 0);
			const opening = /^\/\*\*?$/.test(first)
				? second.replace(/^ \*/, "//")
				: first;
			return opens.test(opening) ? [] : [`opens with "${first.slice(0, 60)}"`];
		});
		expect(silent).toEqual([]);
	});

	test("only systems have a door called index, and nothing hands on all of another file", () => {
		const barrels = offenders(({ file, barrel }) => {
			const isIndex = /(?:^|\/)index\.[a-z]+$/.test(file);
			const isDoor = /^lib\/systems\/(?:[^/]+\/)?index\.ts$/.test(file);
			return barrel || (isIndex && !isDoor)
				? ["is a barrel; import from where the thing is"]
				: [];
		});
		expect(barrels).toEqual([]);
	});

	test("colours are written in tokens.css and only named elsewhere", () => {
		const colour =
			/#[0-9a-f]{3,8}\b|\b(?:rgb|hsl)a?\(|\b(?:hwb|lab|lch|oklab|oklch|color)\(|(?<![-\w])(?:white|black|gr[ae]y|red|green|blue|orange|yellow|teal|navy)(?![-\w])/i;
		const sheets = files.filter(
			(file) =>
				file.endsWith(".css") && path.posix.basename(file) !== "tokens.css",
		);
		const written = sheets.flatMap((file) =>
			linesWith(file, valuesIn(textOf(file)), colour),
		);
		expect(written).toEqual([]);
	});

	test("the server offers no actions that a page could post to directly", () => {
		const actions = offenders(
			({ text }) =>
				/^\s*["']use server["']/m.test(text) ? ['says "use server"'] : [],
			products,
		);
		expect(actions).toEqual([]);
	});
});

/** Only what stands between a colon and its end: no comment, no selector; the lines stay where they are. */
function valuesIn(css: string): string {
	const blank = (text: string) => text.replaceAll(/[^\n]/g, " ");
	return css
		.replaceAll(/\/\*[\s\S]*?\*\//g, blank)
		.replaceAll(/[^{};]*\{/g, blank)
		.replaceAll(/[\w-]+\s*:/g, blank)
		.replaceAll(/url\([^)]*\)/g, blank);
}

describe("honesty", () => {
	const tests = sources.filter(({ file }) => isTest(file));

	test("nothing is left for later in a comment", () => {
		const later = new RegExp(
			`\\b(?:${["TO", "DO"].join("")}|${["FIX", "ME"].join("")}|X{3})\\b`,
		);
		expect(
			sources.flatMap(({ file, text }) => linesWith(file, text, later)),
		).toEqual([]);
	});

	test("no test is left out, and none stands alone", () => {
		const out =
			/\b(?:test|it|describe|suite)(?:\.\w+)*\.(?:only|skip|skipIf|todo|fixme|fails)\b|\b[xf](?:it|describe)\(/;
		expect(
			tests.flatMap(({ file, text }) => linesWith(file, text, out)),
		).toEqual([]);
	});

	test("no test replaces one of our own modules", () => {
		const mocks = /\bvi\.(?:mock|doMock|hoisted)\(/;
		expect(
			tests.flatMap(({ file, text }) => linesWith(file, text, mocks)),
		).toEqual([]);
	});
});
