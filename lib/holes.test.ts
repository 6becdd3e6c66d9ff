// Do the ways stay closed by which names become programs, programs are started, and addresses are dialled? Classes of holes, not places.
import { describe, expect, test } from "vitest";
import {
	files,
	isUnder,
	offenders,
	products,
	type Source,
	textOf,
} from "./architecture-tree.ts";

/** Made for demo, tests and measurements: it is not there where the product runs. */
const aside = ["world", "e2e", "bench"];
const shipped = products.filter(
	({ file }) => !aside.some((place) => isUnder(file, place)),
);

/** What it finds, but for the places where it belongs. */
const outside = (
	found: (source: Source) => readonly string[],
	...places: readonly string[]
) =>
	offenders(
		found,
		shipped.filter(({ file }) => !places.some((at) => isUnder(file, at))),
	);

const saying =
	(match: RegExp) =>
	({ text }: Source): readonly string[] =>
		match.exec(text)?.slice(0, 1) ?? [];
const importing =
	(...names: readonly string[]) =>
	({ imports }: Source): readonly string[] =>
		imports.filter((name) => names.includes(name.replace(/^node:/, "")));

const markup =
	/dangerouslySetInnerHTML|\.(?:inner|outer)HTML\b|insertAdjacentHTML|createContextualFragment|document\.write|\bsrcDoc\b|DOMParser/;
const running =
	/\beval\(|\bnew Function\b|\bFunction\(|\bset(?:Timeout|Interval)\(\s*["'`]|["']node:vm["']/;
const luaInText = /redis\.p?call\(/;
const asking = /(?<![.\w])fetch\(/;
const patterns = /\bRegExp\(/;

describe("a name stays a name", () => {
	test("no page is made of text that somebody else wrote", () => {
		expect(outside(saying(markup))).toEqual([]);
		expect(saying(markup)({ text: "a.innerHTML = b" } as Source)).not.toEqual(
			[],
		);
	});

	test("no text is run as a program", () => {
		expect(outside(saying(running))).toEqual([]);
		for (const text of ["eval(a)", "new Function(a)", "setTimeout('a')"])
			expect(saying(running)({ text } as Source)).not.toEqual([]);
	});

	test("no pattern is made of what a person or a broker wrote", () => {
		// A field of INFO, of three that the file names.
		const fixed = "lib/systems/redis/connection/version.ts";
		expect(outside(saying(patterns), fixed)).toEqual([]);
		expect(textOf(fixed).match(/new RegExp\(/g)).toHaveLength(1);
	});

	test("no program is started but by the command", () => {
		const starts = ["child_process", "cluster", "worker_threads"];
		expect(outside(importing(...starts), "bin")).toEqual([]);
		const shells = saying(/\bexecSync\(|\bshell: true|import \{[^}]*\bexec\b/);
		expect(outside(shells)).toEqual([]);
	});
});

describe("scripts that a server runs", () => {
	const own = "lib/systems/redis/clean-ups/scripts.ts";

	test("are files, and none is put together from strings", () => {
		expect(outside(saying(luaInText))).toEqual([]);
		// The other two only ask whether it would be allowed.
		const probes = ["lists/draw.ts", "streams/rights.ts"].map(
			(file) => `lib/systems/redis/clean-ups/${file}`,
		);
		const sends = saying(/["'](?:eval|evalsha)(?:_ro)?["']|defineCommand/i);
		expect(outside(sends, own, ...probes)).toEqual([]);
		for (const file of probes)
			expect(textOf(file).match(/"eval"/g)).toEqual(['"eval"']);
		expect(textOf(own)).toContain("readFileSync");
	});

	test("run nothing that they were handed", () => {
		const scripts = files.filter((file) => file.endsWith(".lua"));
		expect(scripts.length).toBeGreaterThan(3);
		expect(
			scripts.filter((file) =>
				/\b(?:load|loadstring|dofile)\b/.test(textOf(file)),
			),
		).toEqual([]);
	});
});

describe("who speaks to whom", () => {
	test("nobody asks an address but those who judge it first", () => {
		const mayAsk = [
			// Notices, by their guarded way; the token server of the configuration; a screen its own server; the command; the provider, within bounds.
			...["lib/alerts/requests", "lib/systems/kafka/connection/tokens.ts"],
			// A broker that is read over HTTP, at the places that are configured.
			"lib/systems/rabbitmq/connection",
			...["lib/wire/ask.ts", "bin"],
			"lib/access/provider/reach.ts",
		];
		expect(outside(saying(asking), ...mayAsk)).toEqual([]);
		const talk = importing("http", "https", "http2", "dgram", "undici");
		// The door is asked, and asks nobody.
		expect(outside(talk, ...mayAsk, "lib/front")).toEqual([]);
	});

	test("nobody opens a connection but systems, notices and the command", () => {
		const opens = ({ imports, text }: Source) =>
			imports.some((name) => /^(?:node:)?(?:net|tls)$/.test(name)) &&
			/\bimport(?! type)[^;]*\b(?:connect|createConnection|Socket)\b[^;]*from "node:(?:net|tls)"/.test(
				text,
			)
				? ["opens a connection"]
				: [];
		const may = ["lib/systems", "lib/alerts/requests", "bin"];
		// It looks for brokers at the usual ports of this machine.
		expect(outside(opens, ...may, "lib/config/search.ts")).toEqual([]);
		expect(opens(textAndImports("lib/config/search.ts"))).toHaveLength(1);
	});
});

test("no secret, session or number of an errand is drawn from a guessable source", () => {
	const drawn = saying(/Math\.random/);
	// How long a screen and an outlet wait before they try again.
	const waits = ["components/ui/live.tsx", "lib/alerts/delivery/turns.ts"];
	expect(outside(drawn, ...waits)).toEqual([]);
});

function textAndImports(file: string): Source {
	const source = shipped.find((it) => it.file === file);
	if (source === undefined) throw new Error(`${file} is not there`);
	return source;
}
