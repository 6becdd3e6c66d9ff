// How many, and how sure is it? A bound travels with every count that could be wrong.

export const bounds = ["exact", "at least", "at most", "about"] as const;
export type Bound = (typeof bounds)[number];

export type Amount = { readonly n: number; readonly bound: Bound };

export const exactly = (n: number): Amount => ({ n, bound: "exact" });
export const atLeast = (n: number): Amount => ({ n, bound: "at least" });
export const atMost = (n: number): Amount => ({ n, bound: "at most" });
export const about = (n: number): Amount => ({ n, bound: "about" });

/** May there be more than it says, or less? Of what is unknown there may be more. */
const mayBeMore = (it: Amount | null): boolean =>
	it === null || it.bound === "at least" || it.bound === "about";
const mayBeLess = (it: Amount | null): boolean =>
	it?.bound === "at most" || it?.bound === "about";

export function bounded(n: number, more: boolean, less: boolean): Amount {
	if (more) return less ? about(n) : atLeast(n);
	return less ? atMost(n) : exactly(n);
}

const known = (parts: readonly (Amount | null)[]): readonly Amount[] =>
	parts.filter((it) => it !== null);

/** What is unknown adds nothing but doubt; null when nothing is known. */
export function sumOf(parts: readonly (Amount | null)[]): Amount | null {
	const all = known(parts);
	if (all.length === 0) return null;
	const n = all.reduce((sum, it) => sum + it.n, 0);
	return bounded(n, parts.some(mayBeMore), parts.some(mayBeLess));
}

/** The greatest may be less only where each that comes near it may be. */
export function greatestOf(parts: readonly (Amount | null)[]): Amount | null {
	const all = known(parts);
	if (all.length === 0) return null;
	const n = all.reduce((most, it) => Math.max(most, it.n), all[0]?.n ?? 0);
	const less = all.filter((it) => it.n === n).every(mayBeLess);
	return bounded(n, parts.some(mayBeMore), less);
}

/**
 * The least that is known: less where any that stands there may be, or any of which only an upper limit is known, and
 * more only where each that stands there may be.
 */
export function leastOf(parts: readonly (Amount | null)[]): Amount | null {
	const all = known(parts);
	if (all.length === 0) return null;
	const n = all.reduce((least, it) => Math.min(least, it.n), Infinity);
	const there = all.filter((it) => it.n === n);
	const less =
		there.some(mayBeLess) || all.some(({ bound }) => bound === "at most");
	return bounded(n, there.every(mayBeMore), less);
}
