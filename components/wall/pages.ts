// Which rows stand on the wall now? Only what is wrong, gravest first, cut into pages that turn by the clock.
import type { Verdict } from "#lib/core/verdict.ts";
import type { RowReply } from "#lib/wire/board.ts";

/** Nobody has to stand up for these. */
const calm: readonly Verdict[] = ["healthy", "abandoned"];

export const wrongIn = (rows: readonly RowReply[]): readonly RowReply[] =>
	rows.filter(({ verdict }) => !calm.includes(verdict));

export const wrongCount = (
	counts: Readonly<Partial<Record<Verdict, number>>>,
): number =>
	Object.entries(counts).reduce(
		(sum, [verdict, n]) =>
			calm.some((it) => it === verdict) ? sum : sum + (n ?? 0),
		0,
	);

/** Heights as drawn at 1920 × 1080; everything grows with the width. */
const designed = { width: 1920, head: 107, hero: 372, foot: 112, row: 79 };
const narrowest = 1280;

export function rowsThatFit(
	width: number,
	height: number,
	hasHero: boolean,
): number {
	const scale = Math.max(width, narrowest) / designed.width;
	const taken = designed.head + designed.foot + (hasHero ? designed.hero : 24);
	return Math.max(1, Math.floor((height / scale - taken) / designed.row));
}

export type WallPage = {
	/** Told alone and large: the first that loses messages. */
	readonly hero: RowReply | null;
	readonly rows: readonly RowReply[];
	/** From one. */
	readonly page: number;
	readonly pages: number;
};

/** The hero stays on every page; the others take turns under it. */
export function pageOf(
	wrong: readonly RowReply[],
	fits: (hasHero: boolean) => number,
	turn: number,
): WallPage {
	const [first = null] = wrong;
	const hero = first?.verdict === "losing" ? first : null;
	const others = hero ? wrong.slice(1) : wrong;
	const limit = fits(hero !== null);
	const pages = Math.max(1, Math.ceil(others.length / limit));
	const page = turn % pages;
	return {
		...{ hero, pages, page: page + 1 },
		rows: others.slice(page * limit, (page + 1) * limit),
	};
}

export const turnEveryMs = 10_000;
