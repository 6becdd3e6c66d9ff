// In which order do the lines stand? As the server sorts them, unless somebody points at them: then they stay where they are.
import type { RowReply } from "#lib/wire/board.ts";
import type { Entry } from "./entries.ts";
import { partLines } from "./sight.ts";

export type Held = {
	readonly entries: readonly Entry[];
	/** Rows that would stand elsewhere, come or go if the server's order were taken. */
	readonly moves: number;
};

type Part = { readonly offset: number; readonly entries: readonly Entry[] };

/** What stood at the places of the fresh part stays there; the others of it fill the rest, each once. */
export function overlaid(shown: Part, fresh: Part): readonly Entry[] {
	const ahead = fresh.offset - shown.offset;
	const stood = shown.entries.slice(
		Math.max(0, ahead),
		Math.max(0, ahead + partLines),
	);
	const known = new Set(stood.map(({ id }) => id));
	const others = fresh.entries.filter(({ id }) => !known.has(id));
	const above = Math.min(Math.max(0, -ahead), fresh.entries.length);
	const below = Math.max(0, fresh.entries.length - above - stood.length);
	const filling = others.slice(0, above + below);
	return [...filling.slice(0, above), ...stood, ...filling.slice(above)];
}

type Kept<T> = { readonly kept: readonly T[]; readonly moves: number };

/** Values are always the new ones; a line that is gone keeps its last ones until the order may change. */
export function hold(shown: readonly Entry[], fresh: readonly Entry[]): Held {
	const { kept, moves } = keep(shown, fresh, ({ row, fold, ...entry }) => ({
		...entry,
		row: { ...row, stale: true },
		fold: fold && { ...fold, stale: true },
	}));
	let inside = 0;
	const before = new Map(shown.map((entry) => [entry.id, entry]));
	const entries = kept.map((entry) => {
		const held = holdInside(before.get(entry.id), entry);
		inside += held.moves;
		return { ...entry, inside: held.kept };
	});
	return { entries, moves: moves + inside };
}

/** Rows of a fold that was opened just now, and more rows of one that showed only some, were asked for: they come at once. */
function holdInside(
	before: Entry | undefined,
	{ inside }: Entry,
): { readonly kept: Entry["inside"]; readonly moves: number } {
	if (!before?.inside || inside === null) return { kept: inside, moves: 0 };
	const shown = before.inside;
	const { kept, moves } = keep(shown, inside, (row) => ({
		...row,
		stale: true,
	}));
	const wasCut = shown.length < (before.fold?.rows ?? 0);
	if (!wasCut || inside.length <= shown.length) return { kept, moves };
	const known = new Set(shown.map(({ id }) => id));
	const more: readonly RowReply[] = inside.filter(({ id }) => !known.has(id));
	return { kept: [...kept, ...more], moves: Math.max(0, moves - more.length) };
}

function keep<T extends { readonly id: string }>(
	shown: readonly T[],
	fresh: readonly T[],
	aged: (it: T) => T,
): Kept<T> {
	const byId = new Map(fresh.map((it) => [it.id, it]));
	const kept = shown.map((it) => byId.get(it.id) ?? aged(it));
	let moves = 0;
	for (const [index, { id }] of kept.entries())
		if (fresh[index]?.id !== id) moves++;
	return { kept, moves: moves + Math.max(0, fresh.length - kept.length) };
}
