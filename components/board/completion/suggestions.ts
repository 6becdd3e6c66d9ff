// What is suggested for what is being typed? Keys first, then the values of the key: those the board knows, or those it was asked for.

import { globOf } from "#lib/core/filter/glob.ts";
import { quote } from "#lib/core/filter/token.ts";
import { fromGrave, type Verdict } from "#lib/core/verdict.ts";
import type { BoardReply, SystemReply } from "#lib/wire/board.ts";
import { type AnyKey, anyKeys, leadOf, type Typing } from "./completion.ts";
import { isAskedKey, type Search } from "./names.ts";

export type Known = Pick<BoardReply, "counts" | "brokers" | "systems">;

type About =
	| { readonly is: "key"; readonly key: AnyKey }
	| { readonly is: "verdict"; readonly verdict: Verdict }
	| { readonly is: "system"; readonly system: SystemReply }
	| {
			readonly is: "kind";
			readonly channel: Readonly<Record<"en" | "ko", string>>;
	  }
	| { readonly is: "name" }
	/** Everything that begins as it was typed. */
	| { readonly is: "start" }
	| { readonly is: "number" };

export type Suggestion = {
	/** What will stand in the filter. */
	readonly writes: string;
	readonly lead: string;
	readonly value: string;
	readonly about: About;
	/** Subscriptions, where that is known. */
	readonly count: number | null;
};

type Value = Pick<Suggestion, "value" | "about" | "count">;

const suggestionsMax = 14;

export function suggestionsFor(
	text: string,
	typing: Typing,
	known: Known | null,
	search: Search | null,
): readonly Suggestion[] {
	const there = text.slice(typing.from, typing.to);
	const { key } = typing;
	const all =
		key === null ? keysFor(typing) : valuesFor(typing, key, known, search);
	return all.filter(({ writes }) => writes !== there).slice(0, suggestionsMax);
}

function keysFor(typing: Typing): readonly Suggestion[] {
	const typed = typing.typed.toLowerCase();
	return anyKeys
		.filter((key) => key.startsWith(typed))
		.map((key) => {
			const lead = leadOf(typing, key);
			const about = { is: "key", key } as const;
			return { writes: lead, lead, value: "", about, count: null };
		});
}

function valuesFor(
	typing: Typing,
	key: AnyKey,
	known: Known | null,
	search: Search | null,
): readonly Suggestion[] {
	const lead = leadOf(typing, key);
	const rankOf = rankFor(typing.typed);
	const ranked = valuesOf(key, known, search).flatMap((it) => {
		const rank = rankOf(it.value);
		return rank === null ? [] : { it, rank };
	});
	const near = ranked.toSorted((a, b) => a.rank - b.rank).map(({ it }) => it);
	return [...near, ...startOf(typing, search, near.length)].map((it) => ({
		...it,
		...{ lead, writes: lead + quote(it.value) },
	}));
}

/** What begins as it was typed comes before what only holds it; null is what does not fit. */
function rankFor(typed: string): (value: string) => 0 | 1 | null {
	const begins = globOf(`${typed}*`);
	const holds = globOf(`*${typed}*`);
	return (value) => (begins(value) ? 0 : holds(value) ? 1 : null);
}

function valuesOf(
	key: AnyKey,
	known: Known | null,
	search: Search | null,
): readonly Value[] {
	if (isAskedKey(key)) {
		const names = search?.asked.key === key ? search.names : [];
		const about = { is: "name" } as const;
		return names.map(({ name, count }) => ({ value: name, count, about }));
	}
	switch (key) {
		case "verdict":
			return fromGrave.map((verdict) => ({
				value: verdict,
				// The counts are those of the rows that are shown: none here may be some elsewhere.
				count: known?.counts[verdict] || null,
				about: { is: "verdict", verdict },
			}));
		case "broker":
			return (known?.brokers ?? []).map(({ name, subscriptions }) => ({
				...{ value: name, count: subscriptions, about: { is: "name" } },
			}));
		case "system":
			return (known?.systems ?? []).map((system) => ({
				...{ value: system.name, count: null },
				about: { is: "system", system },
			}));
		case "kind":
			return (known?.systems ?? []).flatMap(({ kinds }) =>
				Object.entries(kinds).map(([value, { channel }]) => ({
					...{ value, count: null, about: { is: "kind", channel } as const },
				})),
			);
		default:
			return [...samples[key], "unknown"].map((value) => ({
				...{ value, count: null, about: { is: "number" } },
			}));
	}
}

/** Enough to see how a comparison is written. */
const samples = {
	lag: [">0", ">1000", ">100k"],
	holding: [">0", ">1000", ">100k"],
	oldest: [">1m", ">1h", ">1d"],
	deliveries: [">1", ">5"],
	members: ["0", ">0"],
	margin: ["<1h", "<6h", "<1d"],
} as const;

/** The pattern itself, where more than one name begins so. */
function startOf(
	{ key, typed }: Typing,
	search: Search | null,
	found: number,
): readonly Value[] {
	if (search === null || found < 2 || typed === "" || typed.includes("*"))
		return [];
	const { asked, starting } = search;
	if (asked.key !== key || asked.typed !== typed || starting === 0) return [];
	const about = { is: "start" } as const;
	return [{ value: `${typed}*`, count: starting, about }];
}
