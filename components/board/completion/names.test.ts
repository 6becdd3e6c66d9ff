// Are the names found that fit, with few questions, whatever else the filter says?
import { expect, test } from "vitest";
import { type FilterTerm, parseFilter } from "#lib/core/filter/filter.ts";
import { globOf } from "#lib/core/filter/glob.ts";
import { typingAt } from "./completion.ts";
import {
	answered,
	askedFor,
	namesMax,
	type Search,
	searchFor,
} from "./names.ts";

type Row = Readonly<Record<"channel" | "group" | "family", string | null>>;
const rowsMax = 50;

const fits = (row: Row, term: FilterTerm): boolean => {
	if (term.is !== "match") throw new Error(`asks for a ${term.is}`);
	const { key, pattern, not } = term;
	if (key !== "channel" && key !== "group" && key !== "family")
		throw new Error(`asks for a ${key}`);
	const value = row[key];
	return (value !== null && globOf(pattern)(value)) !== not;
};

/** A board that answers as the real one does: those that fit, counted, and the first of them. */
function found(text: string, board: readonly Row[]) {
	const typing = typingAt({ text, caret: text.length });
	const asked = typing && askedFor(text, typing);
	if (asked === null) throw new Error("nothing is asked for");
	let search: Search = searchFor(asked);
	let questions = 0;
	while (search.next !== null) {
		const parsed = parseFilter(search.next);
		if (!("filter" in parsed)) throw new Error(`not a filter: ${search.next}`);
		const rows = board.filter((row) =>
			parsed.filter.every((term) => fits(row, term)),
		);
		search = answered(search, {
			total: rows.length,
			rows: rows.slice(0, rowsMax),
		});
		questions++;
	}
	return { ...search, questions };
}

const rowsOf = (channel: string, groups: readonly (string | null)[]) =>
	groups.map((group) => ({ channel, group, family: null }));
const many = (n: number, of: (i: number) => string) =>
	Array.from({ length: n }, (_, i) => of(i));

test("what begins so is found first, then what holds it, each with its number", () => {
	const board = [
		...rowsOf("a", ["worship", "ship", "shipping"]),
		...rowsOf("b", ["shipping", "billing", null]),
	];
	expect(found("group:ship", board)).toMatchObject({
		names: [
			{ name: "ship", count: 1 },
			{ name: "shipping", count: 2 },
			{ name: "worship", count: 1 },
		],
		starting: 3,
		questions: 2,
	});
});

test("a name with very many rows does not hide the others", () => {
	const board = [
		...rowsOf(
			"orders",
			many(500, (i) => `g${i}`),
		),
		...rowsOf("orders:eu", ["x"]),
	];
	const { names, questions } = found("channel:ord", board);
	expect(names).toEqual([
		{ name: "orders", count: null },
		{ name: "orders:eu", count: 1 },
	]);
	expect(questions).toBeLessThanOrEqual(3);
});

test("enough is enough", () => {
	const board = many(500, (i) => `c${i % 10}`).flatMap((name) =>
		rowsOf(name, ["g"]),
	);
	const { names, questions } = found("channel:", board);
	expect(names.length).toBeGreaterThanOrEqual(namesMax);
	expect(questions).toBe(1);
});

test("only what fits the other terms, but for one that asks for another of the same", () => {
	const board = [...rowsOf("a", ["ship", "shop"]), ...rowsOf("b", ["shed"])];
	const names = (text: string) => found(text, board).names.map((it) => it.name);
	expect(names("channel:a group:sh")).toEqual(["ship", "shop"]);
	expect(names("group:shed channel:a -group:shop group:sh")).toEqual(["ship"]);
	expect(names("channel:a topic:x group:sh")).toEqual(["ship", "shop"]);
});

test("names that must be quoted are asked for as they are", () => {
	const name = 'my "team": a';
	const board = rowsOf("a", [name]);
	expect(found('group:"my ', board).names).toEqual([{ name, count: 1 }]);
});

test("a star is asked for as it stands", () => {
	const board = rowsOf("a", ["eu-ship-1", "us-ship-1"]);
	const search = found("group:*ship", board);
	expect(search.names).toHaveLength(2);
	expect(search.questions).toBe(1);
});

test("nothing is asked where the rest of the filter fills it already", () => {
	const full = many(39, (i) => `channel:c${i}*`).map((it) => `-${it}`);
	const text = `${full.join(" ")} ${full[0]} group:a`;
	const typing = typingAt({ text, caret: text.length });
	const asked = typing && askedFor(text, typing);
	expect(asked && searchFor(asked).next).toBeNull();
});
