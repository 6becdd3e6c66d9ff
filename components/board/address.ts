"use client";
// What of the board stands in the address? Filter, order and page, so that a link shows the same rows to the next person.
import {
	debounce,
	parseAsInteger,
	parseAsString,
	parseAsStringLiteral,
	useQueryStates,
} from "nuqs";
import {
	foldings,
	type Open,
	openIn,
	openMax,
	printOpen,
} from "#lib/wire/open.ts";

export const sorts = [
	"gravity",
	"lag",
	"holding",
	"name",
	"broker",
	"margin",
] as const;
export type Sort = (typeof sorts)[number];

const parsers = {
	filter: parseAsString.withDefault(""),
	sort: parseAsStringLiteral(sorts).withDefault("gravity"),
	/** The first line in sight. */
	from: parseAsInteger.withDefault(0),
	fold: parseAsStringLiteral(foldings).withDefault("families"),
	open: parseAsString.withDefault(""),
	/** Those that are shown beside the ones that never go; all unless named. */
	columns: parseAsString,
};

const typingMs = 250;
const top = { from: null } as const;

export function useAddress() {
	const [address, set] = useQueryStates(parsers);
	const open = openIn(address.open);
	const setOpen = (next: readonly Open[]) =>
		set(
			{ open: next.length === 0 ? null : printOpen(next.slice(-openMax)) },
			{ history: "replace" },
		);
	return {
		address,
		open,
		/** The one opened last comes last: where too many are open, the oldest closes. */
		unfold: (it: Open) =>
			setOpen([...open.filter(({ id }) => id !== it.id), it]),
		close: (closed: string) => setOpen(open.filter(({ id }) => id !== closed)),
		fold: (folds: boolean) =>
			set(
				{ fold: folds ? null : "none", open: null, ...top },
				{ history: "replace" },
			),
		/** Typing replaces, so that Back leaves the board and not one letter. */
		type: (filter: string) =>
			set(
				{ filter: filter === "" ? null : filter, ...top },
				{ history: "replace", limitUrlUpdates: debounce(typingMs) },
			),
		choose: (filter: string) =>
			set(
				{ filter: filter === "" ? null : filter, ...top },
				{ history: "replace" },
			),
		show: (columns: string | null) => set({ columns }, { history: "replace" }),
		sort: (sort: Sort) => set({ sort, ...top }, { history: "replace" }),
	};
}

export type Address = ReturnType<typeof useAddress>["address"];
