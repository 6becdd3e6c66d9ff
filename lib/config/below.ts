// What stands below a key, where more may stand below it? Nothing, where the key is not there.
import type { Judge } from "./judge.ts";
import type { GivenBelow, GivenTree } from "./sheet.ts";

/** A key with nothing behind it says nothing, as does one that is not there. */
export function belowOf(
	given: GivenTree | null | undefined,
	path: string,
	say: string,
	judge: Judge,
): GivenBelow {
	if (given && "below" in given) return given;
	const isEmpty = !given || ("text" in given && given.text === "");
	if (!isEmpty) judge.add(given, say);
	const nowhere = { path, place: { source: "", line: null } };
	return { ...(given ?? nowhere), below: new Map() };
}

/** Without the keys that are judged by themselves. */
export function withoutKeys(
	tree: GivenBelow,
	keys: readonly string[],
): GivenBelow {
	const below = new Map(tree.below);
	for (const key of keys) below.delete(key);
	return { ...tree, below };
}
