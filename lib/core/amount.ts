// How many, and how sure is it? A bound travels with every count that could be wrong.

export const bounds = ["exact", "at least", "at most", "about"] as const;
export type Bound = (typeof bounds)[number];

export type Amount = { readonly n: number; readonly bound: Bound };

export const exactly = (n: number): Amount => ({ n, bound: "exact" });
export const atLeast = (n: number): Amount => ({ n, bound: "at least" });
export const atMost = (n: number): Amount => ({ n, bound: "at most" });
export const about = (n: number): Amount => ({ n, bound: "about" });
