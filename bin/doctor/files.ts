// Can anybody else on this machine read what is secret? The configuration where a password is written out in it, and keys it names.
import { existsSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { type Finding, warning, well, wrong } from "./finding.ts";
import type { Subject } from "./scene.ts";

export const files: Subject = {
	name: "Files",
	async look({ file, configuration: { tls } }) {
		if (!existsSync(file)) return [];
		const text = readFileSync(file, "utf8");
		const named = [...keysIn(text, path.dirname(file)), tls?.key ?? null];
		const keys = [...new Set(named.filter((it) => it !== null))];
		const found = [...written(file, text), ...keys.flatMap(openKey)];
		return found.length > 0
			? found
			: [well("No secret in a file can be read by others on this machine.")];
	},
};

/** Modes mean nothing there. */
const isOpen = (file: string): boolean =>
	process.platform !== "win32" && (statSync(file).mode & 0o044) !== 0;

const modeOf = (file: string): string =>
	(statSync(file).mode & 0o777).toString(8);

/** Only a line is named: what stands in it is a password. */
function written(file: string, text: string): readonly Finding[] {
	if (!isOpen(file)) return [];
	return text
		.split("\n")
		.flatMap((line, index) =>
			holdsSecret(line)
				? [
						wrong(
							`${file}:${index + 1} holds a password, and others on this machine can read the file (its mode is ${modeOf(file)}).`,
							`Close it (chmod 600 ${file}), or write \${NAME} in its place and set that variable.`,
						),
					]
				: [],
		);
}

const inAddress = /:\/\/[^\s@/]*:(?!\$\{)[^\s@]+@/;
const byName =
	/(?:^|[\s{,])(?:password|secret|clientSecret|metrics|routingKey):\s*["']?(?!\$\{)[^\s"'#{[]/;

/** The key of an outlet, which no path looks like; and an address that is one. */
const alone =
	/\bkey:\s*["']?[\w+-]{16,}["']?\s*(?:[,}]|$)|hooks\.slack\.com\/services\//;

const holdsSecret = (line: string): boolean =>
	!/^\s*#/.test(line) && [inAddress, byName, alone].some((it) => it.test(line));

/** Paths behind `key:`, on lines of their own or in braces. */
function keysIn(text: string, folder: string): readonly string[] {
	return [...text.matchAll(/\bkey:\s*["']?([^\s"',}]+)/g)]
		.map(([, named = ""]) => path.resolve(folder, named))
		.filter((key) => existsSync(key) && statSync(key).isFile());
}

function openKey(key: string): readonly Finding[] {
	return isOpen(key)
		? [
				warning(
					`${key} is a private key, and others on this machine can read it (its mode is ${modeOf(key)}).`,
					`Close it: chmod 600 ${key}`,
				),
			]
		: [];
}
