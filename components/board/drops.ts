// What is left of a filter without one of its terms?
import { parseFilter } from "#lib/core/filter/filter.ts";
import { tokensOf } from "#lib/core/filter/token.ts";

export type Drop = { readonly term: string; readonly rest: string };

/** So many questions to the board at most; the filter of one term is cleared instead. */
const termsMax = 6;

export function dropsOf(filter: string): readonly Drop[] {
	if (!("filter" in parseFilter(filter))) return [];
	const terms = [...tokensOf(filter)].map(({ at, length }) =>
		filter.slice(at, at + length),
	);
	if (terms.length < 2 || terms.length > termsMax) return [];
	return [...new Set(terms)].map((term) => ({
		...{ term, rest: terms.filter((it) => it !== term).join(" ") },
	}));
}
