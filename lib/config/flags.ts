// What do the flags say? `--listen`, `--folder`, `--every`, `--history`, `--floor`, `--metrics`, `--address`, `--plain-http`, `--read-only`, `--reason-required`, `--broker name=address`, `--config` and `--demo`.
import { parseArgs } from "node:util";
import { nearest } from "#lib/core/nearest.ts";
import { isVariable } from "./fill.ts";
import type { Mistake, Place } from "./mistake.ts";
import { isName, isPlain, nameMistake } from "./name.ts";
import {
	addressAlone,
	type Given,
	type GivenBroker,
	type Setting,
	type Sheet,
	settings,
} from "./sheet.ts";

export type Flags = {
	readonly sheet: Sheet;
	readonly config: Given | null;
	readonly demo: boolean;
};

const options = {
	config: { type: "string" },
	listen: { type: "string" },
	folder: { type: "string" },
	every: { type: "string" },
	history: { type: "string" },
	floor: { type: "string" },
	metrics: { type: "string" },
	address: { type: "string" },
	broker: { type: "string", multiple: true },
	demo: { type: "boolean" },
	"plain-http": { type: "boolean" },
	"read-only": { type: "boolean" },
	"reason-required": { type: "boolean" },
} as const;

/** Flags that stand alone, and the setting each switches on; the demo is none that a file could have. */
const switches: ReadonlyMap<string, Setting | null> = new Map([
	["demo", null],
	["plain-http", "plainHttp"],
	["read-only", "readOnly"],
	["reason-required", "reasonRequired"],
]);

type Token = {
	readonly kind: string;
	readonly name?: string;
	readonly rawName?: string;
	readonly value?: string | undefined;
};

export function readFlags(argv: readonly string[]): Flags {
	const { tokens } = parseArgs({
		args: [...argv],
		options,
		strict: false,
		tokens: true,
	});
	const found = new Map<string, Given>();
	const brokers = new Map<string, GivenBroker>();
	const mistakes: Mistake[] = [];
	let demo = false;
	let unknown = false;
	for (const token of tokens) {
		const flag = token.kind === "option" ? token.name : "";
		const value = token.kind === "option" ? (token.value ?? "") : "";
		const place = placeOf(flag);
		// What follows an unknown flag is most likely its value, and no second mistake.
		const isValue = unknown && flag === "";
		unknown = flag !== "" && !Object.hasOwn(options, flag);
		const say = isValue ? null : mistakeIn(token, found);
		if (say !== null) mistakes.push({ path: "", place, say });
		else if (flag === "demo") demo = true;
		else if (switches.has(flag))
			found.set(switches.get(flag) ?? flag, {
				text: "true",
				path: flag,
				place,
			});
		else if (flag === "broker") addBroker(value, place, brokers, mistakes);
		else if (flag !== "") found.set(flag, { text: value, path: flag, place });
	}
	const given = new Map<Setting, Given>();
	for (const setting of settings) {
		const value = found.get(setting);
		if (value) given.set(setting, value);
	}
	return {
		sheet: { settings: given, brokers, sections: new Map(), mistakes },
		config: found.get("config") ?? null,
		demo,
	};
}

/** Whoever forgets a space may have written an address where the flag's name stands. */
const placeOf = (flag: string): Place => ({
	source: flag !== "" && isPlain(flag) ? `--${flag}` : "arguments",
	line: null,
});

function mistakeIn(
	token: Token,
	found: ReadonlyMap<string, Given>,
): string | null {
	if (token.kind !== "option")
		return "something stands there that is no flag; brokers are given as --broker name=address";
	const flag = token.name ?? "";
	if (!Object.hasOwn(options, flag)) {
		const meant = nearest(flag, Object.keys(options));
		return meant === null
			? `there is no such flag; known are ${Object.keys(options)
					.map((known) => `--${known}`)
					.join(", ")}`
			: `there is no such flag; did you mean --${meant}?`;
	}
	if (switches.has(flag))
		return token.value === undefined
			? null
			: `takes no value; write --${flag} alone`;
	if (
		token.value === undefined ||
		token.value === "" ||
		token.value.startsWith("--")
	)
		return "needs a value after it";
	if (flag === "metrics" && !isVariable(token.value))
		return `every user of this machine can read a token in a flag; write \${NAME} in its place, in single quotes, and set that variable`;
	return found.has(flag) ? "is given twice; leave one out" : null;
}

function addBroker(
	value: string,
	place: Place,
	brokers: Map<string, GivenBroker>,
	mistakes: Mistake[],
): void {
	const equals = value.indexOf("=");
	const name = value.slice(0, Math.max(0, equals)).trim();
	if (equals < 0 || !isName(name)) {
		const say =
			equals < 0 || name === ""
				? "write --broker name=address"
				: nameMistake(name);
		mistakes.push({ path: "brokers", place, say });
		return;
	}
	const path = `brokers.${name}`;
	if (brokers.has(name)) {
		mistakes.push({
			path,
			place,
			say: "is given twice; leave one out or choose another name",
		});
		return;
	}
	const address: Given = {
		text: value.slice(equals + 1),
		path: `${path}.address`,
		place,
	};
	if (hasLiteralPassword(address.text))
		mistakes.push({
			path: address.path,
			place,
			say: `every user of this machine can read a password in a flag; write \${NAME} in its place, in single quotes, and set that variable`,
		});
	brokers.set(name, addressAlone(address, place));
}

/** A password is what stands between the first colon behind the scheme and the last @; nothing but a variable is none. */
function hasLiteralPassword(address: string): boolean {
	const from = address.indexOf("://");
	const start = from < 0 ? 0 : from + 3;
	const credentials = address.slice(
		start,
		Math.max(start, address.lastIndexOf("@")),
	);
	const colon = credentials.indexOf(":");
	const password = colon < 0 ? "" : credentials.slice(colon + 1);
	return password !== "" && !isVariable(password);
}
