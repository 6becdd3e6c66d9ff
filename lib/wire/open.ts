// Which families are open, and how many of their rows are wanted? In an address, and for whoever reads one.

export const foldings = ["none", "families"] as const;
export type Folding = (typeof foldings)[number];
export const openMax = 20;
export const openRows = { usual: 100, max: 500 } as const;

export type Open = { readonly id: string; readonly limit: number };

/** What nobody could mean is left out. */
export function openIn(text: string): Open[] {
	const open = text.split(",").flatMap((part) => {
		const [id = "", limit = openRows.usual] = part.split(".");
		const n = Math.floor(Number(limit));
		if (!/^[\w-]{1,64}$/.test(id) || !(n >= 1)) return [];
		return [{ id, limit: Math.min(n, openRows.max) }];
	});
	const once = new Map(open.map((it) => [it.id, it]));
	return [...once.values()].slice(0, openMax);
}

export const printOpen = (open: readonly Open[]): string =>
	open
		.map(({ id, limit }) => (limit === openRows.usual ? id : `${id}.${limit}`))
		.join(",");
