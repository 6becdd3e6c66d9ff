// Does a row fit a filter? A term and its negation divide all rows between them.
import type { Row } from "../board.ts";
import type {
	Comparison,
	Filter,
	FilterKey,
	FilterNumber,
	FilterTerm,
} from "./filter.ts";
import { globOf } from "./glob.ts";

export function matches(row: Row, filter: Filter): boolean {
	return matcherOf(filter)(row);
}

/** For many rows: the patterns are taken apart once. */
export function matcherOf(filter: Filter): (row: Row) => boolean {
	const tests = filter.map((term) => {
		const test = testOf(term);
		return (row: Row) => test(row) !== term.not;
	});
	return (row) => tests.every((test) => test(row));
}

function testOf(term: FilterTerm): (row: Row) => boolean {
	switch (term.is) {
		case "match": {
			const fits = globOf(term.pattern);
			return (row) => {
				const text = textOf(row, term.key);
				return text !== null && fits(text);
			};
		}
		case "word": {
			const fits = globOf(`*${term.pattern}*`);
			return ({ channel, group, broker }) =>
				fits(channel) || (group !== null && fits(group)) || fits(broker);
		}
		case "number":
			return (row) => {
				const n = numberOf(row, term.key);
				return n !== null && holds(n, term.compare, term.n);
			};
		case "unknown":
			return (row) => numberOf(row, term.key) === null;
	}
}

const textOf = (row: Row, key: FilterKey): string | null => row[key];

export function numberOf(row: Row, key: FilterNumber): number | null {
	switch (key) {
		case "lag":
			return row.lag?.n ?? null;
		case "holding":
			return row.holding;
		case "oldest":
			return row.oldestHeldSeconds;
		case "deliveries":
			return row.deliveriesMax;
		case "members":
			return row.members?.live?.n ?? null;
		case "margin":
			return row.marginSeconds?.n ?? null;
	}
}

function holds(n: number, compare: Comparison, than: number): boolean {
	switch (compare) {
		case "=":
			return n === than;
		case ">":
			return n > than;
		case ">=":
			return n >= than;
		case "<":
			return n < than;
		case "<=":
			return n <= than;
	}
}
