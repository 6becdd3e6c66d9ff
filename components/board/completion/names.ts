// Which filters find the names that fit what is typed? A few questions to the board, each without what the ones before have found.
import { parseFilter } from "#lib/core/filter/filter.ts";
import { quote } from "#lib/core/filter/token.ts";
import type { BoardReply } from "#lib/wire/board.ts";
import { othersOf, type Typing } from "./completion.ts";

const askedKeys = ["channel", "group", "family"] as const;
type AskedKey = (typeof askedKeys)[number];

export const isAskedKey = (key: string): key is AskedKey =>
	askedKeys.some((asked) => asked === key);

export type Asked = {
	readonly key: AskedKey;
	readonly typed: string;
	/** The other terms of the filter: a name that fits none of the rest helps nobody. */
	readonly others: string;
};

type Named = { readonly name: string; readonly count: number | null };

export type Search = {
	readonly asked: Asked;
	readonly names: readonly Named[];
	/** Subscriptions whose name begins so; null until the first answer. */
	readonly starting: number | null;
	/** First what begins as it was typed, then what holds it. */
	readonly stage: "start" | "within";
	/** The filter to ask for next; null once enough is known. */
	readonly next: string | null;
};

export const namesMax = 8;

export function askedFor(text: string, typing: Typing): Asked | null {
	const { key, typed } = typing;
	if (key === null || !isAskedKey(key)) return null;
	const others = othersOf(text, typing)
		.filter((token) => token.not || token.key?.toLowerCase() !== key)
		.map(({ at, length }) => text.slice(at, at + length))
		.filter((term) => "filter" in parseFilter(term))
		.join(" ");
	return { key, typed, others };
}

export function searchFor(asked: Asked): Search {
	const begun = { asked, names: [], starting: null, stage: "start" } as const;
	return { ...begun, next: questionOf(asked, "start", []) };
}

type Answer = Pick<BoardReply, "total"> & {
	readonly rows: readonly Readonly<Record<AskedKey, string | null>>[];
};

export function answered(search: Search, { total, rows }: Answer): Search {
	const { asked, stage } = search;
	const isWhole = rows.length >= total;
	const counts = new Map<string, number>();
	for (const { [asked.key]: name } of rows)
		if (name !== null) counts.set(name, (counts.get(name) ?? 0) + 1);
	for (const { name } of search.names) counts.delete(name);
	const found = [...counts].map(([name, n]) => ({
		...{ name, count: isWhole ? n : null },
	}));
	const names = [...search.names, ...found];
	const starting = search.starting ?? total;
	const known = { asked, names, starting, stage };
	if (names.length >= namesMax) return { ...known, next: null };
	if (!isWhole && found.length > 0)
		return { ...known, next: questionOf(asked, stage, names) };
	if (stage === "within" || asked.typed === "" || asked.typed.includes("*"))
		return { ...known, next: null };
	const next = questionOf(asked, "within", []);
	return { ...known, stage: "within", next };
}

/** Null where it would be more than a filter may hold. */
function questionOf(
	{ key, typed, others }: Asked,
	stage: Search["stage"],
	without: readonly Named[],
): string | null {
	const term = (pattern: string) => `${key}:${quote(pattern)}`;
	const begins = term(`${typed}*`);
	const filter = [
		...(others === "" ? [] : [others]),
		...(stage === "start" ? [begins] : [term(`*${typed}*`), `-${begins}`]),
		...without.map(({ name }) => `-${term(name)}`),
	].join(" ");
	return "filter" in parseFilter(filter) ? filter : null;
}
