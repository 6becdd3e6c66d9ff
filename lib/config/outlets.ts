// Which outlets are configured, and does each kind agree with what stands below its name?
import type { OutletKind } from "#lib/alerts/outlet.ts";
import { quietFrom } from "#lib/core/alert/telling/quiet.ts";
import { nearest } from "#lib/core/nearest.ts";
import type { OutletSettings } from "./configuration.ts";
import type { Judge } from "./judge.ts";
import { isName, isPlain } from "./name.ts";
import { judgeTree } from "./own-settings.ts";
import type { Given, GivenBelow, GivenTree } from "./sheet.ts";

const commonKeys = ["kind", "quiet"] as const;

export function judgeOutlets(
	outlets: GivenBelow,
	kinds: readonly OutletKind[],
	judge: Judge,
): readonly OutletSettings[] {
	return Array.from(outlets.below).flatMap(([name, tree]) => {
		if (!isName(name)) {
			judge.add(tree, nameMistake(name));
			return [];
		}
		const outlet = outletIn(name, tree, kinds, judge);
		return outlet === null ? [] : [outlet];
	});
}

const nameMistake = (name: string): string =>
	isPlain(name)
		? `"${name}" cannot be a name; choose another`
		: "an outlet's name is 1 to 64 letters, digits, dots, dashes or underscores; choose another, and write its kind and address below it";

function outletIn(
	name: string,
	tree: GivenTree,
	kinds: readonly OutletKind[],
	judge: Judge,
): OutletSettings | null {
	const known = kinds.map(({ kind }) => kind);
	if (!("below" in tree)) {
		judge.add(
			tree,
			`write its kind and settings below it; kinds are ${known.join(", ")}`,
		);
		return null;
	}
	const kind = judge.value(textAt(tree, "kind", judge), (text) =>
		kindOf(text.trim(), kinds, known),
	);
	const quiet = judge.value(textAt(tree, "quiet", judge), parseQuiet);
	if (!tree.below.has("kind"))
		judge.add(tree, `has no kind; write one of ${known.join(", ")}`);
	if (kind === null) return null;
	const below = new Map(tree.below);
	for (const key of commonKeys) below.delete(key);
	const own = judgeTree({ ...tree, below }, kind.settings, commonKeys, judge);
	return own && { name, kind: kind.kind, quiet, settings: own.settings };
}

function textAt(tree: GivenBelow, key: string, judge: Judge): Given | null {
	const given = tree.below.get(key);
	if (given === undefined || "text" in given) return given ?? null;
	judge.add(given, "one value belongs here, written out after the colon");
	return null;
}

function kindOf(
	written: string,
	kinds: readonly OutletKind[],
	known: readonly string[],
): OutletKind | string {
	const kind = kinds.find((it) => it.kind === written);
	if (kind) return kind;
	const meant = nearest(written, known);
	return meant === null
		? `is no kind of outlet; known are ${known.join(", ")}`
		: `is no kind of outlet; did you mean ${meant}?`;
}

function parseQuiet(text: string): (OutletSettings["quiet"] & object) | string {
	const hours = quietFrom(text);
	return hours === null
		? "write from when to when, and where, such as 22:00-07:00 Europe/Berlin"
		: { text: text.trim(), hours };
}
