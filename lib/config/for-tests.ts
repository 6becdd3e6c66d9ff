// What do the tests of this part configure? Two invented systems, and files that lie in memory.
import type { OutletKind } from "#lib/alerts/outlet.ts";
import type { Address } from "#lib/systems/address.ts";
import {
	picks,
	type ReadFile,
	secret,
	section,
	text,
} from "#lib/systems/setting.ts";
import type { System } from "#lib/systems/system.ts";
import { tlsSetting } from "#lib/systems/tls-setting.ts";
import { type Loaded, loadConfiguration } from "./load.ts";
import { sentenceOf } from "./mistake.ts";

const said = { en: "things", ko: "것" };

const ownSettings = (read: ReadFile) =>
	section({
		tls: tlsSetting(read).optional(),
		colour: section({ name: text("write a colour") }).optional(),
		names: picks.optional(),
		password: secret("write the password").optional(),
	});

/** `careless` repeats what it was given in a mistake, as an adapter never should. */
export function invented(
	name: string,
	schemes: readonly string[],
	careless = false,
): System {
	const mistakesIn = ({
		options,
		path,
		password,
	}: Address): readonly string[] => {
		if (careless) return [`cannot use ${password?.reveal()} at ${path}`];
		return [...options.keys()]
			.filter((key) => key !== "tls")
			.map((key) => `has an option ${key} that is not known; write tls`);
	};
	return {
		words: {
			name,
			label: name,
			icon: "",
			example: `${schemes[0]}://host:1234`,
			finds: said,
			kinds: {},
		},
		schemes,
		usualPorts: [1234],
		settings: (read) => ownSettings(read),
		mistakesIn,
		open: () => {
			throw new Error("nothing here opens a connection");
		},
	};
}

export const systems = [
	invented("tide", ["tide", "tides"]),
	invented("moon", ["moon"]),
	invented("careless", ["careless"], true),
];

const loud = "write how loud it is, such as loud: very";

/** An outlet that needs a word and has a key. */
export const outletKinds: readonly OutletKind[] = ["horn", "lamp"].map(
	(kind) => ({
		kind,
		settings: section({ loud: text(loud), key: secret(loud).optional() }),
		open: () => {
			throw new Error("nothing here tells anybody");
		},
	}),
);

export type Situation = {
	readonly file?: string;
	readonly files?: Readonly<Record<string, string>>;
	readonly argv?: readonly string[];
	readonly env?: Readonly<Record<string, string>>;
};

export function load({
	file,
	files = {},
	argv = [],
	env = {},
}: Situation): Loaded {
	const all = new Map(Object.entries(files));
	if (file !== undefined) all.set("/home/tidemark.yaml", file);
	const read = (name: string) => {
		if (name === "/home") throw Object.assign(new Error(), { code: "EISDIR" });
		return all.get(name) ?? null;
	};
	return loadConfiguration({
		...{ argv, env, cwd: "/home", read, systems, outletKinds },
	});
}

export function mistakesOf(situation: Situation): readonly string[] {
	return load(situation).mistakes?.map(sentenceOf) ?? [];
}
