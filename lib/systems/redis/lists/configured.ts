// What may be configured about lists? Which ones are backlogs though nothing shows it, and how long work in them may stand still.
import { z } from "zod";
import { globOf } from "#lib/core/glob.ts";
import { duration, section, text } from "../../setting.ts";

export type ListsConfigured = {
	/** Keys as they are. */
	readonly names: readonly string[];
	/** Null where the list's own pauses decide, or what its program is known for. */
	patienceMs(name: string): number | null;
};

export const nothingOfLists: ListsConfigured = {
	names: [],
	patienceMs: () => null,
};

const namesSay = "write the name of a list, or several of them";
const durationSay =
	"write a whole number and a unit (s, m, h or d), such as 10m";

const names = z.preprocess(
	(given) => (typeof given === "string" ? [given] : given),
	z.array(text(namesSay), namesSay).min(1, namesSay),
);

/** One for all, or one for each pattern of names, of which the first that fits counts. */
const patience = z
	.preprocess(
		(given) => (typeof given === "string" ? { "*": given } : given),
		z.record(
			z.string(),
			duration(durationSay),
			"write one duration, or lists with a duration each",
		),
	)
	.transform((given) =>
		Object.entries(given).map(([pattern, ms]) => ({
			fits: globOf(pattern),
			ms,
		})),
	);

/** Names alone need no section. */
export const listsSetting = z.preprocess(
	(given) =>
		typeof given === "string" || Array.isArray(given)
			? { names: given }
			: given,
	section({
		names: names.optional(),
		patience: patience.optional(),
	}).transform(
		({ names: named, patience: given = [] }): ListsConfigured => ({
			names: named ?? [],
			patienceMs: (name) => given.find(({ fits }) => fits(name))?.ms ?? null,
		}),
	),
);
