// Do the settings that stand beside an address, or below an outlet, fit what its kind declares? Every mistake at its own place.
import type { z } from "zod";
import type { ReadFile } from "#lib/systems/setting.ts";
import type { System } from "#lib/systems/system.ts";
import type { Judge } from "./judge.ts";
import {
	brokerKeys,
	type GivenBelow,
	type GivenBroker,
	type GivenTree,
} from "./sheet.ts";
import { pathTo, unknownKey } from "./tree.ts";

/** Null when something is wrong; the mistakes are then kept. `common` are keys that stand there as well and are judged elsewhere. */
export function judgeTree<T>(
	root: GivenBelow,
	schema: z.ZodType<T>,
	common: readonly string[],
	judge: Judge,
): { readonly settings: T } | null {
	const secrets: string[] = [];
	const before = judge.mistakes.length;
	const written = plain(root, judge, secrets);
	if (judge.mistakes.length > before) return null;
	const { success, data, error } = schema.safeParse(written);
	if (success) return { settings: data };
	for (const issue of error.issues)
		for (const { keys, say } of sentencesOf(issue, schema, common))
			judge.add(at(root, [...issue.path, ...keys]), say, secrets);
	return null;
}

export const judgeSettings = (
	name: string,
	{ settings, place }: GivenBroker,
	system: System,
	read: ReadFile,
	judge: Judge,
): { readonly settings: unknown } | null =>
	judgeTree(
		{ path: `brokers.${name}`, place, below: settings },
		...([system.settings(read), brokerKeys, judge] as const),
	);

/** Before its system is known, only keys that no system has are surely wrong. */
export function judgeStrayKeys(
	name: string,
	{ settings }: GivenBroker,
	systems: readonly System[],
	judge: Judge,
): void {
	const known = new Set<string>(brokerKeys);
	for (const system of systems)
		for (const key of keysAt(
			system.settings(() => null),
			[],
		))
			known.add(key);
	for (const [key, { place }] of settings)
		if (!known.has(key))
			judge.add(
				{ path: pathTo(`brokers.${name}`, key), place },
				unknownKey(key, [...known]),
			);
}

/** What the schema is handed: the texts as they are, with their variables filled in. */
function plain(tree: GivenTree, judge: Judge, secrets: string[]): unknown {
	if ("list" in tree) return tree.list.map((one) => plain(one, judge, secrets));
	if ("below" in tree)
		return Object.fromEntries(
			Array.from(tree.below, ([key, own]) => [key, plain(own, judge, secrets)]),
		);
	const filled = judge.filled(tree);
	secrets.push(...(filled?.values ?? []));
	return filled?.text ?? "";
}

type Sentence = { readonly keys: readonly string[]; readonly say: string };

function sentencesOf(
	issue: z.core.$ZodIssue,
	schema: z.core.$ZodType,
	common: readonly string[],
): readonly Sentence[] {
	if (issue.code !== "unrecognized_keys")
		return [{ keys: [], say: issue.message }];
	const own = issue.path.length === 0 ? common : [];
	const known = new Set([...own, ...keysAt(schema, issue.path)]);
	return issue.keys.map((key) => ({
		keys: [key],
		say: unknownKey(key, [...known]),
	}));
}

/** Which keys may stand at a place; of several shapes that may stand there, the keys of all. */
function keysAt(
	schema: z.core.$ZodType,
	path: readonly PropertyKey[],
): readonly string[] {
	// The library's own union of all its kinds, which its general type does not name.
	const { def } = (schema as z.core.$ZodTypes)._zod;
	if (def.type === "optional") return keysAt(def.innerType, path);
	if (def.type === "pipe") return keysAt(def.in, path);
	if (def.type === "union")
		return def.options.flatMap((option) => keysAt(option, path));
	if (def.type !== "object") return [];
	const [first, ...rest] = path;
	if (first === undefined) return Object.keys(def.shape);
	const within = def.shape[String(first)];
	return within ? keysAt(within, rest) : [];
}

/** The deepest place that was written on the way to what is meant. */
function at(
	root: GivenTree,
	path: readonly PropertyKey[],
): Pick<GivenTree, "path" | "place"> {
	let tree: GivenTree = root;
	let named = root.path;
	for (const step of path) {
		const next: GivenTree | undefined =
			"below" in tree
				? tree.below.get(String(step))
				: "list" in tree
					? tree.list[Number(step)]
					: undefined;
		if (typeof step === "string") named = pathTo(named, step);
		if (!next) return { path: named, place: tree.place };
		tree = next;
	}
	return { path: named, place: tree.place };
}
