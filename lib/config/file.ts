// What does the file say? Every value as text, with its path and its line.
import { isMap, isScalar, LineCounter, parseDocument } from "yaml";
import type { Mistake, Place } from "./mistake.ts";
import {
	addressAlone,
	brokerKeys,
	type Given,
	type GivenBroker,
	type GivenTree,
	type Section,
	type Setting,
	type Sheet,
	sections,
	settings,
} from "./sheet.ts";
import { entries, pathTo, type Reading, textAt, treeAt } from "./tree.ts";

const topKeys = [...settings, "brokers", ...sections] as const;

/** The parser's own messages quote the file, passwords and all: only their place is kept. */
export function readSheet(text: string, source: string): Sheet {
	const lines = new LineCounter();
	// Everything is text here: "on", "5" and "1e3" mean what stands there.
	const document = parseDocument(text, {
		schema: "failsafe",
		lineCounter: lines,
		prettyErrors: false,
		uniqueKeys: false,
		logLevel: "silent",
	});
	const mistakes: Mistake[] = document.errors.map((error) => ({
		path: "",
		place: { source, line: lines.linePos(error.pos[0]).line },
		say:
			syntax.get(error.code) ??
			"this line cannot be read; put the value in double quotes, or see tidemark.example.yaml",
	}));
	const reading = { source, lines, mistakes };
	const given = new Map<Setting, Given>();
	const brokers = new Map<string, GivenBroker>();
	const trees = new Map<Section, GivenTree>();
	const sheet = { settings: given, brokers, sections: trees, mistakes };
	if (mistakes.length > 0 || document.contents === null) return sheet;
	if (!isMap(document.contents)) {
		mistakes.push({
			path: "",
			place: { source, line: 1 },
			say: "write keys and values, such as listen: 127.0.0.1:7700",
		});
		return sheet;
	}
	for (const { key, value, place } of entries(
		document.contents,
		"",
		topKeys,
		reading,
	)) {
		if (key === "brokers") readBrokers(value, place, brokers, reading);
		else {
			const section = sections.find((known) => known === key);
			if (section) trees.set(section, treeAt(value, key, place, reading));
			if (section) continue;
			const text = textAt(value, key, place, reading);
			const setting = settings.find((known) => known === key);
			if (text && setting) given.set(setting, text);
		}
	}
	return sheet;
}

const syntax: ReadonlyMap<string, string> = new Map([
	["TAB_AS_INDENT", "a tab stands where YAML wants spaces"],
	["BAD_INDENT", "the indentation does not fit the lines above"],
	["MULTIPLE_DOCS", "the file holds a second document; leave out the line ---"],
	["BLOCK_AS_IMPLICIT_KEY", "a second colon; put the value in double quotes"],
]);

function readBrokers(
	value: unknown,
	place: Place,
	brokers: Map<string, GivenBroker>,
	reading: Reading,
): void {
	if (isScalar(value) && value.value === "") return;
	if (!isMap(value)) {
		reading.mistakes.push({
			path: "brokers",
			place,
			say: "write one line a broker below it, such as   orders: address",
		});
		return;
	}
	for (const entry of entries(value, "brokers", "names", reading)) {
		const path = `brokers.${entry.key}`;
		if (!isMap(entry.value)) {
			const address = textAt(entry.value, path, entry.place, reading);
			if (address) brokers.set(entry.key, addressAlone(address, entry.place));
			continue;
		}
		const parts = new Map<string, Given>();
		const settings = new Map<string, GivenTree>();
		for (const part of entries(entry.value, path, "any", reading)) {
			const { key, value, place } = part;
			const own = pathTo(path, key);
			if (!brokerKeys.some((common) => common === key)) {
				settings.set(key, treeAt(value, own, place, reading));
				continue;
			}
			const given = textAt(value, own, place, reading);
			if (given) parts.set(key, given);
		}
		brokers.set(entry.key, {
			address: parts.get("address") ?? null,
			every: parts.get("every") ?? null,
			readOnly: parts.get("readOnly") ?? null,
			settings,
			place: entry.place,
		});
	}
}
