// What may be configured about lists? Which ones are backlogs though nothing shows it, and how long work in them may stand still.
import { z } from "zod";
import { noPatience, patienceSetting } from "../../patience-setting.ts";
import { section, text } from "../../setting.ts";

export type ListsConfigured = {
	/** Keys as they are. */
	readonly names: readonly string[];
	/** What the name of a list ends in that holds the failed messages of another. */
	readonly aside: readonly string[];
	/** Null where the list's own pauses decide, or what its program is known for. */
	patienceMs(name: string): number | null;
};

export const nothingOfLists: ListsConfigured = {
	names: [],
	aside: [":failed", ":dead"],
	patienceMs: () => null,
};

const namesSay = "write the name of a list, or several of them";

const names = z.preprocess(
	(given) => (typeof given === "string" ? [given] : given),
	z.array(text(namesSay), namesSay).min(1, namesSay),
);

const endingsSay =
	"write what the name of a list of failed messages ends in, such as :errors, or several of them";

const endings = z.preprocess(
	(given) => (typeof given === "string" ? [given] : given),
	z.array(text(endingsSay), endingsSay).min(1, endingsSay),
);

/** Names alone need no section. */
export const listsSetting = z.preprocess(
	(given) =>
		typeof given === "string" || Array.isArray(given)
			? { names: given }
			: given,
	section({
		names: names.optional(),
		failed: endings.optional(),
		patience: patienceSetting("lists").optional(),
	}).transform(
		({
			names: named = nothingOfLists.names,
			failed = nothingOfLists.aside,
			patience = noPatience,
		}): ListsConfigured => ({
			names: named,
			aside: failed,
			patienceMs: patience.of,
		}),
	),
);
