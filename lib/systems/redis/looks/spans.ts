// How many entries lie where, judged from a few of each place? Pieces that are known, gaps between them, and the next places to ask about.
import type { EntryPlace } from "./places.ts";

/** From a place up to another, which is not in it. */
export type Span = { readonly from: EntryPlace; readonly to: EntryPlace };

/** All entries of a span are known: what a question showed from its beginning. */
export type Piece = Span & {
	readonly met: number;
	/** Where the first and the last of them lie; null where there are none. */
	readonly first: EntryPlace | null;
	readonly last: EntryPlace | null;
};

type Gap = Span & {
	/** Entries a place where it begins and where it ends. */
	readonly before: number;
	readonly after: number;
};

const firstQuestions = 32;
const questionsAtOnce = 16;
/** Some go where nothing is suspected: a rush between two calm places shows in neither. */
const blindOnes = 4;
export const rounds = 8;

/** The whole span in equal parts, each to be asked about from its beginning. */
export function firstSpans({ from, to }: Span): Span[] {
	const length = to - from;
	const parts = BigInt(firstQuestions);
	const edges = Array.from(
		{ length: firstQuestions + 1 },
		(_, i) => from + (length * BigInt(i)) / parts,
	);
	return edges
		.slice(1)
		.map((edge, i) => ({ from: edges[i] ?? from, to: edge }))
		.filter((span) => span.to > span.from);
}

/** The second half of each gap in which most may lie, and of the longest of the others. Pieces lie in their order. */
export function nextSpans(pieces: readonly Piece[], end: EntryPlace): Span[] {
	const gaps = gapsIn(pieces, end);
	const byMost = gaps.toSorted((a, b) => mostIn(b) - mostIn(a));
	const chosen = byMost.slice(0, questionsAtOnce - blindOnes);
	const longest = byMost
		.slice(chosen.length)
		.sort((a, b) => lengthOf(b) - lengthOf(a))
		.slice(0, blindOnes);
	return [...chosen, ...longest].map(({ from, to }) => ({
		from: from + (to - from) / 2n,
		to,
	}));
}

export const inOrder = <S extends Span>(spans: readonly S[]): S[] =>
	spans.toSorted((a, b) => (a.from < b.from ? -1 : 1));

/** For how many entries those of each piece stand; together they are as many as are held. Pieces lie in their order. */
export function weightsOf(
	pieces: readonly Piece[],
	end: EntryPlace,
	total: number,
): number[] {
	const known = sum(pieces.map(({ met }) => met));
	const gaps = gapsIn(pieces, end);
	const guessed = sum(gaps.map(guess));
	const scale = guessed > 0 ? Math.max(0, total - known) / guessed : 0;
	const weights = pieces.map(({ met }) =>
		guessed > 0 || known === 0 ? met : (met * total) / known,
	);
	const places = new Map(pieces.map(({ from }, i) => [from, i]));
	const ends = new Map(pieces.map(({ to }, i) => [to, i]));
	for (const { from, to, before, after } of gaps) {
		const half = (Number(to - from) / 2) * scale;
		add(weights, ends.get(from), before * half);
		add(weights, places.get(to) ?? ends.get(from), after * half);
	}
	return weights;
}

function add(weights: number[], at: number | undefined, weight: number): void {
	if (at !== undefined) weights[at] = (weights[at] ?? 0) + weight;
}

function gapsIn(pieces: readonly Piece[], end: EntryPlace): Gap[] {
	return pieces.flatMap((piece, i) => {
		const next = pieces[i + 1];
		const to = next?.from ?? end;
		if (to <= piece.to) return [];
		const before = densityOf(piece);
		const after = next === undefined ? before : densityAtStart(next);
		return [{ from: piece.to, to, before, after }];
	});
}

const lengthOf = ({ from, to }: Span): number => Number(to - from);

const guess = (gap: Gap): number =>
	((gap.before + gap.after) / 2) * lengthOf(gap);

const mostIn = (gap: Gap): number =>
	Math.max(gap.before, gap.after) * lengthOf(gap);

/** Below this a place holds several, and the distance of the first to the last of them tells less than their number. */
const closePlaces = 4;

function densityOf({ met, first, last }: Piece): number {
	if (first === null || last === null) return 0;
	const apart = Number(last - first);
	return apart > closePlaces ? (met - 1) / apart : met / (apart + 1);
}

/** What begins with nothing is not yet as dense as it becomes. */
function densityAtStart(piece: Piece): number {
	const density = densityOf(piece);
	if (density === 0 || piece.first === null) return 0;
	return 1 / (Number(piece.first - piece.from) + 1 / density);
}

const sum = (numbers: readonly number[]): number =>
	numbers.reduce((all, n) => all + n, 0);
